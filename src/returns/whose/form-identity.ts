import { parsePeriod } from '../../ledger/period';
import type { PeriodCode } from '../../ledger/records';
import type { RawRow, RawWorkbook } from '../../base/raw-sheet';
import { shownText } from '../locate/sheet-grid';

/** Very hidden in every form: which plan, unit and period it was issued for. */
export const IDENTITY_SHEET = '_form';

/** Raised when the form's layout changes, so that an old form is known as one. */
export const FORM_VERSION = 2;

/** Forms from this version on are read whole: what came since stands in columns and lines of its own. */
export const LEAST_FORM_VERSION = 1;

export interface FormIdentity {
  readonly plan: string;
  readonly unit: string;
  readonly period: PeriodCode;
  /** Of the form's layout. */
  readonly version: number;
}

/** The identity sheet's rows, key and value. */
export function formIdentityRows(identity: FormIdentity): readonly (readonly [string, string | number])[] {
  return [
    ['plan', identity.plan],
    ['unit', identity.unit],
    ['period', identity.period],
    ['version', identity.version],
  ];
}

/** What `formIdentityRows` wrote; `undefined` when the sheet is gone or does not hold all of it. */
export function readIdentity(workbook: RawWorkbook): FormIdentity | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === IDENTITY_SHEET);
  const values = new Map(
    sheet?.rows.map(({ cells: [key, value] }) => [shownText(key), shownText(value).trim()]),
  );
  const [plan, unit] = [values.get('plan'), values.get('unit')];
  const period = parsePeriod(values.get('period') ?? '');
  if (!plan || !unit || period === undefined) return undefined;
  return { plan, unit, period, version: Number(values.get('version')) || 0 };
}

/** Whether rows are those of the identity sheet, which some programs write beside the form as a table that is seen. */
export function isIdentityTable(rows: readonly RawRow[]): boolean {
  const keys = new Set(rows.map(({ cells }) => shownText(cells[0])));
  return ['plan', 'unit', 'period'].every((key) => keys.has(key));
}

/** “M012”: what the hidden key column holds for measure 12. */
export function measureKey(no: number): string {
  return `M${String(no).padStart(3, '0')}`;
}

/** “X012”: the key of measure 12 where a form only lists it as closed. */
export function closedKey(no: number): string {
  return `X${String(no).padStart(3, '0')}`;
}

/** Whether a row bears such a key: it asks for no answer, and holds none. */
export function isClosedKey(text: string): boolean {
  return /^X\d{3,}$/.test(text.trim());
}

/** `undefined` for anything that `measureKey` does not write. */
export function parseMeasureKey(text: string): number | undefined {
  const digits = /^M(\d{3,})$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
