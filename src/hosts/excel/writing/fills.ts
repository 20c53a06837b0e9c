import type { SheetBlueprint } from '../../../base/blueprint';
import type { Entry } from './cell-entries';
import { textBytes } from '../requests';

/** Neighbours in one column that are filled in one go, as the first of them is. Rows and columns count from 0. */
export interface Fill {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  readonly entry: Entry;
  readonly isFormula: boolean;
}

/** What a fill must save before it is one: its own two ranges cost about this. */
const WORTH_FOR_FORMULAS = 1_000;
/** Constants are filled in large tabs only: in others a row is written whole, so that none is ever half there. */
const WORTH_FOR_CONSTANTS = 10_000;

/**
 * The fills that shorten a tab.
 * @param entries As Excel is given them, every row as long as the others.
 * @param takesConstants Whether a column may be filled with constants.
 */
export function findFills(
  { cells }: Pick<SheetBlueprint, 'cells'>,
  entries: readonly (readonly Entry[])[],
  takesConstants: (column: number) => boolean,
): readonly Fill[] {
  const columns = Array.from(entries[0] ?? [], (_, column) => column);
  return columns.flatMap((column) =>
    runsOf(cells, entries, column).filter(({ entry, isFormula, top, bottom }) => {
      const saved = (bottom - top) * entryBytes(entry);
      if (isFormula) return saved > WORTH_FOR_FORMULAS;
      // A blank cell makes no row whole.
      const worth = entry === '' ? WORTH_FOR_FORMULAS : WORTH_FOR_CONSTANTS;
      return saved > worth && takesConstants(column);
    }),
  );
}

function runsOf(
  cells: SheetBlueprint['cells'],
  entries: readonly (readonly Entry[])[],
  column: number,
): readonly Fill[] {
  const found: (Fill & { bottom: number; readonly key: string })[] = [];
  entries.forEach((row, index) => {
    const entry = row[column] ?? '';
    const content = cells[index]?.[column] ?? null;
    const isFormula = typeof content === 'object' && content !== null && 'formula' in content;
    const key = isFormula ? `= ${filledForm(content.formula, index + 1)}` : `${typeof entry} ${entry}`;
    const run = found.at(-1);
    if (run?.key === key) run.bottom = index;
    else found.push({ column, top: index, bottom: index, entry, isFormula, key });
  });
  return found;
}

/**
 * Texts in quotes, sheets in apostrophes, references, of which the row counts that is not held by “$”, and other words
 * whole, so that no reference is found in the middle of one.
 */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?[A-Z]{1,3})(\$?)(\d+)(?![\p{L}\p{N}_.(])|[\p{L}\p{N}_.$]+/gu;

/** A formula as it is the same in every row it is filled down to: its references by their distance. */
export function filledForm(formula: string, row: number): string {
  return formula.replace(TOKEN, (token, column?: string, held?: string, digits?: string) =>
    column === undefined || held === '$' ? token : `${column}[${Number(digits) - row}]`,
  );
}

/** Bytes of one entry on the wire, with its comma. */
export function entryBytes(entry: Entry): number {
  return 1 + (typeof entry === 'string' ? textBytes(entry) : String(entry).length);
}
