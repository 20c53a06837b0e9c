import type { BasisRanges } from './basis-ranges';
import { ledgerColumn } from './basis-columns';
import { leadersText } from '../../ledger/units/assignments';
import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { toSerial } from '../../base/calendar';
import type { FormulaCell } from '../../base/blueprint';
import { type LedgerColumn, statusCells } from '../tabs/ledger-tab';
import type { SummaryRows } from './summary-rows';
import { range } from '../tab-builder';
import { COLOR, FORMAT } from '../theme';

/** The overdue measures by formula: room for every measure that can fall overdue, so that a later day needs no rebuild. */
export function overdueBlock(
  rows: SummaryRows,
  ledger: Ledger,
  state: LedgerState,
  basis: BasisRanges,
): { first: number; last: number; capacity: number } {
  const header = rows.header(['措施内容', '序号', '完成时限', '逾期天数', '填报状态', '牵头单位'], 8);
  rows.merges.push(range(header, 6, header, 8));
  const overdue = ledger.plan.measures.flatMap((measure, index) => {
    const at = state.measures[index];
    return at?.timeliness === 'overdue' ? [{ measure, at }] : [];
  });
  const capacity = Math.max(1, ledger.plan.measures.filter(({ deadline }) => deadline !== null).length);
  const first = header + 1;
  for (let rank = 1; rank <= capacity; rank++) {
    const found = overdue[rank - 1];
    const place = basis.overdueAt(rank);
    const cell = (column: LedgerColumn, result: FormulaCell['result']): FormulaCell => {
      const source = ledgerColumn(ledger.plan.measures.length, column);
      const picked = `INDEX(${source},${place})`;
      return { formula: `IF(${place}="","",IF(${picked}="","",${picked}))`, result };
    };
    const row = rows.add([
      cell('text', found?.measure.text ?? ''),
      cell('no', found?.measure.no ?? ''),
      cell('deadline', found?.at.deadline == null ? '' : toSerial(found.at.deadline)),
      cell('overdueDays', found?.at.overdueDays ?? ''),
      cell('status', found === undefined ? '' : statusCells(found.at.report).status),
      cell('unit', found === undefined ? '' : leadersText(found.measure)),
    ]);
    rows.merges.push(range(row, 6, row, 8));
  }
  const last = first + Math.max(1, overdue.length) - 1;
  const bottom = first + capacity - 1;
  rows.format(range(first, 1, bottom, 8), { vertical: 'middle', wrap: true });
  rows.format(range(first, 2, bottom, 8), FORMAT.centered);
  rows.format(range(first, 3, bottom, 3), FORMAT.date);
  rows.format(range(first, 1, last, 8), { border: COLOR.line });
  return { first, last, capacity: bottom };
}
