import type { CellContent, ChartBlueprint, FormulaCell } from '../../../base/blueprint';
import { tally as tallyOf, type Tally } from '../../../ledger/figures/summary';
import { COMPLETION_RATE } from '../../../ledger/stated-rules';
import { officeInCharge } from '../../../ledger/units/offices';
import { historyRange, type HistoryPart } from './page-basis';
import { PAGE_WIDTH, hiddenCell, rateShown, type PageView, type TileCells } from './page-view';
import { ReportColumns } from '../report-columns';
import type { Block, SummaryRows } from '../summary-rows';
import { shownPeriods } from '../trend-tab';
import { ruleFormula } from '../../rules';
import { range } from '../../tab-builder';
import { FORMAT, STANDING_COLOR } from '../../theme';
import { SUBMISSIONS, submissionShown } from '../../tabs/submissions-tab';
import { ALL_WORD, NAME, NO_FIGURE, PAGE_NAME, SUBMISSION_WORD, TAB } from '../../words';

/** Periods that the page shows, the current one last; lines without one stay empty, so that another one moves nothing. */
export const HISTORY_PERIODS = 6;
const CHART_LEFT = 9;
const OVERDUE_COLOR = 'C0392B';

type Column = 'period' | 'measures' | 'done' | 'overdue' | 'rate' | 'submission';

/** Of the page, and of the paper that an office confirms. */
export const HISTORY_COLUMNS = new ReportColumns<Column>([
  ['period', '报送期', 2],
  ['measures', ALL_WORD.owed],
  ['done', '已完成'],
  ['overdue', '逾期'],
  ['rate', '完成率'],
  ['submission', '报送情况'],
]);

/** An office's figures at the close of each period; of earlier ones as they were, of the current one live. */
export function historyBlock(rows: SummaryRows, view: PageView, tiles: TileCells): Block {
  const header = rows.header(HISTORY_COLUMNS.headers, HISTORY_COLUMNS.width);
  const shown = shownPeriods(view.figures).slice(-HISTORY_PERIODS);
  for (let line = 0; line < HISTORY_PERIODS; line += 1) {
    const row = rows.next;
    const figures = shown[line];
    const isCurrent = line === shown.length - 1;
    const counts = figures === undefined ? undefined : isCurrent ? view.tally : earlierTally(view, figures);
    rows.add([
      ...HISTORY_COLUMNS.cells((column) =>
        contentOf(column, row, tiles, view, { period: figures?.period, counts }),
      ),
      ...Array.from({ length: PAGE_WIDTH - HISTORY_COLUMNS.width }, () => null),
      figureCell('ongoing', row, tiles.ongoing, counts?.ongoing),
    ]);
  }
  const block = { header, first: header + 1, last: header + HISTORY_PERIODS };
  rows.merges.push(...HISTORY_COLUMNS.merges(header, block.last));
  const filled = header + shown.length;
  const body = (from: Column, to: Column = from) => HISTORY_COLUMNS.body(from, block.first, filled, to);
  rows.format(body('period', 'submission'), { ...FORMAT.body, ...FORMAT.centered });
  rows.format(body('rate'), FORMAT.ratio);
  return block;
}

function earlierTally({ ledger, office }: PageView, { assignments }: PageView['figures'][number]): Tally {
  const { directory, settings } = ledger;
  return tallyOf(
    assignments.filter(({ assignment }) => officeInCharge(directory, assignment, settings.asOf) === office),
  );
}

interface Line {
  readonly period: PageView['figures'][number]['period'] | undefined;
  readonly counts: Tally | undefined;
}

function contentOf(
  column: Column,
  row: number,
  tiles: TileCells,
  { ledger, office }: PageView,
  { period, counts }: Line,
): CellContent {
  const label = HISTORY_COLUMNS.cell('period', row);
  switch (column) {
    case 'period':
      return period ?? null;
    case 'rate': {
      const cells = {
        done: HISTORY_COLUMNS.cell('done', row),
        measures: HISTORY_COLUMNS.cell('measures', row),
        ongoing: hiddenCell(1, row),
      };
      const result = counts === undefined ? '' : rateShown(counts);
      return { formula: `IF(${label}="","",${ruleFormula(COMPLETION_RATE, cells)})`, result };
    }
    case 'submission':
      return {
        formula: `IF(${label}="","",${submissionFormula(label)})`,
        result: period === undefined ? '' : (submissionShown(ledger, office, period) ?? NO_FIGURE),
      };
    default:
      return figureCell(column, row, tiles[column], counts?.[column]);
  }
}

/** A figure of a line: of the current period the one above, of an earlier one what 统计底表 remembers. */
function figureCell(
  part: Exclude<HistoryPart, 'key'>,
  row: number,
  tile: string,
  result: number | undefined,
): FormulaCell {
  const label = HISTORY_COLUMNS.cell('period', row);
  const key = `${label}&"|"&${PAGE_NAME.office}`;
  const earlier = `SUMIFS(${historyRange(part)},${historyRange('key')},${key})`;
  return {
    formula: `IF(${label}="","",IF(${label}=${NAME.period},${tile},${earlier}))`,
    result: result ?? '',
  };
}

/** What 报送情况 says of the chosen office for a period. @param period the cell or name that has it */
export function submissionFormula(period: string): string {
  const column = (key: 'period' | 'office' | 'state') => {
    const letter = `$${SUBMISSIONS.letter(key)}`;
    return `${TAB.submissions}!${letter}:${letter}`;
  };
  return Object.values(SUBMISSION_WORD).reduceRight((otherwise, word) => {
    const found = `COUNTIFS(${column('period')},${period},${column('office')},${PAGE_NAME.office},${column('state')},"${word}")`;
    return `IF(${found}>0,"${word}",${otherwise})`;
  }, `"${NO_FIGURE}"`);
}

export function historyChart(rows: SummaryRows, block: Block): ChartBlueprint {
  const { header, first, last } = block;
  return {
    name: 'UnitPageHistory',
    title: '各期已完成和逾期',
    kind: 'clusteredColumn',
    sheet: TAB.unitPage,
    categories: range(first, 1, last, 1),
    series: [
      rows.series(block, HISTORY_COLUMNS.at('done'), STANDING_COLOR.done),
      rows.series(block, HISTORY_COLUMNS.at('overdue'), OVERDUE_COLOR),
    ],
    place: range(header, CHART_LEFT, last, PAGE_WIDTH),
  };
}
