import type { FindingList } from '../findings/finding-list';
import { FORM_COLUMNS } from './form-columns';
import { LEAST_FORM_VERSION, type FormIdentity } from '../whose/form-identity';
import { headerKey, type LocatedTable } from './locate-table';
import type { RawSheet, RawSource, RawWorkbook } from '../../base/raw-sheet';
import type { ReturnContext } from '../checked-return';

/** Without these nothing can be merged. */
const NEEDED_COLUMNS = ['measure', 'claimedStatus'] as const;

/** Endings under which a format goes; WPS's own .et is that of old workbooks. */
const EXTENSIONS = {
  xlsx: /^(?:xlsx|xlsm|xltx|xltm)$/iu,
  csv: /^(?:csv|txt|tsv)$/iu,
  xls: /^(?:xls|xlt|et|ett)$/iu,
  xlsb: /^xlsb$/iu,
  ods: /^(?:ods|ots)$/iu,
  xml: /^xml$/iu,
  html: /^html?$/iu,
  mhtml: /^mht(?:ml)?$/iu,
  docx: /^(?:docx|docm|dotx|dotm|wps)$/iu,
} as const satisfies Readonly<Record<RawSource['format'], RegExp>>;

/** What is to be said of the file as such: its name, its macros and links, the form it is. */
export function noteWorkbook(
  workbook: RawWorkbook,
  identity: FormIdentity | undefined,
  context: ReturnContext,
  findings: FindingList,
): void {
  noteSource(workbook, findings);
  if (workbook.hasMacros) findings.add('has-macros', { field: 'file' });
  if (workbook.hasExternalLinks) findings.add('external-links', { field: 'file' });
  if (identity === undefined) return;
  if (identity.plan !== context.plan.id) {
    findings.add('other-plan', { field: 'file', details: { ledger: context.hasLedger ? 'yes' : 'no' } });
  }
  if (identity.version < LEAST_FORM_VERSION) findings.add('old-form', { field: 'file' });
}

function noteSource({ source, file }: RawWorkbook, findings: FindingList): void {
  if (source === undefined) return;
  const { format, encoding } = source;
  const written = /\.(\w{1,5})$/u.exec(file)?.[1] ?? '';
  if (written !== '' && !EXTENSIONS[format].test(written)) {
    findings.add('wrong-extension', {
      field: 'file',
      value: `.${written}`,
      correction: { before: `.${written}`, after: `.${format}`, made: true },
    });
  }
  if (format === 'csv') findings.add('read-csv', { field: 'file', value: encoding });
  else if (format !== 'xlsx') findings.add('read-other-format', { field: 'file', value: `.${format}` });
}

/** Which table was read, its columns gone, added, renamed. */
export function noteColumns(
  table: LocatedTable,
  others: readonly LocatedTable[],
  findings: FindingList,
): void {
  const { sheet, headerRow: row } = table;
  if (sheet.visibility !== 'visible') findings.add('hidden-sheet', { field: 'file', value: sheet.name });
  const rivals = others.filter(({ columns }) => NEEDED_COLUMNS.every((field) => columns.has(field)));
  if (rivals.length > 0) {
    const names = rivals.map((other) => other.sheet.name).join('、');
    findings.add('sheet-chosen', { field: 'file', value: sheet.name, details: { others: names } });
  }
  for (const { field, header } of FORM_COLUMNS) {
    if (field === 'key' || field === 'task' || field === 'last') continue;
    const found = table.columns.get(field);
    if (found !== undefined && isHidden(sheet, found.column))
      findings.add('hidden-column', { at: found, field, value: found.text });
    if (found === undefined) {
      const isNeeded = NEEDED_COLUMNS.some((needed) => needed === field);
      findings.add(isNeeded ? 'column-missing' : 'column-lost', { field, details: { header } });
    } else if (headerKey(found.text) !== headerKey(header)) {
      findings.add('header-renamed', {
        at: { row: found.row, column: found.column },
        field,
        value: found.text,
        correction: { before: found.text, after: header, made: true },
      });
    }
  }
  for (const { column, text } of table.extra) {
    findings.add('column-added', { at: { row, column }, field: 'header', value: text });
  }
}

function isHidden({ hiddenColumns = [] }: RawSheet, column: number): boolean {
  return hiddenColumns.some(({ from, to }) => column >= from && column <= to);
}
