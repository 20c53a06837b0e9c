import { must } from '../../base/invariant';
import type { RawCell, RawRow, RawValue } from '../../base/raw-sheet';

/** What a cell may say in words beside its value. */
const WORDS = ['format', 'shown', 'formula'] as const;

/**
 * Rows as they go from one thread to another: a few long lists take a quarter of the time that an object for each cell takes,
 * and who takes them up draws a page in between. Cells are counted from 0 on, over all rows.
 */
export interface PackedRows {
  /** Number of each row. */
  readonly rows: readonly number[];
  /** Whether it is hidden. */
  readonly hidden: readonly boolean[];
  /** How many cells it has. */
  readonly lengths: readonly number[];
  /** Column of each cell. */
  readonly columns: readonly number[];
  readonly values: readonly RawValue[];
  readonly words: Readonly<Record<(typeof WORDS)[number], PackedWords>>;
  /** Cells with a picture. */
  readonly pictures: readonly number[];
}

/** By place in the lists: a cell, and what it says. */
interface PackedWords {
  readonly cells: readonly number[];
  readonly texts: readonly string[];
}

export function packedRows(rows: readonly RawRow[]): PackedRows {
  const cells = rows.flatMap((row) => row.cells);
  const cellsWith = (key: keyof RawCell): readonly number[] =>
    cells.flatMap((cell, at) => (cell[key] === undefined ? [] : [at]));
  const wordsOf = (key: (typeof WORDS)[number]): PackedWords => {
    const saying = cellsWith(key);
    return { cells: saying, texts: saying.map((at) => must(cells[at]?.[key], 'what the cell says')) };
  };
  return {
    rows: rows.map(({ row }) => row),
    hidden: rows.map(({ hidden }) => hidden),
    lengths: rows.map((row) => row.cells.length),
    columns: cells.map(({ column }) => column),
    values: cells.map(({ value }) => value),
    words: { format: wordsOf('format'), shown: wordsOf('shown'), formula: wordsOf('formula') },
    pictures: cellsWith('picture'),
  };
}

export function unpackedRows({
  rows,
  hidden,
  lengths,
  columns,
  values,
  words,
  pictures,
}: PackedRows): readonly RawRow[] {
  const cells = columns.map((column, at): Mutable<RawCell> => ({
    column,
    value: must(values[at], 'its value'),
  }));
  for (const key of WORDS)
    for (const [index, at] of words[key].cells.entries())
      must(cells[at], 'the cell that says it')[key] = must(words[key].texts[index], 'what it says');
  for (const at of pictures) must(cells[at], 'the cell with a picture').picture = true;
  let from = 0;
  return rows.map((row, index) => {
    const length = must(lengths[index], 'how many cells it has');
    from += length;
    return { row, hidden: hidden[index] === true, cells: cells.slice(from - length, from) };
  });
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
