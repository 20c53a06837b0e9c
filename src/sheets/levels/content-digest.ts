import type { SheetBlueprint } from '../../base/blueprint';
import { cleanText } from '../../base/clean-text';
import { contentValue } from '../../base/content-value';
import { fileDigest } from '../../base/file-digest';
import type { RawSheet, RawValue } from '../../base/raw-sheet';

/** A cell with what it holds; `formula` where a program works it out. */
interface HeldCell {
  readonly row: number;
  readonly column: number;
  readonly value: RawValue | null;
  readonly formula?: string;
}

interface HeldSheet {
  readonly name: string;
  readonly cells: readonly HeldCell[];
}

/** Programs write numbers with fifteen digits or with seventeen. */
const DIGITS = 12;

/**
 * SHA-256 over all that the cells of a workbook say: a program that saves the same words and figures anew changes nothing of it,
 * whatever it makes of fonts, widths and bytes; one cell that says something else does.
 * @param label The cell behind this one holds the digest itself and is left out.
 */
function contentDigest(sheets: readonly HeldSheet[], label: string): string {
  const said = sheets.map(({ name, cells }) => {
    const own = cells.find(({ column, value }) => column === 1 && value === label)?.row;
    const lines = cells.flatMap(({ row, column, value, formula }) => {
      const words = saidBy(value, formula);
      return words === null || (row === own && column === 2) ? [] : [[row, column, words]];
    });
    return [name, lines];
  });
  return fileDigest(new TextEncoder().encode(JSON.stringify(said)));
}

function saidBy(value: RawValue | null, formula: string | undefined): unknown {
  if (formula !== undefined) return { formula };
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (typeof value !== 'string') return value;
  const text = cleanText(value);
  return text === '' ? null : text;
}

/** Of sheets that are about to be written. */
export function digestOfBlueprints(sheets: readonly SheetBlueprint[], label: string): string {
  return contentDigest(
    sheets.map(({ name, cells }) => ({
      name,
      cells: cells.flatMap((contents, row) =>
        contents.map((content, column) => ({
          row: row + 1,
          column: column + 1,
          value: contentValue(content),
        })),
      ),
    })),
    label,
  );
}

/** Of sheets as they were read. */
export function digestOfSheets(sheets: readonly RawSheet[], label: string): string {
  return contentDigest(
    sheets.map(({ name, rows }) => ({
      name,
      cells: rows.flatMap(({ row, cells }) => cells.map((cell) => ({ ...cell, row }))),
    })),
    label,
  );
}
