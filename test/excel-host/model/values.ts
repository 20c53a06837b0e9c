/** What a cell holds or computes to. */
export type CellValue = string | number | boolean | null | CellError;

export interface CellError {
  readonly error: string;
}

export function isError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** As `range.values` shows it: empty cells as '', errors as their text. */
export function shownValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return isError(value) ? value.error : value;
}

/** `Excel.RangeValueType`. */
export function valueTypeOf(value: CellValue): string {
  if (value === null) return 'Empty';
  if (isError(value)) return 'Error';
  switch (typeof value) {
    case 'number':
      return 'Double';
    case 'boolean':
      return 'Boolean';
    default:
      return 'String';
  }
}

/** Excel's longest text in a cell. */
export const maxTextLength = 32767;
export const maxFormulaLength = 8192;
