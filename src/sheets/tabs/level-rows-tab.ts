import { onceFor } from '../../base/once-for';
import type { SheetBlueprint } from '../../base/blueprint';
import { levelsOf, type Ledger } from '../../ledger/ledger';
import { undoneBatches } from '../../ledger/entries';
import { reportsInForce } from '../../ledger/levels/in-force';
import type { LevelReportRecord, LevelRow } from '../../ledger/levels/levels';
import { heldPath } from '../../ledger/levels/own-place';
import { statusWord } from '../../returns/locate/form-columns';
import { clipped, dateContent } from '../cell-contents';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW } from '../tab-builder';
import { FORMAT, landscape, trafficLights } from '../theme';
import {
  FORCE_WORD,
  LEVEL_WORD,
  SAMPLE_MARK,
  STANDING_WORD,
  TAB,
  TIMELINESS_WORD,
  VERIFICATION_WORD,
} from '../words';
import { tableSheet, tableTab, type TableColumn } from './table-tab';

/** What every row of a lower place says, in its report as in the ledger above that took it in. */
export const LEVEL_ROW_COLUMNS = {
  path: { header: '地区', width: 24, write: ({ path }) => path, read: 'text', identifies: true },
  upper: {
    header: '上级序号',
    width: 9,
    format: FORMAT.centered,
    write: ({ upper }) => upper ?? LEVEL_WORD.own,
    read: 'text',
  },
  measure: {
    header: '序号',
    width: 7,
    format: FORMAT.count,
    write: ({ measure }) => measure,
    read: 'number',
    identifies: true,
  },
  text: { header: '措施内容', width: 46, write: ({ text }) => clipped(text), read: 'text' },
  standing: {
    header: '措施状态',
    width: 10,
    format: FORMAT.centered,
    write: ({ standing }) => STANDING_WORD[standing],
    read: 'text',
  },
  timeliness: {
    header: '时限状态',
    width: 10,
    format: FORMAT.centered,
    write: ({ timeliness }) => TIMELINESS_WORD[timeliness],
    read: 'text',
  },
  deadline: {
    header: '完成时限',
    width: 12,
    format: FORMAT.date,
    write: ({ deadline }) => dateContent(deadline),
    read: 'date',
  },
  unit: { header: '牵头单位', width: 20, write: ({ unit }) => unit, read: 'text', identifies: true },
  office: { header: '填报单位', width: 20, write: ({ office }) => office, read: 'text' },
  status: {
    header: '填报状态',
    width: 10,
    format: FORMAT.centered,
    write: ({ status }) => (status === null ? null : statusWord(status)),
    read: 'text',
  },
  percent: {
    header: '进度',
    width: 8,
    format: FORMAT.percentNumber,
    write: ({ percent }) => percent,
    read: 'number',
  },
  completedOn: {
    header: '完成日期',
    width: 12,
    format: FORMAT.date,
    write: ({ completedOn }) => dateContent(completedOn),
    read: 'date',
  },
  progress: { header: '进展情况', width: 46, write: ({ progress }) => clipped(progress), read: 'text' },
  problems: { header: '存在问题', width: 30, write: ({ problems }) => clipped(problems), read: 'text' },
  verification: {
    header: '核实状态',
    width: 10,
    format: FORMAT.centered,
    write: ({ verification }) => (verification === null ? null : VERIFICATION_WORD[verification]),
    read: 'text',
  },
  period: {
    header: '填报期',
    width: 10,
    format: FORMAT.centered,
    write: ({ period }) => period,
    read: 'text',
  },
} as const satisfies Readonly<Record<string, TableColumn<LevelRow>>>;

export type LevelRowColumn = keyof typeof LEVEL_ROW_COLUMNS;

interface HeldRow extends LevelRow {
  readonly id: number;
  /** `FORCE_WORD`. */
  readonly force: string;
}

/** 下级明细, column by column. */
export const LEVEL_ROWS = tableTab<HeldRow>()(TAB.levelRows, 'LevelRowsTable', {
  id: {
    header: '报送编号',
    width: 9,
    format: FORMAT.count,
    write: ({ id }) => id,
    read: 'number',
    identifies: true,
  },
  ...LEVEL_ROW_COLUMNS,
  force: {
    header: '是否有效',
    width: 10,
    format: FORMAT.centered,
    write: ({ force }) => force,
    read: 'drawn',
  },
});

/** 下级明细: all that lower places reported, down to the row of an office; a report that was corrected or taken back keeps its rows. */
export function levelRowsTab(ledger: Ledger): SheetBlueprint {
  const force = reportForce(ledger);
  const shown = heldPath(ledger.plan);
  const rows = levelsOf(ledger).reports.flatMap((report) =>
    report.rows.map((row) =>
      LEVEL_ROWS.cells({ ...row, path: shown(row.path), id: report.id, force: force(report) }),
    ),
  );
  const lastRow = HEADER_ROW + Math.max(1, rows.length);
  return {
    ...tableSheet(LEVEL_ROWS, rows, {
      title: `下级上报明细${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        ledger.settings,
        '下级每次上报的每条填报各占一行，按地区、报送编号筛选即可追溯到填报单位；本表由系统登记，请勿手工修改',
      ),
      sample: ledger.settings.sample,
    }),
    conditionalFormats: trafficLights(LEVEL_ROWS.body('timeliness', lastRow), LEVEL_ROWS.at('timeliness')),
    freeze: { rows: HEADER_ROW, columns: LEVEL_ROWS.at('measure') },
    print: landscape('A3', TAB.levelRows, { from: 1, to: HEADER_ROW }),
  };
}

/** In which rows what lower places reported stands. */
export const levelRowPlaces = onceFor(
  (ledger: Ledger): ReadonlyMap<LevelRow, number> =>
    new Map(
      levelsOf(ledger)
        .reports.flatMap(({ rows }) => rows)
        .map((row, index) => [row, FIRST_ROW + index]),
    ),
);

/** Whether a report counts: in force, corrected by a later one, or taken back. */
export function reportForce(ledger: Ledger): (report: LevelReportRecord) => string {
  const undone = undoneBatches(ledger.entries);
  const inForce = new Map(
    [...new Set(levelsOf(ledger).reports.map(({ period }) => period))].map((period) => [
      period,
      reportsInForce(ledger, period),
    ]),
  );
  return (report) => {
    if (undone.has(report.batch)) return FORCE_WORD.undone;
    const isLast = inForce.get(report.period)?.get(report.place) === report;
    return isLast ? FORCE_WORD.inForce : FORCE_WORD.replaced;
  };
}
