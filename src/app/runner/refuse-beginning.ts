import { cellAddress, type RawWorkbook } from '../../base/raw-sheet';
import { LEDGER_TABS, partOf } from '../../sheets/ledger-tabs';
import { isHalfBegun } from '../../sheets/reading/drawn';
import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';
import { cellText, sheetNamed } from '../../sheets/reading/raw-table';
import { TAB } from '../../sheets/words';

const OLD_FORMAT = /\.xl[st]$/i;

/** Every tab of ours: what stands there by now is asked for before a ledger begins in an open workbook. */
export const BEGINNING_PARTS = [LEDGER_TABS.map(partOf)];

/**
 * A ledger begins by writing its tabs whole. A workbook that has a ledger, or sheets of the clerk's own by the names of our
 * tabs, is left alone; where a ledger was begun and did not come to its end it may be begun again.
 * So is a workbook in the format before 2007: what it cannot hold it would lose when it is saved.
 * @throws LedgerFormatError `old-format`, or `ledger-there` or `tab-taken` with the sheet; nothing has been written
 */
export function refuseBeginning(workbook: RawWorkbook): void {
  if (OLD_FORMAT.test(workbook.file)) {
    throw new LedgerFormatError('damaged', 'old-format', { sheet: '', name: workbook.file });
  }
  const identity = sheetNamed(workbook, TAB.identity);
  if (identity !== undefined) {
    if (identity.rows.length === 0 || isHalfBegun(workbook)) return;
    throw new LedgerFormatError('damaged', 'ledger-there', { sheet: TAB.ledger });
  }
  for (const { name } of LEDGER_TABS) {
    const found = sheetNamed(workbook, name)
      ?.rows.flatMap(({ row, cells }) => cells.map(({ column, value }) => ({ row, column, value })))
      .find(({ value }) => cellText(value) !== '');
    if (found === undefined) continue;
    const { row, column, value } = found;
    const place = { sheet: name, row, cell: cellAddress(row, column), value: cellText(value) };
    throw new LedgerFormatError('damaged', 'tab-taken', place);
  }
}
