import { buildLedger } from '../../../src/app/changes/build-ledger';
import { checkActiveSheet } from '../../../src/app/inbox/check-active-sheet';
import { workbookPlace } from '../../../src/app/runner/ledger-place';
import { importReturns, type AcceptedReturn } from '../../../src/ledger/change/changes';
import { ledgerAssignments, type Ledger } from '../../../src/ledger/ledger';
import { parsePlan } from '../../../src/plan/parse';
import { translator } from '../../../src/locales/translate';
import type { LiveWorkbook } from '../../../src/base/workbook-port';
import { AT, day, done, period, returned } from '../../ledger/builders';
import { JINGMEN } from '../../plan/support';
import { ASKED, lookIn, runIn } from '../../support/ledger-in';

const AS_OF = day('2017-10-12');

export interface GrownLedger {
  readonly fresh: Ledger;
  /** Every unit on each of its measures. */
  readonly returns: readonly AcceptedReturn[];
}

/** The ledger of a plan so large: the plan at hand, its measures over and over, each with one lead unit. */
export function grownLedger(measures: number): GrownLedger {
  const fresh = buildLedger(grownPlan(measures), { asOf: AS_OF, period: period('2017Q3'), at: AT });
  const units = fresh.directory.units.map(({ name }) => name);
  const owed = ledgerAssignments(fresh);
  const returns = units.map((unit) =>
    returned({
      office: unit,
      reports: owed
        .filter((one) => one.unit === unit)
        .map(({ measure }) => ({ measure, report: done('2017-09-01') })),
    }),
  );
  return { fresh, returns };
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

export interface CountedUseCase {
  readonly name: string;
  /** What a clerk does first; it is not counted. */
  readonly before?: () => Promise<unknown>;
  readonly run: () => Promise<unknown>;
}

/** The use cases in the order of the cycle, each going on from the workbook the one before it left. */
export function useCases(live: LiveWorkbook, { fresh, returns }: GrownLedger): readonly CountedUseCase[] {
  const unit = '市编办';
  let collected = '';
  const check = { planText: fresh.plan.text, today: AS_OF, at: AT, words: translator('zh-CN') };
  return [
    { name: '建账 build', run: () => workbookPlace(live).begin({ ledger: fresh }, ASKED) },
    { name: '打开 open', run: () => lookIn(live) },
    { name: '下发 issue', run: () => runIn(live, 'issueTabs', { offices: [unit] }) },
    {
      name: '校验当前表 check',
      before: () => live.select(`${unit}_${fresh.settings.period}`, 'A1'),
      run: () => checkActiveSheet(live, check),
    },
    {
      name: '汇入 collect',
      run: async () => {
        const { opened, keep } = await workbookPlace(live).open(AT);
        const change = importReturns(opened.ledger, returns, AT);
        await keep(change, ASKED);
        collected = change.batch ?? '';
      },
    },
    {
      name: '核实 verify',
      run: () => runIn(live, 'verify', { verdicts: verdictsOn(returns.slice(0, 5)) }),
    },
    { name: '标记逾期 overdue', run: () => runIn(live, 'markOverdue', { asOf: day('2018-03-01') }) },
    { name: '生成汇总 summary', run: () => runIn(live, 'buildSummary', {}) },
    {
      name: '撤销 undo',
      run: () => runIn(live, 'undo', { batches: [collected] }),
    },
    { name: '督办函 letters', run: () => runIn(live, 'rememberLetters', { withCircular: true }) },
    { name: '下一报送期 settings', run: () => runIn(live, 'changeSettings', { period: period('2018Q1') }) },
    { name: '修订方案 revision', run: () => runIn(live, 'revisePlan', { plan: revisedPlan(fresh) }) },
  ];
}

/** Every claim of some units' first ten is closed. */
function verdictsOn(some: readonly AcceptedReturn[]) {
  return some.flatMap(({ office, reports }) =>
    reports
      .slice(0, 10)
      .map(({ measure }) => ({ measure, unit: office, verification: 'closed' as const, reason: '' })),
  );
}

/** Five measures say more than before, and one is new. */
function revisedPlan({ plan }: Ledger) {
  const lines = plan.text.split('\n');
  const last = lines.at(-1) ?? '';
  const changed = lines.map((line, index) =>
    index % 20 === 9 && index < 100 ? line.replace('(牵头单位', '，逐项落实(牵头单位') : line,
  );
  return parsePlan([...changed, last.replace(/^\(\d+\)/u, `(${plan.measures.length + 1})新增`)].join('\n'));
}
