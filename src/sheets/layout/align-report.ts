import { must } from '../../base/invariant';
import { cellText } from '../reading/raw-table';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import type { RawSheet } from '../../base/raw-sheet';
import { filledRows, kinshipIn, placeEmptied, placeUnlabelled } from './report-gaps';

/** The words of a row by which it is found again: its first text that is no formula's result. */
interface Label {
  readonly text: string;
  readonly column: number;
}

interface FoundRow {
  readonly row: number;
  readonly column: number;
  readonly words: ReadonlyMap<string, number>;
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
  const places = labelledPlaces(labels, sheet);
  const votes = new Map<number, Map<number, number>>();
  labels.forEach((label, index) => {
    const place = places.get(index + 1);
    if (place === undefined || label === undefined) return;
    vote(votes, label.column, place.column);
    for (const [column, at] of sameWords(must(drawn.cells[index], `row ${index + 1}`), place.words))
      vote(votes, column, at);
  });
  const wanted = labels.filter((label) => label !== undefined).length;
  if (places.size < wanted * KNOWN_PART) return undefined;
  const columns = columnsOf(votes, drawn.columnWidths.length);
  const rows = new Map([...places].map(([row, place]) => [row, place.row]));
  placeUnlabelled(rows, labels, kinshipIn(sheet, drawn.cells, columns));
  placeEmptied(rows, labels.length, filledRows(sheet, new Set(columns.values())));
  return { rows: new Map([...rows].sort(([a], [b]) => a - b)), columns };
}

/**
 * Drawn rows by their labels. A label that is drawn several times is looked for between the rows around it that are found, so that
 * one that is gone does not give its name to the next.
 */
function labelledPlaces(
  labels: readonly (Label | undefined)[],
  sheet: RawSheet,
): ReadonlyMap<number, FoundRow> {
  const candidates = labelledRows(sheet, new Set(labels.flatMap((label) => label?.text ?? [])));
  const counts = new Map<string, number>();
  for (const label of labels)
    if (label !== undefined) counts.set(label.text, (counts.get(label.text) ?? 0) + 1);
  const places = new Map<number, FoundRow>();
  const repeated: (readonly [row: number, text: string])[] = [];
  labels.forEach((label, index) => {
    if (label === undefined) return;
    const found = candidates.get(label.text) ?? [];
    if (counts.get(label.text) !== 1) repeated.push([index + 1, label.text]);
    else if (found[0] !== undefined) places.set(index + 1, found[0]);
  });
  const following = nextPlaces(places, labels.length);
  let above = 0;
  const rest = repeated.filter(([row, text]) => {
    for (let before = row - 1; before > 0; before -= 1) {
      above = places.get(before)?.row ?? 0;
      if (above !== 0) break;
    }
    const found = candidates.get(text) ?? [];
    const at = found.findIndex(
      (place) => place.row > above && place.row < must(following[row], `place below row ${row}`),
    );
    const [place] = at === -1 ? [] : found.splice(at, 1);
    if (place !== undefined) places.set(row, place);
    return place === undefined;
  });
  for (const text of new Set(rest.map(([, label]) => label))) {
    const rows = rest.flatMap(([row, label]) => (label === text ? [row] : []));
    const found = candidates.get(text) ?? [];
    if (found.length !== rows.length) continue;
    rows.forEach((row, index) => {
      const place = found[index];
      if (place !== undefined) places.set(row, place);
    });
  }
  return places;
}

/** For each drawn row the sheet's row of the next one below it that is found. */
function nextPlaces(places: ReadonlyMap<number, FoundRow>, count: number): readonly number[] {
  const following = Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
  for (let row = count - 1; row > 0; row -= 1) {
    following[row] = places.get(row + 1)?.row ?? following[row + 1] ?? Number.POSITIVE_INFINITY;
  }
  return following;
}

/** Rows of a sheet in which one of these labels stands, from the top. */
function labelledRows(sheet: RawSheet, labels: ReadonlySet<string>): ReadonlyMap<string, FoundRow[]> {
  const found = new Map<string, FoundRow[]>();
  for (const { row, cells } of sheet.rows) {
    const words = new Map<string, number>();
    for (const { column, value, formula } of cells) {
      const text = formula === undefined && typeof value === 'string' ? cellText(value).trim() : '';
      if (text !== '' && !words.has(text)) words.set(text, column);
    }
    const label = [...words.keys()].find((word) => labels.has(word));
    if (label === undefined) continue;
    const place = { row, column: words.get(label) ?? 1, words };
    const known = found.get(label);
    if (known === undefined) found.set(label, [place]);
    else known.push(place);
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
