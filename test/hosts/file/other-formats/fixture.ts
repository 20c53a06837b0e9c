import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Real files: the sound form of `filledReturn` as LibreOffice saved it for Excel 97 and Gnumeric for Excel 95, and one
 * made from the first by changing a few bytes, which says of itself that it has very many properties. `takes-long.xls` has links over
 * all cells that a sheet can have, over which the library takes minutes. `short-record.xls` was made from the second: one of its records
 * ends before the length of its text; so was `round-stream.xls`, a stream of which leads back to itself. `plan.xls` is a plan on two
 * sheets, as LibreOffice saved it for Excel 97: a header of two rows, cells merged down and across, a day as a date.
 */
export type Fixture =
  | 'excel-97.xls'
  | 'excel-95.xls'
  | 'many-properties.xls'
  | 'round-stream.xls'
  | 'short-record.xls'
  | 'takes-long.xls'
  | 'plan.xls';

export function fixture(name: Fixture): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, 'fixtures', name)));
}
