import { cellAddress, type RawWorkbook } from '../../base/raw-sheet';
import { LEDGER } from '../tabs/ledger-tab';
import { TAB } from '../words';
import { findTable } from './find-table';
import { unlessDamaged } from './ledger-format-error';
import { cellText, sheetNamed } from './raw-table';

/**
 * The cell (“G12”) of 台账 in which a measure’s status stands, however the rows were sorted and the columns moved;
 * `undefined` where the measure or the table is not found.
 */
export function standingStatusCell(workbook: RawWorkbook, measure: number): string | undefined {
  const sheet = sheetNamed(workbook, TAB.ledger);
  const found = sheet && unlessDamaged(() => findTable(sheet, LEDGER));
  const [number, status] = [found?.columns.get('no'), found?.columns.get('status')];
  if (found === undefined || number === undefined || status === undefined) return undefined;
  const row = found.rows.find(({ cells }) =>
    cells.some(({ column, value }) => column === number && cellText(value).trim() === String(measure)),
  );
  return row === undefined ? undefined : cellAddress(row.row, status);
}
