import { closest, distance } from 'fastest-levenshtein';
import { logged } from '../ledger/changes';
import type { Ledger } from '../ledger/ledger';
import type { PeriodCode } from '../ledger/types';
import { formMeasures, formWorkbook } from '../sheets/form';
import type { WorkbookFiles } from '../sheets/workbook-host';
import { matchUnit } from '../plan/units';
import type { Progress } from './check-returns';

export interface IssuedForm {
  readonly unit: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly measures: readonly number[];
}

export interface IssueOptions {
  readonly period: PeriodCode;
  /** Names or short names; default: every unit that owes a report. */
  readonly units?: readonly string[];
  readonly progress?: Progress;
}

/** A name that is no unit of the ledger, or could be several. */
export class UnknownUnitError extends Error {
  override readonly name = 'UnknownUnitError';
  constructor(
    readonly unit: string,
    readonly suggestions: readonly string[],
  ) {
    super(unit);
  }
}

/** 下发: one form file a unit, only its measures. @throws UnknownUnitError before anything is made */
export async function issueForms(
  ledger: Ledger,
  files: WorkbookFiles,
  options: IssueOptions,
): Promise<readonly IssuedForm[]> {
  const wanted = (options.units ?? []).map((name) => unitNamed(ledger, name));
  const units = ledger.directory.units
    .map(({ name }) => name)
    .filter((name) => options.units === undefined || wanted.includes(name));
  const forms: IssuedForm[] = [];
  for (const [index, unit] of units.entries()) {
    options.progress?.(index, units.length, unit);
    const measures = formMeasures(ledger, unit).map(({ no }) => no);
    if (measures.length === 0) continue;
    const bytes = await files.write(formWorkbook(ledger, unit, options.period));
    forms.push({ unit, fileName: formFileName(unit, options.period), bytes, measures });
  }
  return forms;
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
  return `${unit.replace(/[\\/:*?"<>|]/g, '_')}_${period}_填报表.xlsx`;
}

/** “2017Q3_填报表.zip”. */
export function packedFormsName(period: PeriodCode): string {
  return `${period}_填报表.zip`;
}

function unitNamed(ledger: Ledger, name: string): string {
  const { units } = ledger.directory;
  const match = matchUnit(name, units);
  if (match !== undefined && 'unit' in match) return match.unit;
  const names = units.map((unit) => unit.name);
  const near = closest(name, names);
  const suggestions = match?.ambiguous ?? (distance(name, near) <= Math.ceil(name.length / 2) ? [near] : []);
  throw new UnknownUnitError(name, suggestions);
}
