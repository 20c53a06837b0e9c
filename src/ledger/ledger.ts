import type { CalendarDate } from '../base/calendar';
import type { Plan } from '../plan/plan';
import { onceFor } from '../base/once-for';
import { assignmentsOf } from './units/assignments';
import type { Levels } from './levels/levels';
import { quarterOf } from './period';
import type {
  AssessmentWeights,
  Assignment,
  Entry,
  LedgerSettings,
  LogRecord,
  OfficeSettings,
  PeriodCode,
  ReceiptRecord,
  Report,
  SubmissionRecord,
  UnitDirectory,
} from './records';

/** What happened, all of it: the state of the work is a fold over `entries`. Never changed in place. */
export interface Ledger {
  readonly plan: Plan;
  readonly directory: UnitDirectory;
  readonly settings: LedgerSettings;
  /** Append-only, by `id`. */
  readonly entries: readonly Entry[];
  readonly submissions: readonly SubmissionRecord[];
  readonly receipts: readonly ReceiptRecord[];
  /** Nothing where nobody was handed measures down and no lower place has reported. */
  readonly levels?: Levels;
  readonly log: readonly LogRecord[];
}

const DEFAULT_DUE_SOON_DAYS = 30;
const DEFAULT_RETURN_WITHIN_DAYS = 10;
const DEFAULT_SLOW_START_DAYS = 60;
export const DEFAULT_WEIGHTS: AssessmentWeights = {
  onTime: 100,
  late: 60,
  overdue: 0,
  lateReturn: 2,
  sentBack: 1,
};

const UNKNOWN_OFFICE: OfficeSettings = {
  name: '',
  letterWord: '',
  contact: '',
  phone: '',
  replyWithinDays: 10,
};

export function defaultSettings(asOf: CalendarDate, period: PeriodCode = quarterOf(asOf)): LedgerSettings {
  return {
    asOf,
    period,
    dueSoonDays: DEFAULT_DUE_SOON_DAYS,
    slowStartDays: DEFAULT_SLOW_START_DAYS,
    returnWithinDays: DEFAULT_RETURN_WITHIN_DAYS,
    weights: DEFAULT_WEIGHTS,
    office: UNKNOWN_OFFICE,
    shownOffice: '',
    sample: false,
  };
}

/** A ledger in which nothing has happened yet. */
export function createLedger(plan: Plan, directory: UnitDirectory, settings: LedgerSettings): Ledger {
  return { plan, directory, settings, entries: [], submissions: [], receipts: [], log: [] };
}

const NO_LEVELS: Levels = { handDowns: [], reports: [] };

/** What the ledger knows of the places below it. */
export function levelsOf({ levels = NO_LEVELS }: Pick<Ledger, 'levels'>): Levels {
  return levels;
}

export function ledgerAssignments({ plan, directory }: Ledger): readonly Assignment[] {
  return assignmentsOfPlan(plan)(directory);
}

const assignmentsOfPlan = onceFor((plan: Plan) =>
  onceFor((directory: UnitDirectory) => assignmentsOf(plan, directory)),
);

/** A name that somebody wrote into the log by hand counts as none. */
const BATCH = /^B(\d{1,9})$/;

/** “B0007”: the number after the highest in use, so that a name is never used twice. */
export function nextBatch(ledger: Ledger): string {
  const used = new Set<string>();
  const { handDowns, reports } = levelsOf(ledger);
  const { log, entries, submissions, receipts } = ledger;
  for (const records of [log, entries, submissions, receipts, handDowns, reports])
    for (const { batch } of records) used.add(batch);
  const highest = [...used].reduce((most, name) => Math.max(most, batchNumber(name)), 0);
  return `B${String(highest + 1).padStart(4, '0')}`;
}

/** Which of two batches came first, below 0 for `one`: times tell only where they lie a minute apart. */
export function compareBatches(one: string, other: string): number {
  return batchNumber(one) - batchNumber(other) || (one < other ? -1 : one > other ? 1 : 0);
}

function batchNumber(name: string): number {
  return Number(BATCH.exec(name)?.[1] ?? 0);
}

export function nextEntryId(ledger: Ledger): number {
  return (ledger.entries.at(-1)?.id ?? 0) + 1;
}

/** Nothing said at all. */
export const EMPTY_REPORT: Report = {
  status: null,
  percent: null,
  completedOn: null,
  progress: '',
  problems: '',
  nextSteps: '',
  evidence: '',
  remark: '',
};
