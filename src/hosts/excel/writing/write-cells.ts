import { largestOf, smallestOf } from '../../../base/extremes';
import type { SheetBlueprint } from '../../../base/blueprint';
import { cellEntry, layeredFormat, requiredFormat, type Entry } from './cell-entries';
import type { LastLook } from '../reading/last-look';
import { entryBytes, findFills, type Fill } from './fills';
import { cellsOf, everywhere, quotedSheet, runs } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';

/** Rows are handed over in blocks of about this size, so that a large tab can be divided between requests. */
const BLOCK_BYTES = 400_000;

/** For more than this in cells that are filled already, a block of its own is begun. */
const PADDING_BYTES = 2_000;

const ACTIONS_A_FILL = 3;

/** Number formats first, since they decide what an entry becomes; then links, which bring a look; then the entries. */
export function cellSteps(
  getSheet: () => Excel.Worksheet,
  blueprint: SheetBlueprint,
  lastLook: LastLook,
): readonly Step[] {
  const formatAt = layeredFormat(blueprint);
  return [
    formatStep(getSheet, blueprint),
    ...requiredFormatSteps(getSheet, blueprint, formatAt),
    linkStep(getSheet, blueprint),
    ...entrySteps(getSheet, blueprint, formatAt, lastLook),
  ];
}

function formatStep(getSheet: () => Excel.Worksheet, { formats }: SheetBlueprint): Step {
  return {
    bytes: formats.length * ACTION_BYTES,
    play: () => {
      const sheet = getSheet();
      for (const { range, format } of formats) {
        if (format.numberFormat === undefined) continue;
        cellsOf(sheet, range).numberFormat = everywhere(format.numberFormat);
      }
    },
  };
}

/** One array a column, whatever the number of cells; null leaves a cell as it is. */
function requiredFormatSteps(
  getSheet: () => Excel.Worksheet,
  { cells }: SheetBlueprint,
  formatAt: (row: number, column: number) => string | undefined,
): readonly Step[] {
  const byColumn = new Map<number, Map<number, string>>();
  cells.forEach((contents, rowIndex) => {
    contents.forEach((content, columnIndex) => {
      const format = requiredFormat(content, formatAt(rowIndex + 1, columnIndex + 1));
      if (format === undefined) return;
      const column = byColumn.get(columnIndex + 1) ?? new Map<number, string>();
      byColumn.set(columnIndex + 1, column.set(rowIndex + 1, format));
    });
  });
  return [...byColumn].map(([column, formats]) => {
    const rows = [...formats.keys()];
    const [top, bottom] = [smallestOf(rows), largestOf(rows)];
    const wanted = Array.from({ length: bottom - top + 1 }, (_, index) => [formats.get(top + index) ?? null]);
    return {
      bytes: ACTION_BYTES + wanted.length * 16,
      play: () => {
        const block = cellsOf(getSheet(), { top, left: column, bottom, right: column });
        block.numberFormat = wanted;
      },
    };
  });
}

function linkStep(getSheet: () => Excel.Worksheet, { cells }: SheetBlueprint): Step {
  const links = cells.flatMap((contents, row) =>
    contents.flatMap((content, column) => {
      if (content === null || typeof content !== 'object' || !('text' in content)) return [];
      const target = `${quotedSheet(content.sheet)}!${content.cell}`;
      return content.text === '' ? [] : [{ row, column, target }];
    }),
  );
  return {
    bytes: links.length * 3 * ACTION_BYTES,
    play: () => {
      const sheet = getSheet();
      for (const { row, column, target } of links) {
        sheet.getCell(row, column).hyperlink = { documentReference: target };
      }
    },
  };
}

/** What a column's cells are filled with comes first, so that a row that is not whole yet lacks its number. */
function entrySteps(
  getSheet: () => Excel.Worksheet,
  blueprint: SheetBlueprint,
  formatAt: (row: number, column: number) => string | undefined,
  lastLook: LastLook,
): readonly Step[] {
  const { name, cells } = blueprint;
  const width = largestOf(
    cells.map((row) => row.length),
    0,
  );
  const entries = cells.map((contents, index) =>
    Array.from({ length: width }, (_, at) => cellEntry(contents[at] ?? null, formatAt(index + 1, at + 1))),
  );
  const fills = findFills(blueprint, entries, (column) => !lastLook.watches(name, column + 1));
  const filled = entries.map(() => new Set<number>());
  for (const { column, top, bottom } of fills) {
    for (let row = top; row <= bottom; row += 1) filled[row]?.add(column);
  }
  return [
    ...fillSteps(getSheet, fills),
    ...blocksOf(entries, filled).map((block) => ({
      bytes: block.bytes + lastLook.bytes(name),
      play: () => {
        const sheet = getSheet();
        lastLook.ask(sheet, name, block.top + 1, block.top + block.rows.length);
        writeRows(sheet, block);
      },
    })),
  ];
}

/**
 * A constant is given once for all its cells. Of formulas the first row is written, of columns side by side in one go, and
 * copied down: `copyFrom` moves the references of a formula with it, as pasting does.
 */
export function fillSteps(getSheet: () => Excel.Worksheet, fills: readonly Fill[]): readonly Step[] {
  return sideBySide(fills).map((group) => ({
    bytes: group.reduce((sum, { entry }) => sum + entryBytes(entry), 2 * ACTIONS_A_FILL * ACTION_BYTES),
    play: () => {
      const [{ column, top, bottom, entry, isFormula }] = group;
      const cells = { top: top + 1, left: column + 1, bottom: bottom + 1, right: column + group.length };
      const sheet = getSheet();
      if (!isFormula) cellsOf(sheet, cells).formulas = everywhere(entry);
      else {
        const first = cellsOf(sheet, { ...cells, bottom: cells.top });
        first.formulas = [group.map((fill) => fill.entry)];
        cellsOf(sheet, { ...cells, top: cells.top + 1 }).copyFrom(first, 'Formulas');
      }
    },
  }));
}

/** Formulas of the same rows in neighbouring columns, from left to right. */
function sideBySide(fills: readonly Fill[]): readonly (readonly [Fill, ...Fill[]])[] {
  const groups: [Fill, ...Fill[]][] = [];
  for (const fill of fills.toSorted((one, other) => one.top - other.top || one.column - other.column)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joins =
      last?.isFormula === true &&
      fill.isFormula &&
      last.top === fill.top &&
      last.bottom === fill.bottom &&
      last.column + 1 === fill.column;
    if (group !== undefined && joins) group.push(fill);
    else groups.push([fill]);
  }
  return groups;
}

/** An entry, or `null` where the cell is filled already. */
type Row = (Entry | null)[];

/** Rows one below the other, and of them the columns that are not filled already. */
interface Block {
  readonly top: number;
  readonly rows: readonly Row[];
  readonly columns: ReturnType<typeof runs>;
  readonly bytes: number;
}

function blocksOf(
  entries: readonly (readonly Entry[])[],
  filled: readonly ReadonlySet<number>[],
): readonly Block[] {
  const found: RowsTogether[] = [];
  entries.forEach((row, top) => {
    const left = row.map((entry, column) => (filled[top]?.has(column) === true ? null : entry));
    if (found.at(-1)?.take(left) !== true) found.push(new RowsTogether(top, left));
  });
  return found.map((together) => together.block());
}

/** Rows as long as they are not too much, and are filled in about the same columns. */
class RowsTogether {
  private readonly rows: Row[] = [];
  /** Columns in which some row is not filled. */
  private readonly open = new Set<number>();
  private cells = 0;
  private bytes = 0;

  constructor(
    private readonly top: number,
    first: Row,
  ) {
    this.add(first, columnsLeft(first));
  }

  /** Whether the row fits in. */
  take(row: Row): boolean {
    const left = columnsLeft(row);
    const width = new Set([...this.open, ...left]).size;
    const padding = (width * (this.rows.length + 1) - this.cells - left.length) * NULL_BYTES;
    if (this.bytes > BLOCK_BYTES || padding > PADDING_BYTES) return false;
    this.add(row, left);
    return true;
  }

  block(): Block {
    const { top, rows } = this;
    const columns = runs([...this.open].sort((a, b) => a - b));
    const parts = columns.flatMap(({ first, last }) => rows.map((row) => row.slice(first, last + 1)));
    const bytes = parts.reduce((sum, part) => sum + rowBytes(part), columns.length * 3 * ACTION_BYTES);
    return { top, rows, columns, bytes };
  }

  private add(row: Row, left: readonly number[]): void {
    this.rows.push(row);
    for (const column of left) this.open.add(column);
    this.cells += left.length;
    this.bytes += rowBytes(row.filter((entry) => entry !== null));
  }
}

function columnsLeft(row: Row): readonly number[] {
  return row.flatMap((entry, column) => (entry === null ? [] : [column]));
}

const BRACKETS = 3;
const NULL_BYTES = 5;

function rowBytes(row: Row): number {
  return row.reduce<number>(
    (sum, entry) => sum + (entry === null ? NULL_BYTES : entryBytes(entry)),
    BRACKETS,
  );
}

/** From right to left: a row that is not whole yet lacks its number. */
function writeRows(sheet: Excel.Worksheet, { top, rows, columns }: Block): void {
  for (const { first, last } of columns.toReversed()) {
    const part = rows.map((row) => row.slice(first, last + 1));
    const place = { top: top + 1, left: first + 1, bottom: top + rows.length, right: last + 1 };
    cellsOf(sheet, place).formulas = part;
  }
}
