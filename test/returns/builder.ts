import { readFileSync } from 'node:fs';
import { demoLedger } from '../../src/app/demo/make-demo';
import { returnContext } from '../../src/app/inbox/return-context';
import { toSerial } from '../../src/base/calendar';
import { FORM_COLUMNS, type FormField } from '../../src/returns/locate/form-columns';
import { checkReturn } from '../../src/returns/check-return';
import type { RawCell, RawRow, RawSheet, RawValue, RawWorkbook } from '../../src/base/raw-sheet';
import type { CheckedReturn, ReturnContext } from '../../src/returns/checked-return';
import { FORM_HEADER_ROW } from '../../src/sheets/tabs/form-layout';
import { FORM_SHEET, formWorkbook } from '../../src/sheets/tabs/form';
import { day } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

export const ledger = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
export const context: ReturnContext = returnContext(ledger);

/** 市审计局 owes 48 (2017), 94 (2018), 127 and 128 (no deadline): rows 5 to 8 of its form. */
export const UNIT = '市审计局';
export const ROW = { m48: 5, m94: 6, m127: 7, m128: 8 } as const;

type Typed = RawValue | null | Partial<RawCell>;

/** Answers of one row, by field; anything else about a row too. */
export type Answers = Partial<Record<FormField, Typed>>;

const SOUND: Answers = {
  claimedStatus: '推进中',
  percent: 60,
  progress: '已制定审计方案并完成前期调查，正在实施',
  nextSteps: '年底前出具审计报告',
};

/** A completed answer, sound in itself. */
export const DONE: Answers = {
  ...SOUND,
  claimedStatus: '已完成',
  percent: 100,
  completedOn: { value: toSerial(day('2017-11-20')), format: 'yyyy-mm-dd' },
  evidence: '荆审发〔2017〕12号',
};

export function columnOf(field: FormField): number {
  return FORM_COLUMNS.findIndex((column) => column.field === field) + 1;
}

/** A sound return of 市审计局; `answers` by row replace some of it. */
export function filledReturn(answers: Readonly<Record<number, Answers>> = {}): RawWorkbook {
  const form = rawFromBlueprint(formWorkbook(ledger, UNIT, ledger.settings.period), '市审计局.xlsx');
  return onForm(form, (rows) =>
    rows.map((row) =>
      Object.values(ROW).some((known) => known === row.row)
        ? withAnswers(row, { ...SOUND, ...answers[row.row] })
        : row,
    ),
  );
}

/** The row with these cells instead of what it had there; `null` empties a cell. */
export function withAnswers(row: RawRow, answers: Answers): RawRow {
  const fields = Object.keys(answers) as FormField[];
  const columns = new Set(fields.map(columnOf));
  const typed = fields.flatMap((field): RawCell[] => {
    const content = answers[field] ?? null;
    if (content === null) return [];
    const column = columnOf(field);
    if (typeof content !== 'object' || 'error' in content) return [{ column, value: content }];
    return [{ value: '', ...content, column }];
  });
  const cells = [...row.cells.filter((cell) => !columns.has(cell.column)), ...typed];
  return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
}

/** Changes the form's rows, in a copy. */
export function onForm(
  workbook: RawWorkbook,
  change: (rows: readonly RawRow[]) => readonly RawRow[],
): RawWorkbook {
  return onSheet(workbook, (sheet) => ({ ...sheet, rows: change(sheet.rows) }));
}

export function onSheet(workbook: RawWorkbook, change: (sheet: RawSheet) => RawSheet): RawWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === FORM_SHEET ? change(sheet) : sheet)),
  };
}

/** Changes one cell wherever it is. */
export function withCell(
  workbook: RawWorkbook,
  row: number,
  column: number,
  value: RawValue | null,
): RawWorkbook {
  return onForm(workbook, (rows) =>
    rows.map((one) => {
      if (one.row !== row) return one;
      const others = one.cells.filter((cell) => cell.column !== column);
      const cells = value === null ? others : [...others, { column, value }];
      return { ...one, cells: cells.sort((a, b) => a.column - b.column) };
    }),
  );
}

/** Without the very hidden identity and the hidden keys, as after a copy into a new workbook. */
export function withoutIdentity(workbook: RawWorkbook): RawWorkbook {
  const visible = { ...workbook, sheets: workbook.sheets.filter(({ name }) => name === FORM_SHEET) };
  return onForm(visible, (rows) =>
    rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => cell.column !== columnOf('key')) })),
  );
}

export function check(workbook: RawWorkbook, changes: Partial<ReturnContext> = {}): CheckedReturn {
  return checkReturn(workbook, { ...context, ...changes });
}

/** “code@cell” of every finding. */
export function codes(checked: CheckedReturn): readonly string[] {
  return checked.findings.map(({ code, where }) => (where.cell === '' ? code : `${code}@${where.cell}`));
}

export { FORM_HEADER_ROW };
