import { readFileSync } from 'node:fs';
import { demoLedger } from '../../src/app/demo/make-demo';
import { draftLetters } from '../../src/app/papers/draft-letters';
import { contentValue } from '../../src/base/content-value';
import type { Letter } from '../../src/documents/letters/letter';
import type { Paper, Table } from '../../src/documents/paper';
import { yearlyReport } from '../../src/documents/report/yearly-report';
import { importReturns } from '../../src/ledger/change/changes';
import { foldLedger, type AssignmentState, type LedgerState } from '../../src/ledger/fold';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import { isDue } from '../../src/ledger/figures/due';
import { remindersFor } from '../../src/ledger/figures/reminders';
import { summarise } from '../../src/ledger/figures/summary';
import { stateOfPeriod } from '../../src/ledger/figures/trend';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import type { SheetBlueprint } from '../../src/base/blueprint';
import { fullCase } from './full-case';
import { AT, day, done, period, report, returned } from '../ledger/builders';
import { openedAs, placeOf } from '../support/ledger-in';

/** The day on which every deadline of the year falls, so that nothing of it is overdue yet, and one after which all of it is. */
const DAYS = [
  { on: day('2017-12-31'), returnedOn: day('2017-12-28') },
  { on: day('2018-01-15'), returnedOn: day('2018-01-05') },
] as const;

/** The plan as issued, a quarter of whose assignments each is done, under way, kept up for good and unreported. */
function ledgerOf({ on, returnedOn }: (typeof DAYS)[number]): Ledger {
  const fresh = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  const office = { ...fresh.settings.office, name: '荆门市人民政府法制办公室', letterWord: '荆法建' };
  const settings = { ...fresh.settings, asOf: on, period: period('2017Q4'), office };
  const ledger = { ...fresh, settings };
  const reports = new Map<string, { measure: number; report: ReturnType<typeof report> }[]>();
  ledgerAssignments(ledger).forEach(({ measure, unit }, index) => {
    const ongoing = report({ status: 'ongoing', progress: '长期坚持' });
    const said = [
      done('2017-11-20'),
      report({ status: 'inProgress', percent: 50, progress: '正在推进' }),
      ongoing,
    ][index % 4];
    if (said === undefined) return;
    reports.set(unit, [...(reports.get(unit) ?? []), { measure, report: said }]);
  });
  const returns = [...reports].map(([unit, of]) =>
    returned({ office: unit, reports: of, period: period('2017Q4'), returnedOn }),
  );
  return importReturns(ledger, returns, AT).ledger;
}

function words(paper: Paper): string {
  return paper.body
    .flatMap((block) => (block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : []))
    .join('\n');
}

function tablesOf(paper: Paper): readonly Table[] {
  return paper.body.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

function figure(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`nothing says ${pattern.source}`);
  return Number(found);
}

type Rows = readonly (readonly unknown[])[];

/** What stands in a row under the first header of that word. */
function under(cells: Rows, header: string, label: string): unknown {
  const column = cells.find((row) => row.includes(header))?.indexOf(header) ?? -1;
  return cells.find(([first]) => first === label)?.[column];
}

interface Case {
  readonly name: string;
  readonly ledger: () => Promise<Ledger>;
}

const CASES: readonly Case[] = [
  ...DAYS.map((of) => ({ name: of.on, ledger: () => Promise.resolve(ledgerOf(of)) })),
  {
    name: 'the full case, with two rounds of letters before, extensions, verification and a successor',
    ledger: async () => {
      const { ledger } = await fullCase();
      const office = { ...ledger.settings.office, name: '荆门市人民政府法制办公室', letterWord: '荆法建' };
      return { ...ledger, settings: { ...ledger.settings, office } };
    },
  },
];

describe.each(CASES)('the papers of $name', (of) => {
  let ledger: Ledger;
  let state: LedgerState;
  /** By the fold: what every paper has to come to. */
  let overdue: { readonly assignments: LedgerState['assignments']; readonly measures: number };
  /** The year is judged by all that fell due in it, its last day included. */
  let year: LedgerState;
  let ofYear: LedgerState['assignments'];
  let yearly: Paper;
  let sheets: readonly SheetBlueprint[];
  let letters: readonly Letter[];

  beforeAll(async () => {
    ledger = await of.ledger();
    state = foldLedger(ledger);
    overdue = {
      assignments: state.assignments.filter(({ timeliness }) => timeliness === 'overdue'),
      measures: state.measures.filter(({ timeliness }) => timeliness === 'overdue').length,
    };
    year = stateOfPeriod(ledger, period('2017'));
    ofYear = year.assignments.filter(({ timeliness }) => timeliness === 'overdue');
    yearly = yearlyReport(ledger, 2017);
    sheets = ledgerWorkbook(ledger).sheets;
    const asked = { by: 'pane', at: AT } as const;
    const writePaper = () => Promise.resolve(new Uint8Array());
    const drafted = await draftLetters(placeOf(openedAs(ledger)), { withCircular: true }, asked, {
      writePaper,
      remembers: false,
    });
    letters = drafted.letters.map(({ letter }) => letter);
  });

  function rows(tab: string): Rows {
    return (sheets.find(({ name }) => name === tab)?.cells ?? []).map((row) => row.map(contentValue));
  }

  /** An overdue assignment as a paper names it to who answers for it. */
  function inCharge({ assignment: { unit, measure }, overdueDays }: AssignmentState): string {
    const { successor = null } = ledger.directory.units.find(({ name }) => name === unit) ?? {};
    const office = successor !== null && successor.from <= ledger.settings.asOf ? successor.name : unit;
    return `${office} ${measure} ${overdueDays}`;
  }

  /** What a tile of 领导参阅 says above its word. */
  function tile(word: string): unknown {
    const leaders = rows(TAB.leaders);
    const at = leaders.findIndex((row) => row.includes(word));
    return leaders[at - 1]?.[leaders[at]?.indexOf(word) ?? -1];
  }

  function circular(): Paper {
    const found = letters.find(({ kind }) => kind === 'circular');
    if (found === undefined) throw new Error('no circular');
    return found.paper;
  }

  test('something is overdue, and more of the year than on its last day', () => {
    expect(overdue.assignments.length).toBeGreaterThan(10);
    expect(ofYear.length).toBeGreaterThan(30);
    expect(overdue.assignments.length <= ofYear.length).toBe(true);
    if (ledger.settings.asOf > '2017-12-31') expect(overdue.assignments.length).toBe(ofYear.length);
  });

  test('the yearly report counts, lists and plans for all that fell due and was not done', () => {
    const text = words(yearly);
    const [figures, list] = yearly.annexes.map(({ body }) => body[0]);
    const table = figures?.kind === 'table' ? figures.rows : [];
    expect([
      figure(text, /到期任务中有(\d+)项逾期未完成/u),
      figure(text, /逾期未完成的(\d+)项任务/u),
      Number(table.at(-1)?.[8]),
      table.slice(0, -1).reduce((sum, row) => sum + Number(row[8]), 0),
      list?.kind === 'table' ? list.rows.length : 0,
    ]).toEqual(Array.from({ length: 5 }, () => ofYear.length));
  });

  test('what is overdue is none of the tasks of the year to come', () => {
    const open = year.assignments.filter(
      ({ standing, deadline, timeliness }) =>
        standing !== 'done' && timeliness !== 'overdue' && deadline !== null && deadline <= '2018-12-31',
    );
    expect(figure(words(yearly), /2018年底前还应完成(\d+)项任务/u)).toBe(open.length);
  });

  test('the circular, the summary, the leaders’ page and the trend count the same measures', () => {
    expect({
      circular: figure(words(circular()), /逾期未完成(\d+)项/u),
      summary: under(rows(TAB.summary), '逾期', '全部措施'),
      trend: under(rows(TAB.trend), '逾期', '2017Q4'),
      leaders: tile('逾期'),
    }).toEqual({
      circular: overdue.measures,
      summary: overdue.measures,
      trend: overdue.measures,
      leaders: overdue.measures,
    });
  });

  test('the ranking of the circular counts what is due and overdue of each unit, and of all it covers', () => {
    const [ranked] = tablesOf(circular());
    const byUnit = new Map(ranked?.rows.map((row) => [row[1], row]));
    const units = [...byUnit.keys()].filter((unit) => unit !== '合计');
    expect(units.length).toBeGreaterThan(5);
    const due = (unit: string | undefined) =>
      state.assignments.filter((one) => one.assignment.unit === unit && isDue(one, ledger.settings.asOf));
    const counts = (some: typeof state.assignments) => [
      String(some.length),
      String(some.filter(({ standing }) => standing === 'done').length),
      String(some.filter(({ timeliness }) => timeliness === 'overdue').length),
    ];
    const said = (row: readonly string[] | undefined) => [row?.[2], row?.[3], row?.[5]];
    for (const unit of units) expect([unit, ...said(byUnit.get(unit))]).toEqual([unit, ...counts(due(unit))]);
    expect(said(ranked?.rows.at(-1))).toEqual(counts(units.flatMap(due)));
  });

  test('orders, requests and the circular together name each overdue assignment once, with its days', () => {
    const listed = letters
      .filter(({ kind }) => kind === 'supervision' || kind === 'request')
      .flatMap(({ office, paper }) =>
        (tablesOf(paper)[0]?.rows ?? []).map(([no, , , days]) => `${office} ${no} ${days}`),
      );
    const named = tablesOf(circular())
      .slice(1)
      .flatMap(({ rows: of }) => of.map(([office, no, , , days]) => `${office} ${no} ${days}`));
    const own = '市政府法制办';
    const others = overdue.assignments.filter(({ assignment }) => assignment.unit !== own);
    expect([...listed, ...named].toSorted()).toEqual(others.map(inCharge).toSorted());
  });

  test('reminders name what each unit has overdue, and 考核 counts it', () => {
    const reminded = remindersFor(ledger, period('2017Q4')).offices.flatMap((one) =>
      one.overdue.map(({ measure, days }) => `${one.office} ${measure} ${days}`),
    );
    expect(reminded.toSorted()).toEqual(overdue.assignments.map(inCharge).toSorted());
    const scores = rows(TAB.scores);
    const counted = summarise(ledger).units.filter((unit) => unit.overdue > 0);
    expect(counted.length).toBeGreaterThan(10);
    for (const { unit, overdue: count } of counted) {
      expect([unit, under(scores, '逾期未完成', unit)]).toEqual([unit, count]);
    }
  });

  test('汇总, unit by unit, and the annex of the report count what the fold counts', () => {
    const counts = (some: LedgerState['assignments']) => [
      some.length,
      some.filter(({ standing }) => standing === 'done').length,
      some.filter(({ timeliness }) => timeliness === 'overdue').length,
    ];
    const table = yearly.annexes[0]?.body[0];
    const annex = new Map(table?.kind === 'table' ? table.rows.map((row) => [row[0], row]) : []);
    const summary = rows(TAB.summary);
    const units = [...new Set(state.assignments.map(({ assignment }) => assignment.unit))];
    expect(units).toHaveLength(33);
    for (const unit of units) {
      const of = ({ assignments }: LedgerState) =>
        counts(assignments.filter(({ assignment }) => assignment.unit === unit));
      const inSummary = ['应报项', '已完成', '逾期'].map((header) => under(summary, header, unit));
      expect([unit, ...inSummary]).toEqual([unit, ...of(state)]);
      expect([unit, ...[1, 2, 8].map((at) => Number(annex.get(unit)?.[at]))]).toEqual([unit, ...of(year)]);
    }
  });

  test('every place that says a completion rate says the one of 已完成 ÷ (措施 − 长期坚持)', () => {
    const { total, units } = summarise(ledger);
    const rate = total.done / (total.measures - total.ongoing);
    const percent = (share: number) => Number((share * 100).toFixed(1));
    expect(total.ongoing).toBeGreaterThan(0);
    expect({
      summary: under(rows(TAB.summary), '完成率', '全部措施'),
      trend: under(rows(TAB.trend), '完成率', '2017Q4'),
      leaders: tile('完成率'),
      circular: figure(words(circular()), /完成率([\d.]+)%/u),
    }).toEqual({ summary: rate, trend: rate, leaders: rate, circular: percent(rate) });

    const table = yearly.annexes[0]?.body[0];
    const column =
      table?.kind === 'table' ? table.columns.findIndex(({ header }) => header === '完成率') : -1;
    const said = new Map(table?.kind === 'table' ? table.rows.map((row) => [row[0], row[column]]) : []);
    for (const unit of units.filter(({ measures, ongoing }) => measures > ongoing)) {
      const ofUnit = unit.done / (unit.measures - unit.ongoing);
      expect([unit.unit, under(rows(TAB.summary), '完成率', unit.unit)]).toEqual([unit.unit, ofUnit]);
      expect([unit.unit, said.get(unit.unit)]).toEqual([unit.unit, `${percent(ofUnit)}%`]);
    }
  });
});
