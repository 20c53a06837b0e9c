import { squeeze } from '../../base/fold-text';
import { cellAddress, type RawRow, type RawWorkbook } from '../../base/raw-sheet';
import type { Plan } from '../../plan/plan';
import { LEDGER, type LedgerColumn } from '../tabs/ledger-tab';
import { findTable, type FoundTable } from './find-table';
import { damaged } from './ledger-format-error';
import { cellText, sheetNamed } from './raw-table';
import { numberOf, sheetLike } from './read-table';

/** 台账 as it stands in a workbook: which row is whose, whatever order, columns and lines the clerk gave it. */
export interface LedgerRows {
  readonly table: FoundTable<LedgerColumn>;
  readonly rowOf: ReadonlyMap<number, RawRow>;
}

/** A line with fewer filled cells of ours is the clerk's own. */
const ROW_OF_OURS = 3;

/**
 * Finds the rows of 台账 by their numbers, also where those are text; by the measure's text where the number is gone.
 * `undefined` when the workbook has no such tab: it is drawn anew then.
 * @throws LedgerFormatError when a column is missing or doubled, a number stands twice, or a row belongs to no measure
 */
export function ledgerRows(
  workbook: RawWorkbook,
  measures: readonly Pick<Plan['measures'][number], 'no' | 'text'>[],
): LedgerRows | undefined {
  const sheet = sheetNamed(workbook, LEDGER.name);
  if (sheet === undefined) {
    const name = sheetLike(workbook, LEDGER);
    if (name !== undefined) damaged('tab-renamed', { sheet: LEDGER.name, name });
    return undefined;
  }
  const table = findTable(sheet, LEDGER);
  if (table === undefined) {
    return damaged('column-missing', { sheet: LEDGER.name, name: LEDGER.header('no') });
  }
  const known = new Set(measures.map(({ no }) => no));
  const byText = new Map(measures.map(({ no, text }) => [squeeze(text), no]));
  const rowOf = new Map<number, RawRow>();
  for (const row of table.rows) {
    const measure = measureOf(row, table, byText);
    if (measure === undefined) continue;
    const place = { sheet: sheet.name, row: row.row, cell: addressOf(row, table) };
    if (!known.has(measure)) damaged('row-unknown', { ...place, value: String(measure) });
    if (rowOf.has(measure)) damaged('row-twice', { ...place, name: String(measure) });
    rowOf.set(measure, row);
  }
  return { table, rowOf };
}

function addressOf(row: RawRow, { columns }: FoundTable<LedgerColumn>): string {
  return cellAddress(row.row, columns.get('no') ?? 1);
}

/** The measure a row belongs to; `undefined` for a line of the clerk's. */
function measureOf(
  row: RawRow,
  table: FoundTable<LedgerColumn>,
  byText: ReadonlyMap<string, number>,
): number | undefined {
  const values = new Map(row.cells.map(({ column, value }) => [column, value]));
  const at = (key: LedgerColumn) => values.get(table.columns.get(key) ?? 0) ?? null;
  const number = at('no') === null ? undefined : numberOf(at('no') ?? '');
  if (number !== undefined) return number;
  const named = byText.get(squeeze(cellText(at('text'))));
  if (named !== undefined) return named;
  const filled = LEDGER.keys.filter((key) => cellText(at(key)).trim() !== '').length;
  if (filled < ROW_OF_OURS) return undefined;
  return damaged('row-unknown', {
    sheet: LEDGER.name,
    row: row.row,
    cell: addressOf(row, table),
    value: cellText(at('no')),
  });
}
