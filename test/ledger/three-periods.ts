import { applyForExtension, decideExtension, issueLetters, verify } from '../../src/ledger/change/acts';
import { importReturns } from '../../src/ledger/change/changes';
import { createLedger, defaultSettings, type Ledger } from '../../src/ledger/ledger';
import type { Report, Unit } from '../../src/ledger/records';
import { parsePlan } from '../../src/plan/parse';
import { AT, day, done, period, report, returned, unit } from './builders';

/**
 * Seven measures over three quarters. 市物价局 is dissolved on 2018-01-01: measure 4 goes to 市市场监管局, the others to
 * 市发改委. One unit is late, one returns nothing twice, claims go back, an extension is approved, a claim is sent back.
 */
const PLAN = parsePlan(`某市法治政府建设实施方案
(2016—2020年)
二、工作措施及责任分工
(一)依法全面履行政府职能
1.深化行政审批制度改革
(1)公布行政审批事项目录清单。(牵头单位:市编办。2016年底完成)
(2)推进机构改革。(牵头单位:市编办。2017年底完成)
(3)规范政府定价行为。(牵头单位:市物价局。2017年底完成)
(4)加强价格监督检查。(牵头单位:市物价局。2018年底完成)
(二)落实工作责任
2.落实工作责任
(5)完善经费保障机制。(牵头单位:市财政局、市司法局。2017年底完成)
(6)推行政府购买法律服务。(牵头单位:市财政局。2018年6月底完成)
(7)加强牵头协调。(各牵头单位落实)
`);

const PRICES: Unit = {
  ...unit('市物价局'),
  successor: { name: '市发改委', from: day('2018-01-01') },
  splits: [{ office: '市市场监管局', measures: [4] }],
};
const UNITS = [unit('市编办'), PRICES, unit('市财政局'), unit('市司法局')];

const ongoing = report({ status: 'ongoing', progress: '每月调度一次' });
const notStarted = report({ status: 'notStarted', problems: '职责正在交接' });
const inProgress = (percent: number): Report =>
  report({ status: 'inProgress', percent, progress: `已完成阶段任务 ${percent}%` });

type Row = readonly [measure: number, report: Report];

function taken(
  ledger: Ledger,
  code: string,
  office: string,
  on: string,
  rows: readonly Row[],
  findings = 0,
): Ledger {
  const reports = rows.map(([measure, said]) => ({ measure, report: said }));
  const part = { period: period(code), returnedOn: day(on), sha256: `${office} ${code}`, findings };
  const verdict = findings === 0 ? 'accepted' : 'needs-correction';
  return importReturns(ledger, [returned({ ...part, office, verdict, reports })], AT).ledger;
}

const EXTENSION = {
  measure: 2,
  unit: '市编办',
  newDeadline: day('2018-06-30'),
  reason: '机构改革方案尚待批复',
};

const STEPS: readonly ((ledger: Ledger) => Ledger)[] = [
  (ledger) =>
    taken(ledger, '2017Q3', '市编办', '2017-10-08', [
      [1, done('2017-03-01')],
      [2, inProgress(40)],
      [7, ongoing],
    ]),
  (ledger) =>
    taken(ledger, '2017Q3', '市物价局', '2017-10-08', [
      [3, inProgress(50)],
      [4, notStarted],
      [7, ongoing],
    ]),
  (ledger) =>
    taken(ledger, '2017Q3', '市财政局', '2017-10-12', [
      [5, inProgress(60)],
      [6, inProgress(20)],
      [7, ongoing],
    ]),
  (ledger) => applyForExtension(ledger, EXTENSION, day('2017-12-01'), AT).ledger,
  (ledger) =>
    decideExtension(ledger, EXTENSION, { decision: 'approved', reason: '同意' }, day('2017-12-05'), AT)
      .ledger,
  (ledger) =>
    taken(ledger, '2017Q4', '市编办', '2018-01-08', [
      [1, done('2017-03-01')],
      [2, inProgress(40)],
      [7, ongoing],
    ]),
  (ledger) =>
    taken(ledger, '2017Q4', '市发改委', '2018-01-09', [
      [3, notStarted],
      [7, ongoing],
    ]),
  (ledger) =>
    taken(ledger, '2017Q4', '市财政局', '2018-01-09', [
      [5, done('2017-12-20')],
      [6, inProgress(50)],
      [7, ongoing],
    ]),
  (ledger) =>
    taken(ledger, '2017Q4', '市司法局', '2018-01-15', [
      [5, done('2018-01-05')],
      [7, ongoing],
    ]),
  (ledger) =>
    verify(
      ledger,
      [
        { measure: 5, unit: '市财政局', verification: 'closed', reason: '' },
        { measure: 1, unit: '市编办', verification: 'sentBack', reason: '清单没有公布' },
      ],
      day('2018-01-20'),
      AT,
    ).ledger,
  (ledger) =>
    taken(
      ledger,
      '2018Q1',
      '市编办',
      '2018-04-08',
      [
        [1, inProgress(80)],
        [2, inProgress(70)],
        [7, ongoing],
      ],
      2,
    ),
  (ledger) =>
    taken(ledger, '2018Q1', '市发改委', '2018-04-08', [
      [3, inProgress(30)],
      [7, ongoing],
    ]),
  (ledger) => taken(ledger, '2018Q1', '市市场监管局', '2018-04-12', [[4, notStarted]]),
  (ledger) =>
    taken(ledger, '2018Q1', '市财政局', '2018-04-09', [
      [6, done('2018-04-01')],
      [7, ongoing],
    ]),
];

/** The ledger after the three periods, looked at on 2018-04-20. */
export function threePeriods(): Ledger {
  const directory = {
    units: UNITS,
    groups: [{ name: '各牵头单位', members: UNITS.map(({ name }) => name) }],
  };
  const defaults = defaultSettings(day('2018-04-20'), period('2017Q3'));
  const office = { ...defaults.office, name: '某市人民政府法制办公室', letterWord: '某法建' };
  const settings = { ...defaults, office };
  return STEPS.reduce((ledger, step) => step(ledger), createLedger(PLAN, directory, settings));
}

/** After them two letters: a request to 市编办, and 市物价局 is urged, by its successor. */
export function threePeriodsWithLetters(): Ledger {
  const letter = { year: 2018, serial: 1, stage: 'first', on: day('2018-04-20') } as const;
  const asked = { ...letter, letter: 'request', unit: '市编办', office: '市编办', measures: [1] } as const;
  const urged = {
    ...letter,
    letter: 'supervision',
    unit: '市物价局',
    office: '市发改委',
    measures: [3],
  } as const;
  return [asked, urged].reduce((ledger, one) => issueLetters(ledger, [one], AT).ledger, threePeriods());
}

/** The same with returns of the five quarters before. */
export function eightPeriods(): Ledger {
  return ['2016Q2', '2016Q3', '2016Q4', '2017Q1', '2017Q2'].reduce(
    (ledger, code, index) =>
      taken(ledger, code, '市编办', `${code.slice(0, 4)}-12-08`, [
        [1, index < 3 ? inProgress(10 * index) : done('2017-03-01')],
        [2, inProgress(index)],
        [7, ongoing],
      ]),
    threePeriodsWithLetters(),
  );
}
