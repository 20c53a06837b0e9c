import type { BasisRanges } from './basis-ranges';
import { ledgerColumn } from './basis-columns';
import { leadersText } from '../../ledger/units/assignments';
import type { LedgerState, MeasureState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { toSerial } from '../../base/calendar';
import type { ConditionalFormat, FormulaCell } from '../../base/blueprint';
import type { Measure } from '../../plan/plan';
import { LEDGER, type LedgerColumn, statusCells } from '../tabs/ledger-tab';
import { ReportColumns } from './report-columns';
import type { SummaryRows } from './summary-rows';
import { saying } from '../rules';
import { COLOR, FORMAT } from '../theme';

type Listed = Extract<LedgerColumn, 'text' | 'no' | 'deadline' | 'overdueDays' | 'status' | 'unit'>;

const COLUMNS = new ReportColumns<Listed>([
  ['text', LEDGER.header('text')],
  ['no', LEDGER.header('no')],
  ['deadline', LEDGER.header('deadline')],
  ['overdueDays', LEDGER.header('overdueDays')],
  ['status', LEDGER.header('status')],
  ['unit', LEDGER.header('unit'), 3],
]);

/** Where the list stands: lines that are filled as it is drawn, and those that formulas may fill. */
export interface OverdueList {
  readonly header: number;
  readonly first: number;
  readonly last: number;
  readonly capacity: number;
}

interface OverdueMeasure {
  readonly measure: Measure;
  readonly at: MeasureState;
}

/** What a line shows as it is drawn. */
function resultIn(column: Listed, { measure, at }: OverdueMeasure): FormulaCell['result'] {
  switch (column) {
    case 'text':
      return measure.text;
    case 'no':
      return measure.no;
    case 'deadline':
      return at.deadline === null ? '' : toSerial(at.deadline);
    case 'overdueDays':
      return at.overdueDays;
    case 'status':
      return statusCells(at.report).status;
    case 'unit':
      return leadersText(measure);
  }
}

/** The overdue measures by formula: room for every measure that can fall overdue, so that a later day needs no rebuild. */
export function overdueBlock(
  rows: SummaryRows,
  ledger: Ledger,
  state: LedgerState,
  basis: BasisRanges,
): OverdueList {
  const header = rows.header(COLUMNS.headers, COLUMNS.width);
  const overdue = ledger.plan.measures.flatMap((measure, index) => {
    const at = state.measures[index];
    return at?.timeliness === 'overdue' ? [{ measure, at }] : [];
  });
  const capacity = Math.max(1, ledger.plan.measures.filter(({ deadline }) => deadline !== null).length);
  const first = header + 1;
  for (let rank = 1; rank <= capacity; rank++) {
    const found = overdue[rank - 1];
    const place = basis.overdueAt(rank);
    const cell = (column: Listed, result: FormulaCell['result']): FormulaCell => {
      const source = ledgerColumn(ledger.plan.measures.length, column);
      const picked = `INDEX(${source},${place})`;
      return { formula: `IF(${place}="","",IF(${picked}="","",${picked}))`, result };
    };
    rows.add(COLUMNS.cells((column) => cell(column, found === undefined ? '' : resultIn(column, found))));
  }
  const last = first + Math.max(1, overdue.length) - 1;
  const bottom = first + capacity - 1;
  rows.merges.push(...COLUMNS.merges(header, bottom));
  rows.format(COLUMNS.body('text', first, bottom, 'unit'), { vertical: 'middle', wrap: true });
  rows.format(COLUMNS.body('no', first, bottom, 'unit'), FORMAT.centered);
  rows.format(COLUMNS.body('deadline', first, bottom), FORMAT.date);
  rows.format(COLUMNS.body('text', first, last, 'unit'), { border: COLOR.line });
  return { header, first, last, capacity: bottom };
}

/** A line of the list, once a formula fills it. */
export function listedColor({ first, capacity }: OverdueList): ConditionalFormat {
  return {
    range: COLUMNS.body('text', first, capacity, 'unit'),
    condition: saying(COLUMNS.at('text'), '', '<>'),
    format: { fill: COLOR.overdueFill, color: COLOR.overdueInk },
  };
}
