import { formMeasures } from '../../sheets/tabs/form-measures';
import { logged } from '../../ledger/change/changes';
import type { Ledger } from '../../ledger/ledger';
import { officesOfPeriod } from '../../ledger/units/offices';
import type { PeriodCode } from '../../ledger/records';
import { formWorkbook } from '../../sheets/tabs/form';
import type { WorkbookFiles } from '../../base/workbook-port';
import type { Progress } from '../inbox/check-returns';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';
import { officeNamed } from '../wording/name-units';
import { safeFileName } from '../wording/safe-file-name';

export interface IssuedForm {
  /** The office in charge: the plan's lead unit, or its successor. */
  readonly office: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly measures: readonly number[];
}

export interface IssueOptions {
  readonly period: PeriodCode;
  /** Names or short names; default: every office that owes a report. */
  readonly offices?: readonly string[];
  readonly progress?: Progress;
}

/** 下发: one form file an office, only its measures. @throws UnknownUnitError before anything is made */
export async function issueForms(
  ledger: Ledger,
  files: WorkbookFiles,
  options: IssueOptions,
): Promise<readonly IssuedForm[]> {
  const charges = officesOfPeriod(ledger, options.period);
  const offices = charges.map(({ office }) => office);
  const wanted = options.offices?.map((name) => officeNamed(ledger, charges, name)) ?? offices;
  const issued = offices.filter((office) => wanted.includes(office));
  const forms: IssuedForm[] = [];
  for (const [index, unit] of issued.entries()) {
    await options.progress?.(index, issued.length, unit);
    const measures = formMeasures(ledger, unit, options.period).map(({ no }) => no);
    const bytes = await files.write(formWorkbook(ledger, unit, options.period));
    forms.push({ office: unit, fileName: formFileName(unit, options.period), bytes, measures });
  }
  return forms;
}

export interface NoteInput {
  readonly period: PeriodCode;
  /** How many went out. */
  readonly forms: number;
}

/** The log remembers that forms went out; the workbook is written with the next change that shows. */
export function noteForms({ ledger, at }: OpenedLedger, { period, forms }: NoteInput): Revision {
  return { ledger: noteIssued(ledger, period, forms, at) };
}

/** Notes that forms of a period went out. */
export function noteIssued(ledger: Ledger, period: PeriodCode, forms: number, at: string): Ledger {
  return logged(ledger, 'issue', `${period}，${forms} 份填报表`, at);
}

/** Whether forms of the period have gone out, as the log remembers it. */
export function wasIssued(ledger: Ledger, period: PeriodCode): boolean {
  return ledger.log.some(({ action, detail }) => action === 'issue' && detail.startsWith(`${period}，`));
}

/** “市编办_2017Q3_填报表.xlsx”, without the characters that file systems refuse. */
export function formFileName(unit: string, period: PeriodCode): string {
  return safeFileName(`${unit}_${period}_填报表.xlsx`);
}

/** “2017Q3_填报页.zip”. */
export function packedPagesName(period: PeriodCode): string {
  return `${period}_填报页.zip`;
}

/** “2017Q3_填报表.zip”. */
export function packedFormsName(period: PeriodCode): string {
  return `${period}_填报表.zip`;
}
