import { matchOffice } from '../../ledger/units/offices';
import { readPeriodLabel } from '../../ledger/period';
import { checkTable, type RowsCheck } from '../rules/check-rows';
import type { FindingList } from '../findings/finding-list';
import { readHead } from '../locate/head-and-foot';
import type { LocatedTable } from '../locate/locate-table';
import type { ReturnRow } from '../checked-return';

/**
 * Rows of a table that was split over several sheets: only measures that no sheet before has. A sheet that says it is
 * another unit's or of another period is none of it, and a hidden one is a leftover.
 */
export function rowsOnOtherSheets(
  known: readonly ReturnRow[],
  tables: readonly LocatedTable[],
  check: RowsCheck,
  findings: FindingList,
): readonly ReturnRow[] {
  const taken: ReturnRow[] = [];
  for (const table of tables.filter((one) => isPartOfReturn(one, check))) {
    const present = new Set([...known, ...taken].map(({ measure }) => measure));
    const apart = findings.onSheet(table.sheet.name);
    const rows = checkTable(table, check, apart, (measure) => !present.has(measure));
    if (rows.length === 0) continue;
    taken.push(...rows);
    const measures = new Set(rows.map(({ measure }) => measure));
    findings.take(apart.findings.filter(({ measure }) => measure !== null && measures.has(measure)));
    const note = findings.onSheet(table.sheet.name);
    note.add('rows-split', {
      field: 'file',
      value: table.sheet.name,
      details: { numbers: [...measures].join('、') },
    });
    findings.take(note.findings);
  }
  return taken;
}

function isPartOfReturn(
  { sheet, columns, headerRow }: LocatedTable,
  { context, offices, unit, period }: RowsCheck,
): boolean {
  if (sheet.visibility !== 'visible' || !columns.has('claimedStatus') || !columns.has('measure'))
    return false;
  const written = readHead(sheet.rows, headerRow, 'unit');
  const named = written === undefined ? undefined : matchOffice(written.text, offices, context);
  const label = readHead(sheet.rows, headerRow, 'period');
  const isOwn = written === undefined || (named !== undefined && 'unit' in named && named.unit === unit);
  return isOwn && (label === undefined || readPeriodLabel(label.text) === period);
}
