import type { CellFormat, RangeFormat, SheetBlueprint } from '../../base/blueprint';
import type { ChangedTab } from '../../base/workbook-difference';
import { placeOf } from './placement';
import type { TabLayout } from './tab-layout';

/** The changes of a tab's formats. */
interface LookChanges {
  readonly formats: readonly RangeFormat[];
  readonly rowHeights: ChangedTab['rowHeights'];
  /** The number format that the tab as it will be gives a cell of the workbook. */
  readonly numberFormat: (row: number, column: number) => string | undefined;
}

/**
 * Looks of cells that are new or that the product gives another look; all other cells keep theirs. A cell that is no longer
 * ours loses what the product gave it.
 */
export function formatChanges(before: SheetBlueprint, after: SheetBlueprint, layout: TabLayout): LookChanges {
  const then = placedLooks(before, layout.stays);
  const now = placedLooks(after, layout.stands);
  const cells: { row: number; column: number; format: CellFormat }[] = [];
  for (const row of new Set([...now.keys(), ...then.keys()])) {
    const [looks, former] = [now.get(row) ?? [], then.get(row) ?? []];
    for (let at = 0; at < Math.max(looks.length, former.length); at += 1) {
      const [is, was] = [looks[at], former[at]];
      if ((is?.text ?? PLAIN) === (was?.text ?? PLAIN)) continue;
      cells.push({ row, column: at + 1, format: is?.format ?? {} });
    }
  }
  return {
    formats: runs(cells),
    rowHeights: heightChanges(before, after, layout),
    numberFormat: (row, column) => now.get(row)?.[column - 1]?.format.numberFormat,
  };
}

interface Look {
  readonly format: CellFormat;
  readonly text: string;
}

/** The look of a cell of which the product says nothing. */
const PLAIN = '{}';

/** Looks of a sheet by row, and in it by column from 0 on. */
type Looks = ReadonlyMap<number, readonly (Look | undefined)[]>;

function placedLooks(sheet: SheetBlueprint, at: TabLayout['stands']): Looks {
  const placed = new Map<number, readonly (Look | undefined)[]>();
  const known = new Map<string, readonly (Look | undefined)[]>();
  sheet.cells.forEach((cells, index) => {
    const row = index + 1;
    const place = at.rows.get(row);
    if (place === undefined) return;
    const over = sheet.formats.flatMap((format, order) =>
      row >= format.range.top && row <= format.range.bottom ? [order] : [],
    );
    const width = Math.max(sheet.columnWidths.length, cells.length);
    const isHead = at.head !== undefined && row <= at.head.last;
    const key = `${width} ${isHead} ${over.join()}`;
    const looks = known.get(key) ?? rowLooks(sheet, row, width, at);
    known.set(key, looks);
    placed.set(place, looks);
  });
  return placed;
}

/** Rows under the same formats look alike. */
function rowLooks(
  sheet: SheetBlueprint,
  row: number,
  width: number,
  at: TabLayout['stands'],
): readonly (Look | undefined)[] {
  const over = sheet.formats.filter(({ range }) => row >= range.top && row <= range.bottom);
  const looks: (Look | undefined)[] = [];
  for (let column = 1; column <= width; column += 1) {
    const place = placeOf(at, row, column);
    if (place === undefined) continue;
    const here = over.filter(({ range }) => column >= range.left && column <= range.right);
    const format = Object.assign({}, ...here.map((one) => one.format)) as CellFormat;
    const entries = Object.entries(format).sort(([a], [b]) => (a < b ? -1 : 1));
    looks[place.column - 1] = { format, text: JSON.stringify(Object.fromEntries(entries)) };
  }
  return looks;
}

/** Neighbouring cells of a row with one look are one range; the same below each other as well. */
function runs(cells: readonly { row: number; column: number; format: CellFormat }[]): readonly RangeFormat[] {
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const lines: {
    top: number;
    bottom: number;
    left: number;
    right: number;
    text: string;
    format: CellFormat;
  }[] = [];
  for (const { row, column, format } of sorted) {
    const text = JSON.stringify(format);
    const last = lines.at(-1);
    if (last !== undefined && last.top === row && last.right + 1 === column && last.text === text)
      last.right = column;
    else lines.push({ top: row, bottom: row, left: column, right: column, text, format });
  }
  const open = new Map<string, (typeof lines)[number]>();
  const blocks: typeof lines = [];
  for (const line of lines) {
    const key = `${line.left}:${line.right}:${line.text}`;
    const above = open.get(key);
    if (above !== undefined && above.bottom + 1 === line.top) above.bottom = line.bottom;
    else {
      blocks.push(line);
      open.set(key, line);
    }
  }
  return blocks.map(({ top, bottom, left, right, format }) => ({
    range: { top, bottom, left, right },
    format,
  }));
}

function heightChanges(
  before: SheetBlueprint,
  after: SheetBlueprint,
  { stays, stands }: TabLayout,
): ChangedTab['rowHeights'] {
  const placed = (sheet: SheetBlueprint, rows: ReadonlyMap<number, number>) =>
    new Map(
      sheet.rowHeights.flatMap(({ row, points }): [number, number][] => {
        const at = rows.get(row);
        return at === undefined ? [] : [[at, points]];
      }),
    );
  const [then, now] = [placed(before, stays.rows), placed(after, stands.rows)];
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((row) => then.get(row) !== now.get(row))
    .sort((a, b) => a - b)
    .map((row) => ({ row, points: now.get(row) ?? null, was: then.get(row) ?? null }));
}
