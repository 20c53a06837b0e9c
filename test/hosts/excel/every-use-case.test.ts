import { isDeepStrictEqual } from 'node:util';
import type { UseCaseName } from '../../../src/app/changes/use-case-list';
import { workbookPlace } from '../../../src/app/runner/ledger-place';
import { ExcelHostError } from '../../../src/hosts/excel/excel-errors';
import type { Ledger } from '../../../src/ledger/ledger';
import { parsePlan } from '../../../src/plan/parse';
import { LEDGER } from '../../../src/sheets/tabs/ledger-tab';
import type { Fault } from '../../excel-host/protocol/faults';
import { AT, day, period, SMALL_PLAN } from '../../ledger/builders';
import { lookIn, runIn } from '../../support/ledger-in';
import { live, PROLONGED, second, useCycleAtFault, withoutLog, type RunAtFault } from './cycle-at-fault';
import { differences } from './two-hosts';

const { excel, prepared, undisturbed } = useCycleAtFault();
const on = day('2017-10-11');
const reported = { measure: 2, unit: '市编办' };
const revised = parsePlan(SMALL_PLAN.text.replace('推进机构改革', '推进机构和职能改革'));

type Begins = Exclude<RunAtFault['begins'], 'empty'>;
type Begun = readonly [begins: Begins, run: (held: Ledger) => Promise<unknown>];

/** Every use case there is: one that is missing here does not compile. */
const RUNS: Readonly<Record<UseCaseName, Begun>> = {
  collect: ['with a return', async (held) => runIn(live, 'collect', { checked: [await second] }, held)],
  undo: [
    'with a return',
    (held) => runIn(live, 'undo', { batches: [held.submissions[0]?.batch ?? ''] }, held),
  ],
  editCells: [
    'with a return',
    (held) => {
      const edits = [{ row: 5, column: LEDGER.at('status'), typed: '未启动' }];
      return runIn(live, 'editCells', { edits }, held);
    },
  ],
  verify: [
    'with a return',
    (held) => {
      const verdicts = [{ ...reported, verification: 'sentBack' as const, reason: '佐证不足' }];
      return runIn(live, 'verify', { verdicts, on }, held);
    },
  ],
  applyForExtension: [
    'with a return',
    (held) => runIn(live, 'applyForExtension', { application: PROLONGED, on }, held),
  ],
  decideExtension: [
    'with an application',
    (held) =>
      runIn(live, 'decideExtension', { target: PROLONGED, decision: 'approved', reason: '同意', on }, held),
  ],
  issueTabs: ['with a return', (held) => runIn(live, 'issueTabs', {}, held)],
  noteReceipts: [
    'with a return',
    (held) =>
      runIn(
        live,
        'noteReceipts',
        {
          receipts: [
            {
              kind: 'picture',
              office: '市审计局',
              period: period('2017Q4'),
              file: '照片.jpg',
              sha256: 'a1',
              on: day('2018-01-05'),
            },
          ],
        },
        held,
      ),
  ],
  handDown: ['with a return', (held) => runIn(live, 'handDown', { place: '京山县', measures: [1, 2] }, held)],
  noteForms: [
    'with a return',
    (held) => runIn(live, 'noteForms', { period: period('2017Q4'), forms: 3 }, held),
  ],
  notePages: ['with a return', (held) => runIn(live, 'notePages', { pages: 3 }, held)],
  rememberLetters: [
    'with a return',
    (held) => runIn(live, 'rememberLetters', { asOf: day('2018-02-01'), withCircular: false }, held),
  ],
  changeSettings: [
    'with a return',
    (held) => runIn(live, 'changeSettings', { dueSoonDays: 45, office: { name: '市依法治市办' } }, held),
  ],
  changeUnit: [
    'with a return',
    (held) => {
      const edit = <Unit extends object>(unit: Unit) => ({ ...unit, contact: '张三 1234' });
      return runIn(live, 'changeUnit', { unit: '市编办', edit }, held);
    },
  ],
  changeMember: [
    'with a return',
    (held) => runIn(live, 'changeMember', { group: '各牵头单位', unit: '市编办', isMember: true }, held),
  ],
  revisePlan: ['with a return', (held) => runIn(live, 'revisePlan', { plan: revised }, held)],
  markOverdue: ['with a return', (held) => runIn(live, 'markOverdue', { asOf: day('2018-02-01') }, held)],
  buildSummary: ['with a return', (held) => runIn(live, 'buildSummary', {}, held)],
  drawTabs: ['with a return', (held) => runIn(live, 'drawTabs', {}, held)],
};

const STOPS: readonly (readonly [sync: number, what: string, fault: Fault])[] = [
  [1, 'refused', { kind: 'error', code: 'AccessDenied' }],
  [2, 'a broken line', { kind: 'disconnect', applied: false }],
  [3, 'refused half way', { kind: 'error', code: 'GeneralException', applied: 0.5 }],
  [3, 'refused near its end', { kind: 'error', code: 'InvalidOperation', applied: 0.95 }],
  [3, 'its answer lost', { kind: 'disconnect', applied: true }],
];

const cases = Object.entries(RUNS).flatMap(([name, [begins, run]]) =>
  STOPS.map(([sync, what, fault]) => {
    const useCase: RunAtFault = { name, begins, run, syncs: 3 };
    return [name, sync, what, useCase, fault] as const;
  }),
);

/** What is not derived: two ledgers are one when these are. */
function contents({ plan, directory, settings, entries, submissions, levels }: Ledger): unknown {
  return { text: plan.text, directory, settings, entries, submissions, levels };
}

test.each(cases)(
  '%s, round trip %i %s: all of it is there or nothing, and what is drawn next is as if it had not stopped',
  async (_name, sync, _what, useCase, fault) => {
    const end = await undisturbed(useCase);
    const after = contents((await lookIn(live)).ledger);
    const held = await prepared(useCase);
    const before = contents(held);
    excel().host.faults.at(sync, fault);
    await expect(useCase.run(held)).rejects.toThrow(ExcelHostError);
    const found = (await workbookPlace(live, held).look(AT)).ledger;
    const isAsBefore = isDeepStrictEqual(contents(found), before);
    if (!isAsBefore) expect(contents(found)).toEqual(after);
    if (isAsBefore) await useCase.run(found);
    else await runIn(live, 'drawTabs', {}, found);
    expect(differences(withoutLog(end), withoutLog(await live.read()))).toEqual([]);
  },
);

test('a revision of the plan that stopped is not read by guess: without the ledger that was held it is refused', async () => {
  const [begins, run] = RUNS.revisePlan;
  const useCase: RunAtFault = { name: 'revisePlan', begins, run, syncs: 3 };
  const held = await prepared(useCase);
  excel().host.faults.at(3, { kind: 'error', code: 'GeneralException', applied: 0.5 });
  await expect(run(held)).rejects.toThrow(ExcelHostError);
  await expect(lookIn(live)).rejects.toMatchObject({ code: 'damaged', fault: 'unfinished' });
});
