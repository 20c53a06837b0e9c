import { formatCellValue } from '@cj-tech-master/excelts';
import { isError, type CellValue } from './values';

/** `range.text`: what the cell shows, whatever its width. */
export function textOf(value: CellValue, numberFormat: string): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return textThroughFormat(value, numberFormat);
  if (numberFormat === 'General' || numberFormat === '@') return generalText(value);
  return isHidden(value, numberFormat) ? '' : formatCellValue(value, numberFormat);
}

/** Only the fourth section of a format speaks of text; without one it is shown as it is. */
function textThroughFormat(value: string, numberFormat: string): string {
  const section = numberFormat.split(';')[3];
  if (section === undefined) return value;
  return section === '' ? '' : formatCellValue(value, numberFormat);
}

/** A section left empty shows nothing: “0;-0;;@” hides zeros. */
function isHidden(value: number, numberFormat: string): boolean {
  const sections = numberFormat.split(';');
  if (sections.length < 2) return false;
  const index = value > 0 ? 0 : value < 0 ? 1 : 2;
  return sections[index] === '';
}

/** Eleven characters at most, scientific from there. */
function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || (size > 0 && size < 1e-9)) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${Number(mantissa)}E${sign}${exponent.slice(1).padStart(2, '0')}`;
  }
  return String(Number(value.toPrecision(10)));
}
