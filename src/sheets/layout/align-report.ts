import { cellText } from '../reading/raw-table';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import type { RawSheet } from '../../base/raw-sheet';

/** The words of a row by which it is found again: its first text that is no formula's result. */
interface Label {
  readonly text: string;
  readonly column: number;
}

/** The share of the drawn words that must be found; with fewer the tab is no longer recognised as ours. */
const KNOWN_PART = 0.6;

function labelOf(cells: readonly CellContent[]): Label | undefined {
  const column = cells.findIndex((content) => content !== null && content !== '');
  const content = cells[column];
  return typeof content === 'string' ? { text: content.trim(), column: column + 1 } : undefined;
}

/** Names a row by its label and how often that has stood above it. */
class Occurrences {
  private readonly counts = new Map<string, number>();

  key(label: string): string {
    const count = (this.counts.get(label) ?? 0) + 1;
    this.counts.set(label, count);
    return `${label}\n${count}`;
  }
}

/** Rows of a report by key; a row without a label goes by the last one above it and its distance from that. */
export function rowKeys(cells: SheetBlueprint['cells']): readonly string[] {
  const occurrences = new Occurrences();
  let [last, distance] = ['', 0];
  return cells.map((row) => {
    const label = labelOf(row);
    if (label === undefined) {
      distance += 1;
      return `${last}\n+${distance}`;
    }
    [last, distance] = [occurrences.key(label.text), 0];
    return last;
  });
}

/** Where the rows and columns of a report, which has no table to go by, stand in a sheet: found by the words in them. */
export function alignReport(
  drawn: SheetBlueprint,
  sheet: RawSheet,
): { readonly rows: ReadonlyMap<number, number>; readonly columns: ReadonlyMap<number, number> } | undefined {
  const labels = drawn.cells.map(labelOf);
  const found = labelledRows(sheet, new Set(labels.flatMap((label) => label?.text ?? [])));
  const occurrences = new Occurrences();
  const rows = new Map<number, number>();
  const unlabelled = new Map<number, number>();
  const votes = new Map<number, Map<number, number>>();
  let [last, known] = [0, 0];
  labels.forEach((label, index) => {
    const row = index + 1;
    const place = label === undefined ? undefined : found.get(occurrences.key(label.text));
    if (place !== undefined && label !== undefined) {
      [last, known] = [row, known + 1];
      rows.set(row, place.row);
      vote(votes, label.column, place.column);
      for (const [column, at] of sameWords(drawn.cells[index] ?? [], place.words)) vote(votes, column, at);
      return;
    }
    const anchor = rows.get(last);
    if (label === undefined && anchor !== undefined) unlabelled.set(row, anchor + row - last);
  });
  const wanted = labels.filter((label) => label !== undefined).length;
  if (known < wanted * KNOWN_PART) return undefined;
  return {
    rows: new Map([...rows, ...unlessTaken(unlabelled, rows)].sort(([a], [b]) => a - b)),
    columns: columnsOf(votes, drawn.columnWidths.length),
  };
}

/** Where another row stands by its words, one that has none is not there. */
function unlessTaken(
  unlabelled: ReadonlyMap<number, number>,
  rows: ReadonlyMap<number, number>,
): readonly (readonly [number, number])[] {
  const taken = new Set(rows.values());
  return [...unlabelled].filter(([, place]) => !taken.has(place));
}

interface FoundRow {
  readonly row: number;
  readonly column: number;
  readonly words: ReadonlyMap<string, number>;
}

function labelledRows(sheet: RawSheet, labels: ReadonlySet<string>): ReadonlyMap<string, FoundRow> {
  const occurrences = new Occurrences();
  const found = new Map<string, FoundRow>();
  for (const { row, cells } of sheet.rows) {
    const words = new Map<string, number>();
    for (const { column, value, formula } of cells) {
      const text = formula === undefined && typeof value === 'string' ? cellText(value).trim() : '';
      if (text !== '' && !words.has(text)) words.set(text, column);
    }
    const label = [...words.keys()].find((word) => labels.has(word));
    if (label === undefined) continue;
    found.set(occurrences.key(label), { row, column: words.get(label) ?? 1, words });
  }
  return found;
}

/** Words of a drawn row that stand once in it, with their columns there and in the sheet. */
function sameWords(
  cells: readonly CellContent[],
  words: ReadonlyMap<string, number>,
): readonly (readonly [number, number])[] {
  const drawn = new Map<string, number>();
  cells.forEach((content, index) => {
    if (typeof content === 'string' && !drawn.has(content.trim())) drawn.set(content.trim(), index + 1);
  });
  return [...drawn].flatMap(([word, column]) => {
    const at = words.get(word);
    return at === undefined ? [] : [[column, at] as const];
  });
}

function vote(votes: Map<number, Map<number, number>>, column: number, at: number): void {
  const counts = votes.get(column) ?? new Map<number, number>();
  counts.set(at, (counts.get(at) ?? 0) + 1);
  votes.set(column, counts);
}

/** Columns that no word speaks for keep their distance from the one on their left. */
function columnsOf(
  votes: ReadonlyMap<number, ReadonlyMap<number, number>>,
  width: number,
): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  let shift = 0;
  for (let column = 1; column <= width; column += 1) {
    const [winner] = [...(votes.get(column) ?? [])].sort((a, b) => b[1] - a[1]);
    if (winner !== undefined) shift = winner[0] - column;
    columns.set(column, column + shift);
  }
  return columns;
}
