import { formMeasures } from '../../sheets/tabs/form-measures';
import { ledgerAssignments, type Ledger } from '../../ledger/ledger';
import type { ClaimedStatus, PeriodCode, Report } from '../../ledger/records';
import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../base/calendar';
import type { Measure } from '../../plan/plan';
import { formWorkbook } from '../../sheets/tabs/form';
import { ledgerWorkbook } from '../../sheets/ledger-workbook';
import type { WorkbookBlueprint } from '../../base/blueprint';
import type { WorkbookFiles } from '../../base/workbook-port';
import { buildLedger } from '../changes/build-ledger';
import type { Progress } from '../inbox/check-returns';
import { formFileName } from '../changes/issue-forms';
import { Chance } from './chance';
import { withEarlierPeriods } from './earlier-periods';
import { FAULT_KINDS, keepsRowOut, withFault } from './faults';
import { fillForm } from './fill-form';
import { progressTexts } from './progress-texts';

export interface DemoFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Demo {
  readonly ledger: DemoFile;
  readonly returns: readonly DemoFile[];
  readonly period: PeriodCode;
  readonly asOf: CalendarDate;
}

/** Twelve days after November: some returns are late, the 2016 measures are overdue, those of 2017 nearly due. */
const PERIOD = '2017-11' as PeriodCode;
const AS_OF = calendarDate(2017, 12, 12) as CalendarDate;
/** Fixed, so that the same seed gives the same bytes. */
const MADE_AT = '2017-12-12 09:00';

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '周', '吴', '徐', '孙', '胡'] as const;
const GIVEN_NAMES = ['建国', '晓燕', '志强', '丽华', '文斌', '海涛', '红梅', '家明', '思远', '俊杰'] as const;

/** Who runs the plan of the sample; any other ledger asks for it. */
const DEMO_OFFICE = { name: '荆门市人民政府法制办公室', letterWord: '荆法建' } as const;

/** The ledger before any office has reported. */
export function demoLedger(planText: string): Ledger {
  const ledger = buildLedger(planText, { asOf: AS_OF, period: PERIOD, at: MADE_AT, sample: true });
  return {
    ...ledger,
    settings: { ...ledger.settings, office: { ...ledger.settings.office, ...DEMO_OFFICE } },
  };
}

/**
 * The ledger the sample starts from: every office has reported for two months, so that there is something to compare the third
 * with. What it said then leads to what it hands in now.
 */
export function sampleLedger(planText: string, seed: number): Ledger {
  const begun = demoLedger(planText);
  return withEarlierPeriods(begun, demoReturns(begun, seed), new Chance(seed));
}

/** A sample ledger and a filled form of every unit: about a fifth of them late, a third with one slip each. */
export async function makeDemo(
  planText: string,
  files: WorkbookFiles,
  options: { readonly seed: number; readonly progress?: Progress },
): Promise<Demo> {
  const ledger = sampleLedger(planText, options.seed);
  const forms = demoReturns(ledger, options.seed);
  const returns: DemoFile[] = [];
  for (const [index, { fileName, form }] of forms.entries()) {
    await options.progress?.(index, forms.length, fileName);
    returns.push({ fileName, bytes: await files.write(form) });
  }
  const bytes = await files.write(ledgerWorkbook(ledger));
  return {
    ledger: { fileName: '措施台账（示例）.xlsx', bytes },
    returns,
    period: PERIOD,
    asOf: AS_OF,
  };
}

/** What a unit hands in of the sample's period, and what it says in it before any slip. */
export interface DemoReturn {
  readonly unit: string;
  readonly fileName: string;
  readonly form: WorkbookBlueprint;
  readonly reports: ReadonlyMap<number, Report>;
  /** Whether all of it can be taken in. */
  readonly isWhole: boolean;
}

/** The filled forms, one a unit, in the order of the directory. */
export function demoReturns(ledger: Ledger, seed: number): readonly DemoReturn[] {
  const chance = new Chance(seed);
  const units = ledger.directory.units.map(({ name }) => name);
  const owing = new Set(ledgerAssignments(ledger).map(({ unit }) => unit));
  const firstFault = chance.between(0, 2);
  return units
    .filter((unit) => owing.has(unit))
    .map((unit, index) => {
      const { form: filled, reports } = filledForm(ledger, unit, chance);
      const kind = (index - firstFault) / 3;
      const isFaulty = Number.isInteger(kind) && kind >= 0 && kind < FAULT_KINDS;
      return {
        unit,
        fileName: formFileName(unit, PERIOD),
        reports,
        isWhole: !isFaulty || !keepsRowOut(kind),
        form: isFaulty ? withFault(filled, kind, chance) : filled,
      };
    });
}

function filledForm(ledger: Ledger, unit: string, chance: Chance): Pick<DemoReturn, 'form' | 'reports'> {
  const reports = new Map(
    formMeasures(ledger, unit, PERIOD).map((measure) => [measure.no, demoReport(measure, chance)]),
  );
  const isLate = chance.happens(20);
  const person = () => chance.pick(SURNAMES) + chance.pick(GIVEN_NAMES);
  const form = fillForm(formWorkbook(ledger, unit, PERIOD), reports, {
    preparedBy: person(),
    reviewedBy: person(),
    phone: `0724-${chance.between(2300000, 2399999)}`,
    preparedOn: addDays(AS_OF, isLate ? -chance.between(0, 1) : -chance.between(3, 10)),
  });
  return { form, reports };
}

/** What is long due is mostly done, some of it late; what is due soon is under way; what is far off has hardly begun. */
function demoReport(measure: Measure, chance: Chance): Report {
  const status = demoStatus(measure, chance);
  return {
    status,
    percent: demoPercent(status, chance),
    completedOn: status === 'done' ? completionDate(measure, chance) : null,
    ...progressTexts(measure, status, chance),
    remark: '',
  };
}

function demoStatus(measure: Measure, chance: Chance): ClaimedStatus {
  const roll = chance.between(1, 100);
  if (measure.deadline === null) return roll <= 75 ? 'ongoing' : 'inProgress';
  const daysLeft = daysBetween(AS_OF, measure.deadline);
  if (daysLeft < 0) return roll <= 82 ? 'done' : roll <= 96 ? 'inProgress' : 'notStarted';
  if (daysLeft < 100) return roll <= 55 ? 'done' : roll <= 94 ? 'inProgress' : 'notStarted';
  return roll <= 20 ? 'done' : roll <= 80 ? 'inProgress' : 'notStarted';
}

function demoPercent(status: ClaimedStatus, chance: Chance): number {
  switch (status) {
    case 'done':
      return 100;
    case 'inProgress':
      return chance.between(4, 18) * 5;
    case 'notStarted':
      return 0;
    case 'ongoing':
      return chance.between(10, 18) * 5;
  }
}

/** Mostly before the deadline, sometimes months early, now and then after it; never after the day of the sample. */
function completionDate(measure: Measure, chance: Chance): CalendarDate {
  const deadline = measure.deadline ?? AS_OF;
  const shift = chance.happens(25) ? chance.between(5, 120) : -chance.between(1, 200);
  const date = addDays(deadline, shift);
  return date < AS_OF ? date : addDays(AS_OF, -chance.between(5, 60));
}
