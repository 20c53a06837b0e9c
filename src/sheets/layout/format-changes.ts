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
  for (const key of new Set([...now.keys(), ...then.keys()])) {
    const [is, was] = [now.get(key), then.get(key)];
    const [row = 0, column = 0] = key.split(':').map(Number);
    const isNew = was === undefined;
    if (!isNew && (is?.text ?? '{}') === was.text) continue;
    if (isNew && is?.text === '{}') continue;
    cells.push({ row, column, format: is?.format ?? {} });
  }
  return {
    formats: runs(cells),
    rowHeights: heightChanges(before, after, layout),
    numberFormat: (row, column) => now.get(`${row}:${column}`)?.format.numberFormat,
  };
}

interface Look {
  readonly format: CellFormat;
  readonly text: string;
}

function placedLooks(sheet: SheetBlueprint, at: TabLayout['stands']): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>();
  const known = new Map<string, Look>();
  const width = sheet.columnWidths.length;
  sheet.cells.forEach((cells, index) => {
    const row = index + 1;
    const over = sheet.formats.filter(({ range }) => row >= range.top && row <= range.bottom);
    for (let column = 1; column <= Math.max(width, cells.length); column += 1) {
      const place = placeOf(at, row, column);
      if (place === undefined) continue;
      const here = over.filter(({ range }) => column >= range.left && column <= range.right);
      const name = here.map((one) => sheet.formats.indexOf(one)).join();
      let look = known.get(name);
      if (look === undefined) {
        const format = Object.assign({}, ...here.map((one) => one.format)) as CellFormat;
        const entries = Object.entries(format).sort(([a], [b]) => (a < b ? -1 : 1));
        look = { format, text: JSON.stringify(Object.fromEntries(entries)) };
        known.set(name, look);
      }
      looks.set(`${place.row}:${place.column}`, look);
    }
  });
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
