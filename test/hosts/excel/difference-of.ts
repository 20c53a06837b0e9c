import type { CellFormat, RangeFormat, SheetBlueprint, WorkbookBlueprint } from '../../../src/base/blueprint';
import type {
  CellChange,
  ChangedTab,
  ListDifference,
  WorkbookDifference,
} from '../../../src/base/workbook-difference';

/** What turns a workbook drawn from one blueprint into the other, where nobody has moved anything. */
export function differenceOf(before: WorkbookBlueprint, after: WorkbookBlueprint): WorkbookDifference {
  const place = new Map((after.writeOrder ?? []).map((name, index) => [name, index]));
  const sheets = after.sheets.toSorted(
    (one, other) => (place.get(one.name) ?? 99) - (place.get(other.name) ?? 99),
  );
  return {
    tabs: sheets.map((sheet) => {
      const old = before.sheets.find(({ name }) => name === sheet.name);
      return old === undefined ? { kind: 'draw', sheet } : changed(old, sheet);
    }),
    order: after.sheets.map(({ name }) => name),
    names: after.names,
    title: after.title,
  };
}

function changed(old: SheetBlueprint, now: SheetBlueprint): ChangedTab {
  const heights = (sheet: SheetBlueprint) =>
    new Map(sheet.rowHeights.map(({ row, points }) => [row, points]));
  const [was, points] = [heights(old), heights(now)];
  const rows = [...new Set([...was.keys(), ...points.keys()])].filter(
    (row) => was.get(row) !== points.get(row),
  );
  const isResized = ({ name, range }: SheetBlueprint['tables'][number]) =>
    old.tables.some((table) => table.name === name && !isSame(table.range, range));
  const pivots = listOf(old.pivots, now.pivots);
  const kept = now.pivots.filter((pivot) => !pivots.added.includes(pivot));
  return {
    kind: 'change',
    sheet: now.name,
    insertedRows: [],
    cells: cellsOf(old, now),
    formats: looksOf(old, now),
    details: [],
    rowHeights: rows.map((row) => ({ row, points: points.get(row) ?? null, was: was.get(row) ?? null })),
    tables: now.tables.filter(isResized),
    merges: listOf(old.merges, now.merges),
    validations: listOf(old.validations, now.validations),
    conditionalFormats: listOf(old.conditionalFormats, now.conditionalFormats),
    notes: listOf(old.notes, now.notes),
    charts: listOf(old.charts, now.charts),
    // New figures wherever there is one that stays.
    pivots: { removed: [...pivots.removed, ...kept], added: [...pivots.added, ...kept] },
    pageBreaks: listOf(old.print?.breakAbove ?? [], now.print?.breakAbove ?? []),
    ...(isSame(old.print, now.print) || now.print === undefined ? {} : { print: now.print }),
  };
}

function listOf<Item>(old: readonly Item[], now: readonly Item[]): ListDifference<Item> {
  const isIn = (list: readonly Item[], item: Item) => list.some((one) => isSame(one, item));
  return { removed: old.filter((one) => !isIn(now, one)), added: now.filter((one) => !isIn(old, one)) };
}

function cellsOf(old: SheetBlueprint, now: SheetBlueprint): readonly CellChange[] {
  const lines = Array.from({ length: Math.max(old.cells.length, now.cells.length) }, (_, index) => index);
  return lines.flatMap((line) => {
    const [a = [], b = []] = [old.cells[line], now.cells[line]];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => at).flatMap((at) => {
      const [was, content] = [a[at] ?? null, b[at] ?? null];
      if (isSame(entryOf(was), entryOf(content))) return [];
      const numberFormat = lookAt(now.formats, line + 1, at + 1)?.numberFormat;
      const wasLink = typeof was === 'object' && was !== null && 'text' in was;
      return [
        {
          row: line + 1,
          column: at + 1,
          content,
          ...(numberFormat !== undefined && { numberFormat }),
          ...(wasLink && { wasLink: true as const }),
        },
      ];
    });
  });
}

/** A formula that stays is worked out by Excel. */
function entryOf(content: CellChange['content']): unknown {
  return typeof content === 'object' && content !== null && 'formula' in content ? content.formula : content;
}

function looksOf(old: SheetBlueprint, now: SheetBlueprint): readonly RangeFormat[] {
  const layers = [...old.formats, ...now.formats].map(({ range }) => range);
  const bottom = Math.max(0, ...layers.map((range) => range.bottom));
  const right = Math.max(0, ...layers.map((range) => range.right));
  const found: RangeFormat[] = [];
  for (let row = 1; row <= bottom; row += 1) {
    for (let column = 1; column <= right; column += 1) {
      const [was, format] = [lookAt(old.formats, row, column), lookAt(now.formats, row, column)];
      if (isSame(was, format)) continue;
      found.push({ range: { top: row, left: column, bottom: row, right: column }, format: format ?? {} });
    }
  }
  return found;
}

function lookAt(formats: readonly RangeFormat[], row: number, column: number): CellFormat | undefined {
  const layers = formats.filter(
    ({ range }) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
  );
  return layers.length === 0 ? undefined : Object.assign({}, ...layers.map(({ format }) => format));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
