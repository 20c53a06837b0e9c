import { buildLedger } from '../../../src/app/build-ledger';
import { issueTabs } from '../../../src/app/issue-tabs';
import { saveLedger } from '../../../src/app/ledger-store';
import { ledgerOf, reviseLedger } from '../../../src/app/revise-ledger';
import { buildSummary, markOverdue, undoImport } from '../../../src/app/workbook-steps';
import { importReturns, type Change } from '../../../src/ledger/changes';
import { ledgerAssignments, type Ledger } from '../../../src/ledger/ledger';
import type { LiveWorkbook } from '../../../src/sheets/workbook-host';
import { AT, day, done, returned } from '../../ledger/builders';
import { JINGMEN } from '../../plan/support';

const AS_OF = day('2017-10-12');

export interface GrownLedger {
  readonly fresh: Ledger;
  /** After every unit reported on each of its measures. */
  readonly collected: Change;
}

/** The ledger of a plan so large: the plan at hand, its measures over and over, each with one lead unit. */
export function grownLedger(measures: number): GrownLedger {
  const fresh = buildLedger(grownPlan(measures), { asOf: AS_OF, at: AT });
  const units = fresh.directory.units.map(({ name }) => name);
  const owed = ledgerAssignments(fresh);
  const reports = units.map((unit) =>
    returned({
      unit,
      reports: owed
        .filter((one) => one.unit === unit)
        .map(({ measure }) => ({ measure, report: done('2017-09-01') })),
    }),
  );
  return { fresh, collected: importReturns(fresh, reports, AT) };
}

function grownPlan(measures: number): string {
  const { plan } = buildLedger(JINGMEN, { asOf: AS_OF, at: AT });
  const named = plan.measures.filter(({ leadUnits }) => leadUnits.length === 1);
  const lines = Array.from({ length: measures }, (_, index) => {
    const measure = named[index % named.length];
    return `(${index + 1})${measure?.text ?? ''}(牵头单位:${measure?.leadUnits[0] ?? ''}。2017年底完成)`;
  });
  const head = [
    '荆门市法治政府建设实施方案',
    '(2016—2020年)',
    '二、工作措施及责任分工',
    '(一)依法全面履行政府职能',
  ];
  return [...head, '1.依法全面履行政府职能', ...lines].join('\n');
}

/** The use cases in the order of the cycle, each going on from the workbook the one before it left. */
export function useCases(
  live: LiveWorkbook,
  { fresh, collected }: GrownLedger,
): readonly (readonly [name: string, run: () => Promise<unknown>])[] {
  return [
    ['建账 build', () => saveLedger(live, fresh)],
    ['打开 open', () => ledgerOf(live, { at: AT })],
    ['下发 issue', () => issueTabs(live, { at: AT, units: ['市编办'] })],
    ['汇入 collect', () => reviseLedger(live, { at: AT }, () => ({ ledger: collected.ledger }))],
    ['标记逾期 overdue', () => markOverdue(live, { at: AT, asOf: day('2018-03-01') })],
    ['生成汇总 summary', () => buildSummary(live, { at: AT })],
    ['撤销 undo', () => undoImport(live, { at: AT }, collected.batch ?? '')],
  ];
}
