import type { CellContent } from '../../../base/blueprint';
import type { CellChange } from '../../../base/workbook-difference';
import { cellsOf, quotedSheet, runs } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { cellEntry, requiredFormat } from '../writing/cell-entries';
import { entryBytes, filledForm, type Fill } from '../writing/fills';
import { fillSteps } from '../writing/write-cells';
import { blocksOf, type Block, type Placed } from './cell-blocks';

const ACTIONS_A_BLOCK = 3;
/** What a fill must save before it is one: each is up to six actions, and actions take Excel longer than bytes. */
const WORTH = 3_000;
const LINK_BYTES = 120;

/**
 * Values and formulas in few blocks; every cell keeps its look, but for a text that Excel would take for a formula.
 * What a column is filled with comes first and the leftmost block last, so that a row that is not whole yet lacks its number.
 * @param isApart Whether a row is hidden by a filter: Excel spreads an array over the rows that show
 *   (OfficeDev/office-js issue 224), so such a row's cells go one by one, and no block lies across it.
 */
export function changeSteps(
  getSheet: () => Excel.Worksheet,
  changes: readonly CellChange[],
  isApart: (row: number) => boolean,
): readonly Step[] {
  return [...formatSteps(getSheet, changes, isApart), ...entrySteps(getSheet, changes, isApart)];
}

/** Links, before the looks of their cells: they bring a look of their own. */
export function linkSteps(getSheet: () => Excel.Worksheet, changes: readonly CellChange[]): readonly Step[] {
  const unlinked = changes.filter(
    ({ content, wasLink }) => wasLink === true && linkOf(content) === undefined,
  );
  const linked = changes.flatMap(({ row, column, content }) => {
    const value = linkOf(content);
    return value === undefined ? [] : [{ row, column, value }];
  });
  return [
    ...columnRuns(unlinked.map((cell) => ({ ...cell, value: null }))).map(({ column, top, values }) => ({
      bytes: ACTIONS_A_BLOCK * ACTION_BYTES,
      play: () => {
        cellsOf(getSheet(), columnPart(column, top, values.length)).clear('Hyperlinks');
      },
    })),
    ...columnRuns(linked).map(({ column, top, values }) => ({
      bytes: ACTIONS_A_BLOCK * ACTION_BYTES + values.length * LINK_BYTES,
      play: () => {
        const cells = cellsOf(getSheet(), columnPart(column, top, values.length));
        cells.setCellProperties(values.map((documentReference) => [{ hyperlink: { documentReference } }]));
      },
    })),
  ];
}

/** Merges over cells that somebody emptied by them: what is written beneath a merge is lost. */
export function separationSteps(
  getSheet: () => Excel.Worksheet,
  changes: readonly CellChange[],
): readonly Step[] {
  const emptied = changes.filter(({ wasEmptied, content }) => wasEmptied === true && content !== null);
  return columnRuns(emptied.map((cell) => ({ ...cell, value: null }))).map(({ column, top, values }) => ({
    bytes: ACTIONS_A_BLOCK * ACTION_BYTES,
    play: () => {
      cellsOf(getSheet(), columnPart(column, top, values.length)).unmerge();
    },
  }));
}

function linkOf(content: CellContent): string | undefined {
  if (content === null || typeof content !== 'object' || !('text' in content)) return undefined;
  return content.text === '' ? undefined : `${quotedSheet(content.sheet)}!${content.cell}`;
}

function formatSteps(
  getSheet: () => Excel.Worksheet,
  changes: readonly CellChange[],
  isApart: (row: number) => boolean,
): readonly Step[] {
  const needed = changes.flatMap(({ row, column, content, numberFormat }) => {
    const value = requiredFormat(content, numberFormat);
    return value === undefined || value === numberFormat ? [] : [{ row, column, value }];
  });
  return safeBlocks(needed, isApart, (format) => format.length + ACTION_BYTES / 8).map((block) => ({
    bytes: block.bytes + ACTIONS_A_BLOCK * ACTION_BYTES,
    play: () => {
      cellsOf(getSheet(), rangeOf(block)).numberFormat = block.values.map((row) => [...row]);
    },
  }));
}

function entrySteps(
  getSheet: () => Excel.Worksheet,
  changes: readonly CellChange[],
  isApart: (row: number) => boolean,
): readonly Step[] {
  const fills = fillsOf(changes, isApart);
  const isFilled = filledCells(fills);
  const left = changes
    .filter((change) => !isFilled(change))
    .map(({ row, column, content, numberFormat }) => ({
      row,
      column,
      value: cellEntry(content, numberFormat),
    }));
  const blocks = safeBlocks(left, isApart, entryBytes).toSorted((one, other) => other.column - one.column);
  return [
    ...fillSteps(getSheet, fills),
    ...blocks.map((block) => ({
      bytes: block.bytes + ACTIONS_A_BLOCK * ACTION_BYTES,
      play: () => {
        cellsOf(getSheet(), rangeOf(block)).formulas = block.values.map((row) => [...row]);
      },
    })),
  ];
}

/** What a column is filled with, and which cells keep it: those between are overwritten by what is theirs. */
interface Filling extends Fill {
  readonly rows: readonly number[];
}

/** Of a column what is the same formula, also with others between, or the same value. */
function fillsOf(changes: readonly CellChange[], isApart: (row: number) => boolean): readonly Filling[] {
  const keyed = changes
    .filter(({ row }) => !isApart(row))
    .map((change) => ({ ...change, value: { change, key: fillKey(change) } }));
  return columnRuns(keyed).flatMap(({ column, values }) =>
    withoutOverlaps(
      sameRuns(values).flatMap((same) => {
        const [{ change }] = same;
        const entry = cellEntry(change.content, change.numberFormat);
        const saved = (same.length - 1) * entryBytes(entry);
        if (saved <= WORTH) return [];
        const rows = same.map(({ change: { row } }) => row);
        const [top, bottom] = [change.row - 1, (rows.at(-1) ?? change.row) - 1];
        return [
          { column: column - 1, top, bottom, entry, isFormula: isFormulaCell(change.content), rows, saved },
        ];
      }),
    ),
  );
}

/** Of fills that lie across each other the one that saves more. */
function withoutOverlaps<Some extends Fill & { readonly saved: number }>(
  fills: readonly Some[],
): readonly Some[] {
  const taken: Some[] = [];
  for (const fill of fills.toSorted((one, other) => other.saved - one.saved)) {
    if (taken.every(({ top, bottom }) => bottom < fill.top || top > fill.bottom)) taken.push(fill);
  }
  return taken;
}

interface Keyed {
  readonly change: CellChange;
  readonly key: string;
}

/**
 * What is the same in a column: of a formula all cells, of a value those that follow one another. A value that stands for a
 * moment where another belongs could be taken for the clerk's, should Excel stop right then.
 */
function sameRuns(values: readonly Keyed[]): readonly (readonly [Keyed, ...Keyed[]])[] {
  const found: [Keyed, ...Keyed[]][] = [];
  const ofFormula = new Map<string, [Keyed, ...Keyed[]]>();
  let last: [Keyed, ...Keyed[]] | undefined;
  for (const value of values) {
    const same = last?.[0].key === value.key ? last : ofFormula.get(value.key);
    if (same !== undefined) same.push(value);
    last = same ?? [value];
    if (same === undefined) found.push(last);
    if (isFormulaCell(value.change.content)) ofFormula.set(value.key, last);
  }
  return found;
}

function fillKey({ row, content, numberFormat }: CellChange): string {
  if (isFormulaCell(content)) return `= ${filledForm(content.formula, row)}`;
  const entry = cellEntry(content, numberFormat);
  return `${typeof entry} ${entry}`;
}

function isFormulaCell(content: CellContent): content is Extract<CellContent, { formula: string }> {
  return typeof content === 'object' && content !== null && 'formula' in content;
}

function filledCells(
  fills: readonly Filling[],
): (cell: { readonly row: number; readonly column: number }) => boolean {
  const filled = new Set(fills.flatMap(({ column, rows }) => rows.map((row) => `${row},${column + 1}`)));
  return ({ row, column }) => filled.has(`${row},${column}`);
}

/** Cells one below the other, column by column. */
function columnRuns<Value>(cells: readonly Placed<Value>[]) {
  const columns = new Map<number, Map<number, Value>>();
  for (const { row, column, value } of cells) {
    const rows = columns.get(column) ?? new Map<number, Value>();
    columns.set(column, rows.set(row, value));
  }
  return [...columns].flatMap(([column, byRow]) =>
    runs([...byRow.keys()].sort((a, b) => a - b)).map(({ first, last }) => ({
      column,
      top: first,
      values: Array.from({ length: last - first + 1 }, (_, index) => byRow.get(first + index) as Value),
    })),
  );
}

function columnPart(column: number, top: number, height: number) {
  return { top, left: column, bottom: top + height - 1, right: column };
}

/** Blocks that lie across no hidden row; of a hidden row every cell by itself. */
function safeBlocks<Value>(
  cells: readonly Placed<Value>[],
  isApart: (row: number) => boolean,
  bytesOf: (value: Value) => number,
): readonly Block<Value>[] {
  const [rows, hidden] = [cells.filter(({ row }) => !isApart(row)), cells.filter(({ row }) => isApart(row))];
  const alone = hidden.map(({ row, column, value }) => ({
    row,
    column,
    values: [[value]],
    bytes: bytesOf(value),
  }));
  return [...alone, ...stretches(rows, isApart).flatMap((some) => blocksOf(some, bytesOf))];
}

/** Cells between two hidden rows each. */
function stretches<Value>(
  cells: readonly Placed<Value>[],
  isApart: (row: number) => boolean,
): readonly (readonly Placed<Value>[])[] {
  const found: Placed<Value>[][] = [];
  let row = 0;
  for (const cell of cells.toSorted((one, other) => one.row - other.row)) {
    let isCut = found.length === 0;
    for (; row < cell.row; row += 1) isCut ||= isApart(row);
    if (isCut) found.push([]);
    found.at(-1)?.push(cell);
  }
  return found;
}

function rangeOf<Value>({ row, column, values }: Block<Value>) {
  return {
    top: row,
    left: column,
    bottom: row + values.length - 1,
    right: column + (values[0]?.length ?? 1) - 1,
  };
}
