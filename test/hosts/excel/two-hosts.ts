import { cellAddress, type RawCell, type RawSheet, type RawWorkbook } from '../../../src/base/raw-sheet';

/** Where two readings of one workbook differ: “台账!C5 value: 1 / "1"”. */
export function differences(one: RawWorkbook, other: RawWorkbook): readonly string[] {
  const names = [...new Set([...one.sheets, ...other.sheets].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [a, b] = [one, other].map(({ sheets }) => sheets.find((sheet) => sheet.name === name));
    return a === undefined || b === undefined ? [`${name}: only in one`] : sheetDifferences(a, b);
  });
}

function sheetDifferences(one: RawSheet, other: RawSheet): readonly string[] {
  const [a, b] = [cellsOf(one), cellsOf(other)];
  const places = [...new Set([...a.keys(), ...b.keys()])];
  const merges = (sheet: RawSheet) => sheet.merges.map((merge) => JSON.stringify(merge)).sort();
  return [
    ...difference(one.name, 'visibility', one.visibility, other.visibility),
    ...difference(one.name, 'merges', merges(one), merges(other)),
    ...places.flatMap((place) =>
      (['value', 'formula', 'format', 'hidden'] as const).flatMap((what) =>
        difference(`${one.name}!${place}`, what, a.get(place)?.[what], b.get(place)?.[what]),
      ),
    ),
  ];
}

function cellsOf(sheet: RawSheet): ReadonlyMap<string, RawCell & { readonly hidden: boolean }> {
  return new Map(
    sheet.rows.flatMap(({ row, hidden, cells }) =>
      cells.map((cell) => [cellAddress(row, cell.column), { ...cell, hidden }] as const),
    ),
  );
}

function difference(place: string, what: string, one: unknown, other: unknown): readonly string[] {
  const [a, b] = [JSON.stringify(one) ?? 'none', JSON.stringify(other) ?? 'none'];
  return a === b ? [] : [`${place} ${what}: ${a} / ${b}`];
}
