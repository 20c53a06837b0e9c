import type { CellContent, SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import { grouped } from '../../base/grouped';
import { tally } from '../../ledger/figures/summary';
import type { LevelReport } from '../../ledger/levels/levels';
import { periodLabel } from '../../ledger/period';
import { withFittedRows } from '../row-heights';
import { GAP } from '../subtitle';
import { tableSheet, type TableTab } from '../tabs/table-tab';
import { HEADER_ROW } from '../tab-builder';
import { landscape, trafficLights } from '../theme';
import { digestOfBlueprints } from './content-digest';
import {
  COVER,
  COVER_WORD,
  REPORT_PLACES,
  REPORT_ROWS,
  REPORT_SIGN,
  REPORT_TAB,
  REPORT_VERSION,
} from './report-tabs';

/** A report to the place above, as a workbook that people read and the ledger above takes in. */
export function levelReportWorkbook(report: LevelReport): WorkbookBlueprint {
  const unsigned = sheetsOf(report, '');
  const digest = digestOfBlueprints(unsigned, COVER_WORD.digest);
  const sheets = sheetsOf(report, digest).map(withFittedRows);
  return { title: titleOf(report), activeSheet: REPORT_TAB.cover, names: [], sheets };
}

function titleOf({ place, period }: LevelReport): string {
  return `${place}${periodLabel(period)}措施落实情况上报表`;
}

function sheetsOf(report: LevelReport, digest: string): readonly SheetBlueprint[] {
  const { place, title, period, asOf, plan, upperPlan, handDown, edition } = report;
  const cover: readonly (readonly [label: string, value: CellContent, hint: string])[] = [
    [COVER_WORD.place, place, ''],
    [COVER_WORD.title, title, ''],
    [COVER_WORD.period, period, periodLabel(period)],
    [COVER_WORD.asOf, { date: asOf }, '逾期、临期都按这一天计算'],
    [COVER_WORD.plan, plan, '本级方案的编号'],
    [COVER_WORD.upperPlan, upperPlan, '下达本方案的上级方案；空着时为本级自行制定'],
    [COVER_WORD.handDown, handDown, '上级台账登记这次下达的批次'],
    [COVER_WORD.edition, edition, '台账每办一件事加一；同一报送期以版次最新的上报为准'],
    [COVER_WORD.digest, digest, '对本表全部内容计算的 SHA-256；改动任何一格，上级都不予采用'],
  ];
  const rowsOf = grouped(report.rows, ({ path }) => path);
  const places = report.places.map((one) => {
    const measures = new Map((rowsOf.get(one.path) ?? []).map((row) => [row.measure, row]));
    return REPORT_PLACES.cells({ ...one, figures: one.asOf === null ? null : tally([...measures.values()]) });
  });
  const rows = report.rows.map((row) => REPORT_ROWS.cells(row));
  const lines = cover.map(([label, value, hint]) => COVER.cells({ label, value, hint }));
  const rowsSheet = drawn(report, REPORT_ROWS, rows);
  const lastRow = HEADER_ROW + Math.max(1, rows.length);
  return [
    dated(
      drawn(report, COVER, lines),
      cover.findIndex(([label]) => label === COVER_WORD.asOf),
    ),
    drawn(report, REPORT_PLACES, places),
    {
      ...rowsSheet,
      conditionalFormats: trafficLights(
        REPORT_ROWS.body('timeliness', lastRow),
        REPORT_ROWS.at('timeliness'),
      ),
      autoFilter: { top: HEADER_ROW, left: 1, bottom: lastRow, right: REPORT_ROWS.width },
      freeze: { rows: HEADER_ROW, columns: REPORT_ROWS.at('measure') },
      print: landscape('A3', REPORT_TAB.rows, { from: 1, to: HEADER_ROW }),
    },
  ];
}

function drawn<Row, Key extends string>(
  report: LevelReport,
  tab: TableTab<Row, Key>,
  rows: readonly (readonly CellContent[])[],
): SheetBlueprint {
  const subtitle = `${REPORT_SIGN}${GAP}版式 ${REPORT_VERSION}${GAP}由台账生成，请原样报送，勿作改动`;
  return {
    ...tableSheet(tab, rows, { title: titleOf(report), subtitle, sample: false }),
    print: landscape('A4', tab.name, { from: 1, to: HEADER_ROW }),
  };
}

/** The cover’s values stand to the left, the day among them as a day. */
function dated(sheet: SheetBlueprint, line: number): SheetBlueprint {
  const column = COVER.at('value');
  const body = COVER.body('value', HEADER_ROW + sheet.cells.length - HEADER_ROW);
  const row = HEADER_ROW + 1 + line;
  return {
    ...sheet,
    formats: [
      ...sheet.formats,
      { range: body, format: { horizontal: 'left' } },
      {
        range: { top: row, left: column, bottom: row, right: column },
        format: { numberFormat: 'yyyy-mm-dd', horizontal: 'left' },
      },
    ],
  };
}
