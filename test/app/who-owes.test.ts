import { importReturns } from '../../src/ledger/change/changes';
import { issueForms } from '../../src/app/changes/issue-forms';
import { issueTabs } from '../../src/app/changes/issue-tabs';
import { returnContext } from '../../src/app/inbox/return-context';
import { remindersFor } from '../../src/ledger/figures/reminders';
import { scoreUnits } from '../../src/ledger/figures/scores';
import { returnsOwed } from '../../src/ledger/figures/submissions';
import { ledgerOfPeriod } from '../../src/ledger/figures/trend';
import type { Ledger } from '../../src/ledger/ledger';
import { submissionsTab } from '../../src/sheets/tabs/submissions-tab';
import { formsNamed, owedForms } from '../../src/taskpane/screens/issue/form-choices';
import { cycleFigures } from '../../src/taskpane/screens/home/cycle';
import { AT, day, period, returned } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { openedAs } from '../support/ledger-in';
import { memoryFiles } from '../support/memory-files';

const Q4 = period('2017Q4');
const before = ledgerOfPeriod(threePeriods(), period('2017Q3'));
/** 市物价局 went to two offices, a split; 市财政局 to one of the same two. Nobody has returned for the quarter. */
const ledger: Ledger = {
  ...before,
  settings: { ...before.settings, asOf: day('2018-02-10'), period: Q4 },
  directory: {
    ...before.directory,
    units: before.directory.units.map((unit) =>
      unit.name === '市财政局' ? { ...unit, successor: { name: '市发改委', from: day('2018-01-01') } } : unit,
    ),
  },
};
const OFFICES = ['市编办', '市发改委', '市市场监管局', '市司法局'];

describe('the same offices owe a return, whoever is asked', () => {
  test.each<readonly [string, () => readonly string[] | Promise<readonly string[]>]>([
    ['the figures', () => returnsOwed(ledger, Q4).map(({ office }) => office)],
    [
      '下发 as files',
      async () => (await issueForms(ledger, memoryFiles, { period: Q4 })).map(({ office }) => office),
    ],
    ['下发 as it is offered', () => owedForms(ledger).map(({ office }) => office)],
    ['下发 as tabs', () => issueTabs(openedAs(ledger), {}).issued.map(({ office }) => office)],
    [
      '回收',
      () =>
        returnContext(ledger)
          .offices(Q4)
          .map(({ office }) => office),
    ],
    ['催办', () => remindersFor(ledger, Q4).offices.flatMap((one) => (one.notReturned ? [one.office] : []))],
    [
      '报送情况',
      () =>
        submissionsTab(ledger)
          .cells.slice(3)
          .filter(([code, , state]) => code === Q4 && state === '未报')
          .map(([, office]) => office as string),
    ],
  ])('%s', async (_who, offices) => {
    expect(await offices()).toEqual(OFFICES);
  });

  test('首页 counts them', () => {
    expect(cycleFigures(ledger)).toMatchObject({ units: 4, returned: 0 });
  });

  test('考核 lays a missing return to each unit whose office owes one, and to no other', () => {
    const held = new Set(
      returnContext(ledger)
        .offices(Q4)
        .flatMap(({ assignments }) => assignments.map(({ unit }) => unit)),
    );
    const charged = scoreUnits(ledger).flatMap(({ unit, deductions }) =>
      deductions.some(({ kind, period: of }) => kind === 'missingReturn' && of === Q4) ? [unit] : [],
    );
    expect(new Set(charged)).toEqual(held);
  });
});

describe('an office that handed some of its measures over and kept others', () => {
  const divided: Ledger = {
    ...ledger,
    directory: {
      ...ledger.directory,
      units: ledger.directory.units.map((unit) =>
        unit.name === '市司法局'
          ? {
              ...unit,
              successor: { name: '市发改委', from: day('2018-01-01') },
              splits: [{ office: '市司法局', measures: [5] }],
            }
          : unit,
      ),
    },
  };
  const own = returned({ office: '市司法局', period: Q4, returnedOn: day('2018-01-09'), reports: [] });
  const after = importReturns(divided, [own], AT).ledger;

  test('has returned once its own form is in, whoever is asked', () => {
    const missing = ['市编办', '市发改委', '市市场监管局'];
    expect(returnsOwed(after, Q4).filter(({ submission }) => submission === 'missing')).toMatchObject(
      missing.map((office) => ({ office })),
    );
    expect(
      remindersFor(after, Q4)
        .offices.filter(({ notReturned }) => notReturned)
        .map(({ office }) => office),
    ).toEqual(missing);
    const shown = submissionsTab(after)
      .cells.slice(3)
      .filter(([code, , state]) => code === Q4 && state === '未报');
    expect(shown.map(([, office]) => office)).toEqual(missing);
  });
});

test.each([
  ['物价', ['市发改委', '市市场监管局']],
  ['市财政局', ['市发改委']],
  [' 发改 ', ['市发改委']],
  ['市林业局', []],
])(
  '下发, searched for “%s”, an old name among them, finds the offices that answer for it',
  (typed, offices) => {
    expect(formsNamed(owedForms(ledger), typed).map(({ office }) => office)).toEqual(offices);
  },
);
