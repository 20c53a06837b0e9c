import type { CellContent, FormulaCell } from '../../base/blueprint';
import { literal, orElse } from '../../base/expression/expression';
import type { CellRange } from '../../base/raw-sheet';
import { WEIGHT_OF, type Deduction } from '../../ledger/figures/scores';
import type { Ledger } from '../../ledger/ledger';
import { MEASURE_POINTS } from '../../ledger/stated-rules';
import { LEDGER, ledgerRowOf, type LedgerColumn } from '../tabs/ledger-tab';
import { ruleFormula } from '../rules';
import { absolute, onSheet } from '../tab-builder';
import { FORMAT } from '../theme';
import { DEDUCTION_WORD, TAB, WEIGHT_NAME } from '../words';
import { ReportColumns } from './report-columns';
import type { SummaryRows } from './summary-rows';

const POINTS_OR_NONE = orElse(MEASURE_POINTS, literal(0));

export type DeductionColumn = 'text' | 'unit' | 'no' | 'period' | 'kind' | 'points';

/** Texts stand in the wide first column, where rows fit them. */
export const DEDUCTIONS = new ReportColumns<DeductionColumn>([
  ['text', '措施内容'],
  ['unit', '单位', 2],
  ['no', '序号'],
  ['period', '报送期'],
  ['kind', '扣分事项', 2],
  ['points', '扣分'],
]);

/**
 * Every deduction with its measure, looked up in 台账.
 * @param units Where the units and what they owe stand above.
 */
export function deductionBlock(
  rows: SummaryRows,
  ledger: Ledger,
  deductions: readonly Deduction[],
  units: { readonly names: CellRange; readonly due: CellRange },
): void {
  const texts = new Map(ledger.plan.measures.map(({ no, text }) => [no, text]));
  const ofLedger = (column: LedgerColumn) => {
    return onSheet(TAB.ledger, LEDGER.body(column, ledgerRowOf(ledger.plan.measures.length - 1)));
  };
  /** Looked up by its number: said once for all rows, a live workbook fills it down. */
  const textOf = (row: number, measure: number): FormulaCell => ({
    formula: `IFERROR(INDEX(${ofLedger('text')},MATCH(${DEDUCTIONS.cell('no', row)},${ofLedger('no')},0)),"")`,
    // A claim sent back may be of a measure that a revision has left out since.
    result: texts.get(measure) ?? '',
  });
  const header = rows.header(DEDUCTIONS.headers, DEDUCTIONS.width);
  const names = absolute(units.names);
  const due = absolute(units.due);
  const pointsFormula = (row: number, { kind }: Deduction): string => {
    const weight = WEIGHT_NAME[WEIGHT_OF[kind]];
    if (kind !== 'late' && kind !== 'overdue') return weight;
    return ruleFormula(POINTS_OR_NONE, {
      onTimePoints: WEIGHT_NAME.onTime,
      earnedPoints: weight,
      due: `INDEX(${due},MATCH(${DEDUCTIONS.cell('unit', row)},${names},0))`,
    });
  };
  for (const deduction of deductions) {
    const { measure, unit, period, kind, points } = deduction;
    const cells: Readonly<Record<DeductionColumn, CellContent>> = {
      text: measure === null ? '（报送工作）' : textOf(rows.next, measure),
      unit,
      no: measure,
      period,
      kind: DEDUCTION_WORD[kind],
      points: { formula: pointsFormula(rows.next, deduction), result: points },
    };
    rows.add(DEDUCTIONS.cells((key) => cells[key]));
  }
  if (deductions.length === 0) rows.add(['没有扣分。']);
  const last = header + Math.max(1, deductions.length);
  const body = (from: DeductionColumn, to: DeductionColumn = from) =>
    DEDUCTIONS.body(from, header + 1, last, to);
  rows.merges.push(...DEDUCTIONS.merges(header, last));
  rows.format(body('text', 'points'), FORMAT.body);
  rows.format(body('unit', 'points'), FORMAT.centered);
  rows.format(body('points'), { numberFormat: '0.0' });
}
