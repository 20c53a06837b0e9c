import type { CellRange, RawCell, RawRow, RawSheet, RawValue, RawWorkbook } from '../../returns/raw-sheet';
import { parseRanges } from './addresses';
import { loadBlocks, type LoadedBlock } from './load-blocks';
import { supportsExcelApi } from './requirement-sets';

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** Formulas that look into another workbook: `[预算.xlsx]表1!A1`. */
const EXTERNAL_LINK = /\[[^[\]]+\.xl\w{1,3}\]/i;

/**
 * Every sheet's used cells. Three round trips: which sheets there are, how large they are, what they hold (more only
 * where that outgrows an answer). Merges are known from ExcelApi 1.13 on; before, there are none.
 */
export async function readWorkbook(context: Excel.RequestContext): Promise<RawWorkbook> {
  const { workbook } = context;
  workbook.load('name');
  const worksheets = workbook.worksheets.load('items/name,items/visibility');
  await context.sync();
  const asked = worksheets.items.map((sheet) => askForSize(sheet));
  await context.sync();
  const used = asked.flatMap(usedSheet);
  const blocks = await loadBlocks(context, used);
  const sheets = asked.map(({ sheet, merged }) =>
    rawSheet(
      sheet,
      merged === undefined || merged.isNullObject ? '' : merged.address,
      blocks.get(sheet.name) ?? [],
    ),
  );
  return {
    file: workbook.name,
    sheets,
    date1904: false,
    hasMacros: /\.(xlsm|xlsb|xltm)$/i.test(workbook.name),
    hasExternalLinks: sheets.some(({ rows }) =>
      rows.some(({ cells }) =>
        cells.some(({ formula }) => formula !== undefined && EXTERNAL_LINK.test(formula)),
      ),
    ),
  };
}

function askForSize(sheet: Excel.Worksheet) {
  const range = sheet.getUsedRangeOrNullObject(true);
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  const merged = supportsExcelApi('1.13') ? range.getMergedAreasOrNullObject() : undefined;
  merged?.load('address');
  return { sheet, range, merged };
}

/** Where the values of a sheet stand; nothing of an empty one. */
function usedSheet({ sheet, range }: ReturnType<typeof askForSize>) {
  if (range.isNullObject) return [];
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const used: CellRange = {
    top: rowIndex + 1,
    left: columnIndex + 1,
    bottom: rowIndex + rowCount,
    right: columnIndex + columnCount,
  };
  return [{ sheet, used }];
}

function rawSheet(sheet: Excel.Worksheet, merges: string, blocks: readonly LoadedBlock[]): RawSheet {
  return {
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility],
    rows: blocks.flatMap(rawRows),
    merges: parseRanges(merges),
  };
}

function rawRows({ top, left, values, formulas, formats, hidden }: LoadedBlock): readonly RawRow[] {
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
