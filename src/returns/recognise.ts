import { comparePeriods, parsePeriod, periodEnd, periodLabel, readPeriodLabel } from '../ledger/period';
import type { PeriodCode } from '../ledger/types';
import { matchUnit } from '../plan/units';
import { squeezed } from './clean-text';
import type { FindingList } from './finding-list';
import { readHead } from './head-and-foot';
import type { FormIdentity } from './identity';
import type { LocatedTable } from './locate-table';
import type { ReturnContext } from './types';

/** Whose return it is: the hidden identity, else the head of the form, else the file's name. */
export function recogniseUnit(
  file: string,
  table: LocatedTable,
  identity: FormIdentity | undefined,
  context: ReturnContext,
  findings: FindingList,
): string | null {
  const { units } = context.directory;
  const head = readHead(table.sheet.rows, table.headerRow, 'unit');
  const match = head === undefined ? undefined : matchUnit(head.text, units);
  const named = match !== undefined && 'unit' in match ? match : undefined;
  const issuedTo = units.find(({ name }) => name === identity?.unit)?.name;
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
  const fromName = head === undefined ? unitInFileName(file, context) : undefined;
  if (fromName !== undefined) {
    findings.add('unit-assumed', { field: 'unit', details: { unit: fromName } });
    return fromName;
  }
  const candidates = match !== undefined && 'ambiguous' in match ? match.ambiguous.join('、') : '';
  findings.add('unit-unknown', { field: 'unit', ...place, details: { candidates } });
  return null;
}

/** The one unit whose name, or a short name of it, stands in the file's name; the longest name wins over parts of it. */
function unitInFileName(file: string, { directory }: ReturnContext): string | undefined {
  const name = squeezed(file);
  const found = directory.units.flatMap((unit) => {
    const longest = [unit.name, ...unit.shortNames]
      .filter((one) => name.includes(squeezed(one)))
      .reduce((most, one) => Math.max(most, one.length), 0);
    return longest === 0 ? [] : [{ unit: unit.name, longest }];
  });
  const most = Math.max(...found.map(({ longest }) => longest));
  const best = found.filter(({ longest }) => longest === most);
  return best.length === 1 ? best[0]?.unit : undefined;
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
