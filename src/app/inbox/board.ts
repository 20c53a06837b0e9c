import { returnsOwed, submissionRecord } from '../../ledger/figures/submissions';
import type { Ledger } from '../../ledger/ledger';
import { papersKept, returnsSentBack, sentBackDay, type KeptPaper } from '../../ledger/figures/receipts';
import type { PeriodCode } from '../../ledger/records';
import { liveLevels } from '../../ledger/levels/in-force';
import { officesOfPeriod } from '../../ledger/units/offices';
import type { FindingCode } from '../../returns/findings/catalogue';
import type { CalendarDate } from '../../base/calendar';
import type { InboxItem } from './inbox';
import { papersAmong, type Paper } from './papers';

/** 未报, 已收, 已收照片, 需更正, 已退回, 已汇入, 迟报, in the order in which a clerk has to deal with them. */
export const OFFICE_STATES = [
  'faulty',
  'sentBack',
  'received',
  'pictured',
  'missing',
  'late',
  'taken',
] as const;
export type OfficeState = (typeof OFFICE_STATES)[number];

/** What a fault is about: by this they are filtered. */
export const FAULT_KINDS = [
  'file',
  'table',
  'unit',
  'period',
  'row',
  'status',
  'percent',
  'date',
  'progress',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** An office of the period, and what of its returns is in the inbox; files of no known office come without one. */
export interface BoardLine {
  readonly office: string | null;
  /** Those it can be looked for by: its own name and those of the units it answers for, old ones among them. */
  readonly names: readonly string[];
  readonly state: OfficeState;
  /** Of this period; the last to come first. */
  readonly items: readonly InboxItem[];
  /** Photos, scans and evidence in the inbox, which are not read. */
  readonly papers: readonly Paper[];
  /** Those that the ledger knows of already. */
  readonly kept: readonly KeptPaper[];
}

/**
 * Each office that owes a return for the period, then the files of which no such office is known, and those refused for their period,
 * each by itself. A file that another was chosen over says nothing of its office any more.
 */
export function boardOf(
  ledger: Ledger,
  period: PeriodCode,
  items: readonly InboxItem[],
  chosen: readonly string[],
): readonly BoardLine[] {
  const ofOffice = new Map<string, InboxItem[]>();
  const papers = new Map(papersAmong(ledger, period, items).map((paper) => [paper.key, paper]));
  const strays: InboxItem[] = [];
  const owed = returnsOwed(ledger, period);
  const offices = new Set(owed.map(({ office }) => office));
  for (const item of items.toReversed()) {
    const { office, period: of, verdict } = item.checked;
    if (papers.has(item.key)) continue;
    const isOfPeriod = of === null || of === period;
    if (!isOfPeriod && (verdict !== 'rejected' || isKnownReport(ledger, item))) continue;
    if (!isOfPeriod || office === null || !offices.has(office)) strays.push(item);
    else ofOffice.set(office, [...(ofOffice.get(office) ?? []), item]);
  }
  const names = namesIn(ledger, period);
  const kept = papersKept(ledger).filter((record) => record.period === period);
  const sentBack = new Map(returnsSentBack(ledger, period).map((record) => [record.office, record]));
  const lines = owed.map(({ office, submission }): BoardLine => {
    const own = ofOffice.get(office) ?? [];
    const standing = own.find(({ checked }) => chosen.includes(checked.sha256)) ?? own[0];
    const record = submissionRecord(ledger, office, period);
    const isTaken =
      record !== undefined && (standing === undefined || record.sha256 === standing.checked.sha256);
    const verdict = standing?.checked.verdict ?? record?.verdict;
    const taken = submission === 'late' ? 'late' : 'taken';
    const papersHere = [...papers.values()].filter((paper) => paper.office === office);
    const keptHere = kept.filter((one) => one.office === office);
    const isPictured = [...papersHere, ...keptHere].some(({ kind }) => kind === 'picture');
    const wentBack = sentBack.get(office)?.sha256;
    const nothing = wentBack !== undefined ? 'sentBack' : isPictured ? 'pictured' : 'missing';
    const isSentBack =
      standing === undefined ? wentBack === record?.sha256 : sentBackOn(ledger, standing) !== null;
    const state =
      verdict === undefined
        ? nothing
        : verdict !== 'accepted'
          ? faultyState(isSentBack)
          : isTaken
            ? taken
            : 'received';
    return {
      office,
      names: names.get(office) ?? [office],
      state,
      items: own,
      papers: papersHere,
      kept: keptHere,
    };
  });
  const rest = strays.map((item): BoardLine => {
    const { file, verdict } = item.checked;
    const isSentBack = sentBackOn(ledger, item) !== null;
    const accepted = isKnownReport(ledger, item) ? 'taken' : 'received';
    const state = verdict === 'accepted' ? accepted : faultyState(isSentBack);
    const names = [file, ...(item.checked.level === undefined ? [] : [item.checked.level.report.place])];
    return { office: null, names, state, items: [item], papers: [], kept: [] };
  });
  const owing = new Set(owed.map(({ office }) => office));
  const nobodys = [...papers.values()].filter(({ office }) => office === null || !owing.has(office));
  const unnamed = nobodys.map((paper): BoardLine => {
    const names = [paper.checked.file];
    return { office: null, names, state: 'pictured', items: [], papers: [paper], kept: [] };
  });
  return [...lines, ...rest, ...unnamed];
}

/** The day a file was last sent back, as the ledger says, or else this page. */
export function sentBackOn(ledger: Ledger, { checked, sentBackOn: on }: InboxItem): CalendarDate | null {
  const known = sentBackDay(ledger, checked.sha256);
  return known === undefined ? on : known;
}

/** Whether it is a report of a lower place that has been taken in. */
function isKnownReport(ledger: Ledger, { checked: { level } }: InboxItem): boolean {
  return level !== undefined && liveLevels(ledger).reports.some(({ digest }) => digest === level.digest);
}

function faultyState(isSentBack: boolean): OfficeState {
  return isSentBack ? 'sentBack' : 'faulty';
}

function namesIn(ledger: Ledger, period: PeriodCode): ReadonlyMap<string, readonly string[]> {
  const short = new Map(ledger.directory.units.map(({ name, shortNames }) => [name, shortNames]));
  return new Map(
    officesOfPeriod(ledger, period).map(({ office, assignments }) => {
      const names = [...new Set([office, ...assignments.map(({ unit }) => unit)])];
      return [office, names.flatMap((name) => [name, ...(short.get(name) ?? [])])];
    }),
  );
}

export interface BoardFilter {
  readonly state: OfficeState | null;
  readonly kind: FaultKind | null;
  readonly typed: string;
}

/** The lines a clerk asked to see; what has to be dealt with comes first. */
export function linesShown(
  lines: readonly BoardLine[],
  { state, kind, typed }: BoardFilter,
): readonly BoardLine[] {
  const word = typed.trim();
  const found = lines.filter(
    (line) =>
      (state === null || line.state === state) &&
      (kind === null || line.items.some((item) => faultKindsOf(item).has(kind))) &&
      (word === '' ||
        [...line.names, ...[...line.items, ...line.papers].map(({ checked }) => checked.file)].some((name) =>
          name.includes(word),
        )),
  );
  const rank = ({ state: of }: BoardLine) => OFFICE_STATES.indexOf(of);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** What the faults of a file are about; what was only put into form is none. */
export function faultKindsOf({ checked }: InboxItem): ReadonlySet<FaultKind> {
  return new Set(
    checked.findings.flatMap(({ code, severity }) => (severity === 'corrected' ? [] : [faultKind(code)])),
  );
}

type FirstWord<Code> = Code extends `${infer Word}-${string}` ? Word : never;

/** By the first word of a code; a code of another first word does not compile. */
const KIND_OF_WORD: Readonly<Record<FirstWord<FindingCode>, FaultKind>> = {
  file: 'file',
  level: 'file',
  has: 'file',
  external: 'file',
  several: 'file',
  same: 'file',
  wrong: 'file',
  read: 'file',
  header: 'table',
  one: 'table',
  column: 'table',
  hidden: 'table',
  sheet: 'table',
  old: 'table',
  phone: 'table',
  row: 'row',
  rows: 'row',
  measure: 'row',
  number: 'row',
  text: 'row',
  deadline: 'row',
  cell: 'row',
  value: 'row',
  correction: 'row',
  other: 'unit',
  unit: 'unit',
  office: 'unit',
  foreign: 'unit',
  period: 'period',
  status: 'status',
  unchanged: 'status',
  percent: 'percent',
  date: 'date',
  done: 'date',
  return: 'date',
  progress: 'progress',
  not: 'progress',
};

function faultKind(code: FindingCode): FaultKind {
  return KIND_OF_WORD[code.slice(0, code.indexOf('-')) as FirstWord<FindingCode>];
}

/** How many lines are in each state. */
export function stateCounts(lines: readonly BoardLine[]): Readonly<Record<OfficeState, number>> {
  const counts = { faulty: 0, sentBack: 0, received: 0, pictured: 0, missing: 0, late: 0, taken: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}
