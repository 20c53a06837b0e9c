import { must } from '../../base/invariant';
import { planLinkOf, upperNumberOf } from '../../plan/handed-down';
import { periodsOf, ledgerOfPeriod, stateOfPeriod } from '../figures/trend';
import { foldLedger, type LedgerState, type MeasureState } from '../fold';
import type { Ledger } from '../ledger';
import { returnDue } from '../period';
import type { PeriodCode } from '../records';
import { officeInCharge } from '../units/offices';
import { expectedPlaces, reportsInForce } from './in-force';
import { PATH_SEPARATOR, type LevelPlace, type LevelReport, type LevelRow } from './levels';
import { ownPlace } from './own-place';

/** Why there is nothing to report up. */
export type ReportUpFault = 'noPlace' | 'noSuchPeriod';

export class ReportUpError extends Error {
  override readonly name = 'ReportUpError';
  constructor(readonly fault: ReportUpFault) {
    super(fault);
  }
}

/**
 * 上报: where everything stands in a period, by measure and unit, and what the places below reported for it.
 * @throws ReportUpError
 */
export function levelReportOf(ledger: Ledger, period: PeriodCode): LevelReport {
  const place = ownPlace(ledger.plan);
  if (place === '') throw new ReportUpError('noPlace');
  if (!periodsOf(ledger).includes(period)) throw new ReportUpError('noSuchPeriod');
  const isCurrent = period === ledger.settings.period;
  const state = isCurrent ? foldLedger(ledger) : stateOfPeriod(ledger, period);
  const { asOf } = isCurrent ? ledger.settings : ledgerOfPeriod(ledger, period).settings;
  const link = planLinkOf(ledger.plan);
  const below = belowOf(ledger, period, place);
  return {
    place,
    plan: ledger.plan.id,
    title: ledger.plan.title,
    upperPlan: link?.upperPlan ?? '',
    handDown: link?.handDown ?? '',
    period,
    asOf,
    edition: ledger.log.length,
    places: [{ path: place, asOf, digest: '' }, ...below.places],
    rows: [...ownRows(ledger, state, period, place), ...below.rows],
  };
}

function ownRows(ledger: Ledger, state: LedgerState, period: PeriodCode, place: string): readonly LevelRow[] {
  const measureOf = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  const due = returnDue(period, ledger.settings.returnWithinDays);
  const isLinked = planLinkOf(ledger.plan) !== null;
  return state.measures.flatMap((one): readonly LevelRow[] => {
    const measure = must(measureOf.get(one.measure), `measure ${one.measure} of the plan`);
    const common = {
      path: place,
      upper: isLinked ? upperNumberOf(measure) : null,
      measure: measure.no,
      text: measure.text,
      standing: one.standing,
      timeliness: one.timeliness,
    };
    if (one.units.length === 0) return [{ ...common, ...NOBODY, deadline: one.deadline }];
    return one.units.map((unit) => ({
      ...common,
      unit: unit.assignment.unit,
      office: officeInCharge(ledger.directory, unit.assignment, due),
      ...reportedBy(unit),
    }));
  });
}

type Reported = Omit<
  LevelRow,
  'path' | 'upper' | 'measure' | 'text' | 'standing' | 'timeliness' | 'unit' | 'office'
>;

const NOTHING_REPORTED = {
  status: null,
  percent: null,
  completedOn: null,
  progress: '',
  problems: '',
  verification: null,
  period: null,
} as const satisfies Partial<Reported>;

/** A measure that no unit is in charge of. */
const NOBODY = { unit: '', office: '', ...NOTHING_REPORTED } as const;

function reportedBy({ deadline, entry, verification }: MeasureState['units'][number]): Reported {
  if (entry === null) return { deadline, ...NOTHING_REPORTED, verification };
  const { status, percent, completedOn, progress, problems } = entry.report;
  return { deadline, status, percent, completedOn, progress, problems, verification, period: entry.period };
}

/** What the places below reported for the period, under the path of the place that reports; those that did not are named too. */
function belowOf(
  ledger: Ledger,
  period: PeriodCode,
  place: string,
): { readonly places: readonly LevelPlace[]; readonly rows: readonly LevelRow[] } {
  const inForce = reportsInForce(ledger, period);
  const under = (path: string) => `${place}${PATH_SEPARATOR}${path}`;
  const places: LevelPlace[] = [];
  const rows: LevelRow[] = [];
  for (const lower of expectedPlaces(ledger)) {
    const report = inForce.get(lower);
    if (report === undefined) {
      places.push({ path: under(lower), asOf: null, digest: '' });
      continue;
    }
    for (const one of report.places) {
      const digest = one.path === lower ? report.digest : one.digest;
      places.push({ ...one, path: under(one.path), digest });
    }
    for (const row of report.rows) rows.push({ ...row, path: under(row.path) });
  }
  return { places, rows };
}
