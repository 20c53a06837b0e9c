import { readFileSync } from 'node:fs';
import { Chance } from '../../src/app/demo/chance';
import { demoLedger } from '../../src/app/demo/make-demo';
import { progressTexts, type ProgressTexts } from '../../src/app/demo/progress-texts';
import { draftLetters, type DraftedLetter } from '../../src/app/papers/draft-letters';
import type { CalendarDate } from '../../src/base/calendar';
import { addDays } from '../../src/base/calendar';
import type { Paper } from '../../src/documents/paper';
import {
  applyForExtension,
  decideExtension,
  verify,
  type VerificationAct,
} from '../../src/ledger/change/acts';
import { importReturns, type AcceptedReturn } from '../../src/ledger/change/changes';
import { foldLedger } from '../../src/ledger/fold';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import { periodEnd } from '../../src/ledger/period';
import { returnsOwed } from '../../src/ledger/figures/submissions';
import type { ClaimedStatus, Report } from '../../src/ledger/records';
import { must } from '../../src/base/invariant';
import type { FindingLine } from '../../src/sheets/tabs/findings-tab';
import { FAULT_LINE } from './fault-line';
import { AT, day, period } from '../ledger/builders';
import { openedAs, placeOf } from '../support/ledger-in';

/** The year is over, and every deadline of this plan fell on its last day. */
const FULL_CASE_DAY = day('2018-01-15');

/** A unit that is dissolved between the second and the third quarter, and who answers for it. */
export const DISSOLVED = { unit: '市物价局', successor: '市发改委', from: day('2017-10-01') };

/** What a unit says of a measure in the quarter so many: more is done from quarter to quarter, and what is done stays done. */
function saidOf(ledger: Ledger, no: number, unit: string, quarter: number): Report | null {
  const measure = must(
    ledger.plan.measures.find((one) => one.no === no),
    `measure ${no}`,
  );
  const fate = new Chance(no * 97 + unit.length * 13 + unit.charCodeAt(1));
  const doneIn = fate.between(0, 5);
  const isSilent = fate.happens(7);
  if (isSilent) return null;
  const status: ClaimedStatus =
    measure.deadline === null
      ? 'ongoing'
      : doneIn <= quarter && measure.deadline <= '2018-12-31'
        ? 'done'
        : quarter === 0 && fate.happens(20)
          ? 'notStarted'
          : 'inProgress';
  const end = periodEnd(period(`2017Q${quarter + 2}`));
  return {
    status,
    percent: { done: 100, inProgress: 20 + quarter * 25, notStarted: 0, ongoing: 80 }[status],
    completedOn: status === 'done' ? addDays(end, -5 - fate.between(0, 40)) : null,
    ...asUnitsWrite(no, progressTexts(measure, status, new Chance(no * 31 + unit.length))),
    remark: '',
  };
}

/** Every fifth measure is reported on in the first person, as units do write. */
function asUnitsWrite(no: number, texts: ProgressTexts): ProgressTexts {
  if (no % 5 !== 0) return texts;
  return {
    ...texts,
    progress: `我局${texts.progress}下一步，我们将抓好落实。`,
    problems: texts.problems === '' ? '' : `我局反映：${texts.problems}`,
  };
}

interface Quarter {
  readonly code: string;
  readonly returnedOn: CalendarDate;
}

const QUARTERS: readonly Quarter[] = [
  { code: '2017Q2', returnedOn: day('2017-07-05') },
  { code: '2017Q3', returnedOn: day('2017-10-09') },
  { code: '2017Q4', returnedOn: day('2018-01-08') },
];

/** Every eleventh office is late, every thirteenth returns nothing, every seventh a form with faults. */
function returnsOf(ledger: Ledger, quarter: number): readonly AcceptedReturn[] {
  const { code, returnedOn } = must(QUARTERS[quarter], 'a quarter');
  return returnsOwed(ledger, period(code)).flatMap(({ office }, index) => {
    if (index % 13 === 12) return [];
    const reports = ledgerAssignments(ledger)
      .filter(
        ({ unit }) =>
          unit === office || (unit === DISSOLVED.unit && office === DISSOLVED.successor && quarter === 2),
      )
      .flatMap(({ measure, unit }) => {
        const report = saidOf(ledger, measure, unit, quarter);
        return report === null ? [] : [{ measure, report }];
      });
    const isFaulty = index % 7 === 6;
    return [
      {
        office,
        period: period(code),
        file: `${office}.xlsx`,
        sha256: `${office} ${code}`,
        returnedOn: index % 11 === 10 ? addDays(returnedOn, 12) : returnedOn,
        verdict: isFaulty ? ('needs-correction' as const) : ('accepted' as const),
        findings: isFaulty ? 3 : 0,
        reports,
      },
    ];
  });
}

/** What is found in the returns with faults: a line each. */
function faultsOf(returns: readonly AcceptedReturn[]): readonly FindingLine[] {
  return returns
    .filter(({ verdict }) => verdict === 'needs-correction')
    .map(({ file, office }) => ({ ...FAULT_LINE, file, office }));
}

/** At the end of the quarter so many: its settings, so that forms and letters are those of the day. */
function at(ledger: Ledger, asOf: CalendarDate, code: string): Ledger {
  return { ...ledger, settings: { ...ledger.settings, asOf, period: period(code) } };
}

/** One in three claims is verified, one in twelve sent back. */
function verified(ledger: Ledger, on: CalendarDate): Ledger {
  const claims = foldLedger(ledger).assignments.filter(({ standing }) => standing === 'done');
  const verdicts = claims.flatMap(({ assignment, verification }, index): readonly VerificationAct[] => {
    if (verification !== null && verification !== 'pending') return [];
    if (index % 12 === 11) return [{ ...assignment, verification: 'sentBack', reason: '佐证材料不全' }];
    return index % 3 === 0 ? [{ ...assignment, verification: 'closed', reason: '' }] : [];
  });
  return verify(ledger, verdicts, on, AT).ledger;
}

/** One unit is given half a year, another is refused. */
function extended(ledger: Ledger): Ledger {
  const open = foldLedger(ledger).assignments.filter(
    ({ standing, deadline }) => standing === 'inProgress' && deadline === '2017-12-31',
  );
  return open.slice(0, 2).reduce((before, { assignment }, index) => {
    const extension = {
      ...assignment,
      newDeadline: day('2018-06-30'),
      reason: '上级配套文件尚未出台',
    };
    const applied = applyForExtension(before, extension, day('2017-12-01'), AT).ledger;
    const decision = index === 0 ? ('approved' as const) : ('refused' as const);
    return decideExtension(applied, extension, { decision, reason: '研究决定' }, day('2017-12-05'), AT)
      .ledger;
  }, ledger);
}

export interface FullCase {
  readonly ledger: Ledger;
  /** Of the three rounds, the last one with a circular. */
  readonly rounds: readonly (readonly DraftedLetter[])[];
}

const NOT_YET = (_: Paper) => Promise.resolve(new Uint8Array());

/**
 * The plan as issued over three quarters of a year: late and missing returns, returns with faults, extensions, verification, an
 * office that is dissolved and three rounds of letters.
 */
export async function fullCase(): Promise<FullCase> {
  const fresh = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  const units = fresh.directory.units.map((one) =>
    one.name === DISSOLVED.unit
      ? { ...one, successor: { name: DISSOLVED.successor, from: DISSOLVED.from } }
      : one,
  );
  let ledger: Ledger = {
    ...fresh,
    settings: { ...fresh.settings, sample: false },
    directory: { ...fresh.directory, units },
  };
  const rounds: (readonly DraftedLetter[])[] = [];
  const days = [day('2017-07-20'), day('2017-10-25'), FULL_CASE_DAY];
  for (const [quarter, { code }] of QUARTERS.entries()) {
    const on = must(days[quarter], 'a day');
    const returns = returnsOf(ledger, quarter);
    ledger = importReturns(at(ledger, on, code), returns, AT).ledger;
    ledger = verified(ledger, on);
    if (quarter === 1) ledger = extended(ledger);
    const drafted = await draftLetters(
      placeOf({ ...openedAs(ledger), findings: faultsOf(returns) }),
      { asOf: on, withCircular: quarter === 2 },
      { by: 'command', at: AT },
      { writePaper: NOT_YET, remembers: true },
    );
    ledger = drafted.ledger;
    rounds.push(drafted.letters);
  }
  return { ledger, rounds };
}
