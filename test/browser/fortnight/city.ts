import { type Chance } from '../../../src/app/demo/chance';
import { fillForm, formColumn, onFormSheet } from '../../../src/app/demo/fill-form';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import type { CellContent, WorkbookBlueprint } from '../../../src/base/blueprint';
import { fromSerial, type CalendarDate } from '../../../src/base/calendar';
import type { RawWorkbook } from '../../../src/base/raw-sheet';
import type { Ledger } from '../../../src/ledger/ledger';
import type { ClaimedStatus, Report } from '../../../src/ledger/records';
import { cellWords } from '../../../src/returns/locate/cell-words';
import { statusWord } from '../../../src/returns/locate/form-columns';
import { isDateFormat } from '../../../src/returns/read/read-date';
import { formText } from '../../../src/returns/typed/form-text';
import { FORM_HEADER_ROW } from '../../../src/sheets/tabs/form-layout';
import { formWorkbook } from '../../../src/sheets/tabs/form';
import { formContent } from '../../../src/sheets/tabs/form-measures';
import { wordReturn } from '../../hosts/file/document/word-return-file';
import { oldWorkbook } from '../../hosts/file/other-formats/old-workbook';
import { rawFromBlueprint } from '../../support/raw-from-blueprint';
import type { InHand } from '../hands';

/** In what an office sends its form back. */
export const FORMATS = [
  'xlsx',
  'xls',
  'ods',
  'xlsb',
  'csv',
  'docx',
  'html',
  'pasted page',
  'pasted text',
  'pasted form',
] as const;
export type Format = (typeof FORMATS)[number];

/** Its rows are sound but for one: misspelt so that what was meant can be offered, or beyond guessing. */
type Slip = 'none' | 'misspelt' | 'statusMissing' | 'percentTooHigh' | 'noSuchDay';
export const SLIPS = ['misspelt', 'statusMissing', 'percentTooHigh', 'noSuchDay'] as const;

/** One return that an office sends, as the test knows it: nobody has to read it. */
export interface Sent {
  readonly office: string;
  /** Stands in each of its rows: by this the ledger tells which return a row came from. */
  readonly mark: string;
  readonly reports: ReadonlyMap<number, Report>;
  readonly slip: Slip;
  /** The measure of the slip. */
  readonly slipAt: number;
  readonly returnedOn: CalendarDate;
  /** To be dropped, or else to be pasted. */
  readonly file: InHand | null;
  readonly clipboard: { readonly html?: string; readonly text: string } | null;
}

export interface Wanted {
  readonly office: string;
  readonly mark: string;
  readonly format: Format;
  readonly slip: Slip;
  readonly returnedOn: CalendarDate;
}

const files = createWorkbookFiles();

/** The return of an office, filled in by chance and written in the format. */
export async function sent(ledger: Ledger, wanted: Wanted, chance: Chance): Promise<Sent> {
  const { office, mark, format, slip, returnedOn } = wanted;
  const content = formContent(ledger, office, ledger.settings.period);
  const slipAt = content.measures[chance.between(0, content.measures.length - 1)]?.no ?? 0;
  const reports = new Map(
    content.measures.map(({ no, deadline }) => {
      // What is misspelt, or has no such day, is a measure that is done.
      const isDone = no === slipAt && (slip === 'misspelt' || slip === 'noSuchDay');
      return [no, answer(isDone ? 'done' : someStatus(deadline, chance), mark, chance)] as const;
    }),
  );
  const foot = { preparedBy: '王建国', reviewedBy: '李晓燕', phone: '0724-2345678', preparedOn: returnedOn };
  const filled = fillForm(formWorkbook(ledger, office, ledger.settings.period), reports, foot);
  const form = withSlip(filled, slip, slipAt);
  const known = { office, mark, reports, slip, slipAt, returnedOn };
  if (format === 'pasted form') {
    const text = pastedForm(content, reports, slip, slipAt, returnedOn);
    return { ...known, file: null, clipboard: { text } };
  }
  const raw = rawFromBlueprint(form);
  if (format === 'pasted page') return { ...known, file: null, clipboard: { html: page(raw), text: office } };
  if (format === 'pasted text') return { ...known, file: null, clipboard: { text: delimited(raw, '\t') } };
  const bytes = await written(form, raw, format);
  return { ...known, file: { name: `${office}填报表（${mark}）.${format}`, bytes }, clipboard: null };
}

function someStatus(deadline: CalendarDate | null, chance: Chance): ClaimedStatus {
  if (deadline === null) return chance.happens(70) ? 'ongoing' : 'inProgress';
  return chance.pick(['done', 'done', 'inProgress', 'notStarted']);
}

function answer(status: ClaimedStatus, mark: string, chance: Chance): Report {
  const progress = `${mark}：${chance.between(2, 9)} 次专题研究，已制定方案并征求 ${chance.between(9, 33)} 个单位意见。`;
  const base = { status, progress, problems: '', nextSteps: '下月组织检查。', evidence: '', remark: '' };
  switch (status) {
    case 'done':
      return {
        ...base,
        percent: 100,
        completedOn: `2017-0${chance.between(1, 9)}-1${chance.between(0, 9)}` as CalendarDate,
        evidence: `《${mark}工作总结》`,
      };
    case 'inProgress':
      return { ...base, percent: chance.between(1, 19) * 5, completedOn: null };
    case 'notStarted':
      return { ...base, percent: 0, completedOn: null, problems: '上级文件尚未出台，暂缺依据。' };
    case 'ongoing':
      return { ...base, percent: chance.between(10, 18) * 5, completedOn: null };
  }
}

const SLIP_CELL = {
  none: null,
  misspelt: ['claimedStatus', '己完成'],
  statusMissing: ['claimedStatus', null],
  percentTooHigh: ['percent', 120],
  noSuchDay: ['completedOn', '2017-02-30'],
} as const satisfies Record<Slip, readonly [string, CellContent] | null>;

function withSlip(form: WorkbookBlueprint, slip: Slip, at: number): WorkbookBlueprint {
  const changed = SLIP_CELL[slip];
  if (changed === null) return form;
  const [field, value] = changed;
  return onFormSheet(form, (cells) => {
    const number = formColumn(cells, 'measure');
    const row = cells.slice(FORM_HEADER_ROW).find((one) => one[number] === at);
    if (row === undefined) throw new Error(`the form has no row of measure ${at}`);
    row[formColumn(cells, field)] = value;
  });
}

function pastedForm(
  { plan, unit, period }: ReturnType<typeof formContent>,
  reports: ReadonlyMap<number, Report>,
  slip: Slip,
  slipAt: number,
  returnedOn: CalendarDate,
): string {
  const changed = SLIP_CELL[slip];
  const rows = [...reports].map(([measure, report]) => ({
    measure,
    answers: {
      claimedStatus: report.status === null ? '' : statusWord(report.status),
      percent: String(report.percent ?? ''),
      completedOn: report.completedOn ?? '',
      progress: report.progress,
      problems: report.problems,
      nextSteps: report.nextSteps,
      evidence: report.evidence,
      ...(measure === slipAt && changed !== null ? { [changed[0]]: String(changed[1] ?? '') } : {}),
    },
  }));
  const foot = { 填报人: '王建国', 审核人: '李晓燕', 联系电话: '0724-2345678', 填报日期: returnedOn };
  return `王科，这是我们的：\n${formText({ plan, unit, period, rows, foot })}\n请查收`;
}

async function written(form: WorkbookBlueprint, raw: RawWorkbook, format: Format): Promise<Uint8Array> {
  switch (format) {
    case 'xls':
      return oldWorkbook(raw, 'biff8');
    case 'ods':
      return oldWorkbook(withSlashes(raw), format);
    case 'xlsb':
      return oldWorkbook(raw, format);
    case 'docx':
      return wordReturn(raw);
    case 'csv':
      return new TextEncoder().encode(delimited(raw, ','));
    case 'html':
      return new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8">${page(raw)}`);
    default:
      return files.write(form);
  }
}

/** Days with slashes between their parts: the writer of .ods knows no other. */
function withSlashes(raw: RawWorkbook): RawWorkbook {
  const sheets = raw.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map(({ format, ...cell }) =>
        format === undefined ? cell : { ...cell, format: format.replaceAll('-', '/') },
      ),
    })),
  }));
  return { ...raw, sheets };
}

/** The words of the first sheet, as somebody copies them. */
function wordsOf({ sheets: [sheet], date1904 }: RawWorkbook): readonly (readonly string[])[] {
  const rows = sheet?.rows ?? [];
  const height = Math.max(...rows.map(({ row }) => row));
  const words = Array.from({ length: height }, () => Array<string>(13).fill(''));
  for (const { row, cells } of rows)
    for (const cell of cells) {
      const isDay = typeof cell.value === 'number' && isDateFormat(cell.format);
      const day = isDay ? fromSerial(Number(cell.value), date1904) : undefined;
      (words[row - 1] ?? [])[cell.column - 1] = day ?? cellWords(cell, date1904);
    }
  return words;
}

function delimited(raw: RawWorkbook, separator: string): string {
  const quoted = (word: string) => (/[\n",\t]/u.test(word) ? `"${word.replaceAll('"', '""')}"` : word);
  return wordsOf(raw)
    .map((row) => row.map(quoted).join(separator))
    .join('\r\n');
}

function page(raw: RawWorkbook): string {
  const escaped = (word: string) => word.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const rows = wordsOf(raw).map(
    (row) => `<tr>${row.map((word) => `<td>${escaped(word)}</td>`).join('')}</tr>`,
  );
  return `<table border=1>${rows.join('')}</table>`;
}
