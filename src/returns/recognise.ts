import { matchOffice, officesOf, type OfficeCharge } from '../ledger/offices';
import { comparePeriods, parsePeriod, periodEnd, periodLabel, readPeriodLabel } from '../ledger/period';
import type { PeriodCode } from '../ledger/types';
import { squeezed } from './clean-text';
import type { FindingList } from './finding-list';
import { readHead } from './head-and-foot';
import type { FormIdentity } from './identity';
import type { LocatedTable } from './locate-table';
import type { ReturnContext } from './types';

export interface UnitEvidence {
  readonly file: string;
  readonly table: LocatedTable;
  readonly identity: FormIdentity | undefined;
  /** Who reports for the return's period. */
  readonly offices: readonly OfficeCharge[];
  readonly context: ReturnContext;
  readonly findings: FindingList;
}

/** Whose return it is: the hidden identity, else the head of the form, else the file's name. */
export function recogniseUnit(evidence: UnitEvidence): string | null {
  const { table, identity, offices, context, findings } = evidence;
  const { directory } = context;
  const head = readHead(table.sheet.rows, table.headerRow, 'unit');
  const match = head === undefined ? undefined : matchOffice(head.text, offices, directory);
  const named = match !== undefined && 'unit' in match ? match : undefined;
  const issuedTo = identity === undefined ? undefined : officeIssuedTo(identity.unit, offices);
  const place = head === undefined ? {} : { at: head, field: 'unit' as const, value: head.text };
  if (issuedTo !== undefined && head !== undefined && named?.unit !== issuedTo) {
    findings.add('unit-conflict', { ...place, details: { issued: issuedTo, written: head.text } });
    return null;
  }
  if (issuedTo !== undefined) return issuedTo;
  if (named !== undefined && head !== undefined) {
    const correction = { before: head.text, after: named.unit, made: true };
    if (named.how === 'shortName') findings.add('unit-short-name', { ...place, correction });
    if (named.how === 'successor') {
      findings.add('unit-successor', { ...place, details: { unit: named.unit }, correction });
    }
    return named.unit;
  }
  const fromName = head === undefined ? officeInFileName(evidence) : undefined;
  if (fromName !== undefined) {
    findings.add('unit-assumed', { field: 'unit', details: { unit: fromName } });
    return fromName;
  }
  const candidates = match !== undefined && 'ambiguous' in match ? match.ambiguous.join('、') : '';
  findings.add('unit-unknown', { field: 'unit', ...place, details: { candidates } });
  return null;
}

/** A form issued before its unit was dissolved is its successor's, if that is one office. */
function officeIssuedTo(unit: string, offices: readonly OfficeCharge[]): string | undefined {
  if (offices.some(({ office }) => office === unit)) return unit;
  const heirs = officesOf(unit, offices);
  return heirs.length === 1 ? heirs[0] : undefined;
}

/** The one office whose name, or a short name of it, stands in the file's name; the longest name wins over parts of it. */
function officeInFileName({ file, offices, context }: UnitEvidence): string | undefined {
  const name = squeezed(file);
  const units = new Map(context.directory.units.map((unit) => [unit.name, unit]));
  const found = offices.flatMap(({ office }) => {
    const longest = [office, ...(units.get(office)?.shortNames ?? [])]
      .filter((one) => name.includes(squeezed(one)))
      .reduce((most, one) => Math.max(most, one.length), 0);
    return longest === 0 ? [] : [{ office, longest }];
  });
  const most = Math.max(...found.map(({ longest }) => longest));
  const best = found.filter(({ longest }) => longest === most);
  return best.length === 1 ? best[0]?.office : undefined;
}

/** Which period it reports on. One that ended before the period being collected is last period's form. */
export function recognisePeriod(
  file: string,
  table: LocatedTable,
  identity: FormIdentity | undefined,
  context: ReturnContext,
  findings: FindingList,
): PeriodCode | null {
  const head = readHead(table.sheet.rows, table.headerRow, 'period');
  const written = head === undefined ? undefined : readPeriodLabel(head.text);
  const place = head === undefined ? {} : { at: head, value: head.text };
  if (identity !== undefined && written !== undefined && written !== identity.period) {
    const details = { issued: periodLabel(identity.period), written: periodLabel(written) };
    findings.add('period-conflict', { ...place, field: 'period', details });
    return null;
  }
  const period = identity?.period ?? written ?? periodInFileName(file);
  if (period === undefined) {
    const details = { period: periodLabel(context.period) };
    findings.add('period-assumed', { ...place, field: 'period', details });
    return context.period;
  }
  if (comparePeriods(period, context.period) < 0 && periodEnd(period) < periodEnd(context.period)) {
    const details = { period: periodLabel(period), expected: periodLabel(context.period) };
    findings.add('period-wrong', { ...place, field: 'period', details });
  }
  return period;
}

function periodInFileName(file: string): PeriodCode | undefined {
  const name = squeezed(file);
  const label = /\d{4}年(?:第?[一二三四1-4]季度|\d{1,2}月|度)/u.exec(name)?.[0];
  if (label !== undefined) return readPeriodLabel(label);
  const code = /(?<!\d)20\d{2}(?:Q[1-4]|-(?:0[1-9]|1[0-2]))(?!\d)/iu.exec(name)?.[0];
  return code === undefined ? undefined : parsePeriod(code);
}
