import { parse, tokenize } from '@cj-tech-master/excelts/formula';
import { invalidArgument } from '../protocol/errors';
import { maxFormulaLength, maxTextLength, type CellValue } from './values';

/** What a cell gets from something written into it. */
export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  readonly quoted?: boolean;
  /** Number format Excel gives a General cell with it. */
  readonly format?: string;
}

/**
 * Excel's reading of a text put into `range.values` or typed: formulas, numbers, percentages, dates in the shapes of a
 * Chinese locale. A cell formatted as text (`@`) keeps it as it is, and so does a leading apostrophe.
 */
export function interpretText(text: string, numberFormat: string, year: number): Entry {
  if (text.length > maxTextLength) throw invalidArgument('text longer than 32,767 characters');
  if (text === '') return { value: null };
  if (numberFormat === '@') return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1), quoted: true };
  if (text.length > 1 && text.startsWith('=')) return { value: null, formula: checkFormula(text.slice(1)) };
  const read = readNumber(text.trim()) ?? readDate(text.trim(), year) ?? readLogical(text.trim());
  if (read) return read;
  if (/^[+\-@].*\S/su.test(text) && text.length > 1)
    return { value: null, formula: checkFormula(signed(text)) };
  return { value: text };
}

/** “-A1” becomes “=-A1”, “@SUM(A1)” becomes “=SUM(A1)”. */
function signed(text: string): string {
  return text.startsWith('@') ? text.slice(1) : text;
}

/** @throws InvalidArgument for a formula Excel would refuse. */
export function checkFormula(formula: string): string {
  if (formula.length > maxFormulaLength) throw invalidArgument('formula longer than 8,192 characters');
  try {
    parse(tokenize(formula));
  } catch {
    throw invalidArgument(`formula =${formula}`);
  }
  return formula;
}

function readLogical(text: string): Entry | undefined {
  const upper = text.toUpperCase();
  return upper === 'TRUE' || upper === 'FALSE' ? { value: upper === 'TRUE' } : undefined;
}

function readNumber(text: string): Entry | undefined {
  const shape = /^([+-]?)(\()?([¥$])?(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?(e[+-]?\d+)?(%)?(\))?$/iu.exec(
    text,
  );
  if (!shape) return undefined;
  const [, sign, open, currency, whole = '', fraction = '', exponent = '', percent, close] = shape;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const size = Number(`${whole.replaceAll(',', '') || '0'}${fraction === '.' ? '' : fraction}${exponent}`);
  const value = (sign === '-' || open ? -size : size) / (percent ? 100 : 1);
  const decimals = fraction.length > 1 ? '.00' : '';
  if (percent) return { value, format: `0${decimals}%` };
  if (currency) return { value, format: `${currency}#,##0${decimals}` };
  if (exponent) return { value, format: '0.00E+00' };
  if (whole.includes(',')) return { value, format: `#,##0${decimals}` };
  return { value };
}

/** Shapes Excel reads as dates with Chinese settings; “2016.12.31” and “6月底” stay text. */
function readDate(text: string, year: number): Entry | undefined {
  const full = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/u.exec(text);
  if (full) return dateEntry(Number(full[1]), Number(full[2]), Number(full[3]), dateFormatOf(text));
  const month = /^(\d{4})[-/年](\d{1,2})月?$/u.exec(text);
  if (month)
    return dateEntry(Number(month[1]), Number(month[2]), 1, text.includes('年') ? 'yyyy"年"m"月"' : 'mmm-yy');
  const day = /^(\d{1,2})[-/月](\d{1,2})日?$/u.exec(text);
  if (day)
    return dateEntry(year, Number(day[1]), Number(day[2]), text.includes('月') ? 'm"月"d"日"' : 'd-mmm');
  const english = /^(\d{1,2})-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/iu.exec(text);
  if (english) return dateEntry(year, englishMonth(english[2] ?? ''), Number(english[1]), 'd-mmm');
  return readTime(text);
}

function dateFormatOf(text: string): string {
  return text.includes('年') ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d';
}

function englishMonth(name: string): number {
  return (
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
      name.toLowerCase(),
    ) + 1
  );
}

function readTime(text: string): Entry | undefined {
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(text);
  if (!time) return undefined;
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  if (minutes > 59 || seconds > 59) return undefined;
  return { value: (hours * 3600 + minutes * 60 + seconds) / 86400, format: time[3] ? 'h:mm:ss' : 'h:mm' };
}

/** Days between 1899-12-30 and 1970-01-01: serial 1 is 1900-01-01, with Excel's 29 February 1900. */
const serialOfUnixEpoch = 25569;

function dateEntry(year: number, month: number, day: number, format: string): Entry | undefined {
  const milliseconds = Date.UTC(year, month - 1, day);
  const date = new Date(milliseconds);
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { value: milliseconds / 86400000 + serialOfUnixEpoch, format };
}
