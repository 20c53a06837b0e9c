import type { RawCell, RawRow, RawSheet, RawValue, RawWorkbook } from '../../../base/raw-sheet';
import { parseRanges } from './addresses';
import type { LoadedBlock } from './load-blocks';

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** Formulas that look into another workbook: `[预算.xlsx]表1!A1`. */
const EXTERNAL_LINK = /\[[^[\]]+\.xl\w{1,3}\]/i;

export function rawWorkbook(file: string, sheets: readonly RawSheet[]): RawWorkbook {
  return {
    file,
    sheets,
    date1904: false,
    hasMacros: /\.(xlsm|xlsb|xltm)$/i.test(file),
    hasExternalLinks: sheets.some(({ rows }) =>
      rows.some(({ cells }) =>
        cells.some(({ formula }) => formula !== undefined && EXTERNAL_LINK.test(formula)),
      ),
    ),
  };
}

export function rawSheet(
  { name, visibility }: Pick<Excel.Worksheet, 'name' | 'visibility'>,
  blocks: readonly LoadedBlock[],
): RawSheet {
  return {
    name,
    visibility: VISIBILITY[visibility],
    rows: rawRows(blocks),
    merges: blocks.flatMap(({ merges }) => merges.flatMap(parseRanges)),
  };
}

/** Blocks that lie side by side share their rows. */
export function rawRows(blocks: readonly LoadedBlock[]): readonly RawRow[] {
  const rows = new Map<number, RawRow>();
  for (const row of blocks.flatMap(rowsOfBlock)) {
    const known = rows.get(row.row);
    rows.set(row.row, known === undefined ? row : { ...row, cells: [...known.cells, ...row.cells] });
  }
  return [...rows.values()].sort((one, other) => one.row - other.row);
}

function rowsOfBlock({ top, left, values, formulas, formats, hidden }: LoadedBlock): readonly RawRow[] {
  return values.flatMap((contents, index) => {
    const cells = contents.flatMap((value, at) =>
      rawCell(left + at, value, formulas[index]?.[at], formats[index]?.[at]),
    );
    return cells.length === 0 ? [] : [{ row: top + index, hidden: hidden[index] ?? false, cells }];
  });
}

function rawCell(column: number, value: unknown, entry: unknown, format: unknown): readonly RawCell[] {
  // A text beginning with “=” is its own entry; a formula's value is something else.
  const formula =
    typeof entry === 'string' && entry.startsWith('=') && entry !== value ? entry.slice(1) : undefined;
  if (value === '' && formula === undefined) return [];
  return [
    {
      column,
      value: rawValue(value as string | number | boolean),
      ...(typeof format === 'string' && format !== 'General' ? { format } : {}),
      ...(formula === undefined ? {} : { formula }),
    },
  ];
}

const CELL_ERROR =
  /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|GETTING_DATA|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|PYTHON!)$/;

function rawValue(value: string | number | boolean): RawValue {
  return typeof value === 'string' && CELL_ERROR.test(value) ? { error: value } : value;
}
