import { readFileSync } from 'node:fs';
import { demoLedger } from '../../src/app/demo/make-demo';
import { draftLetters } from '../../src/app/papers/draft-letters';
import { contentValue } from '../../src/base/content-value';
import type { Paper } from '../../src/documents/paper';
import { yearlyReport } from '../../src/documents/report/yearly-report';
import { importReturns } from '../../src/ledger/change/changes';
import { foldLedger } from '../../src/ledger/fold';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import { summarise } from '../../src/ledger/figures/summary';
import { stateOfPeriod } from '../../src/ledger/figures/trend';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { AT, day, done, period, report, returned } from '../ledger/builders';
import { openedAs, placeOf } from '../support/ledger-in';

/** The year is over, and every deadline of this plan fell on its last day. */
const ON = day('2018-01-15');

/** The plan as issued, a quarter of whose assignments each is done, under way, kept up for good and unreported. */
function afterTheYear(): Ledger {
  const fresh = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  const ledger = { ...fresh, settings: { ...fresh.settings, asOf: ON, period: period('2017Q4') } };
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
    returned({ office: unit, reports: of, period: period('2017Q4'), returnedOn: day('2018-01-05') }),
  );
  return importReturns(ledger, returns, AT).ledger;
}

const LEDGER = afterTheYear();
const STATE = foldLedger(LEDGER);
/** By the fold: what every paper has to come to. */
const OVERDUE = {
  assignments: STATE.assignments.filter(({ timeliness }) => timeliness === 'overdue').length,
  measures: STATE.measures.filter(({ timeliness }) => timeliness === 'overdue').length,
};

function words(paper: Paper): string {
  return paper.body
    .flatMap((block) => (block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : []))
    .join('\n');
}

function figure(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`nothing says ${pattern.source}`);
  return Number(found);
}

function rows(tab: string): readonly (readonly unknown[])[] {
  const sheet = ledgerWorkbook(LEDGER).sheets.find(({ name }) => name === tab);
  return (sheet?.cells ?? []).map((row) => row.map(contentValue));
}

/** What stands in a row under the first header of that word. */
function under(cells: ReturnType<typeof rows>, header: string, label: string): unknown {
  const column = cells.find((row) => row.includes(header))?.indexOf(header) ?? -1;
  return cells.find(([first]) => first === label)?.[column];
}

const REPORT = yearlyReport(LEDGER, 2017);

test('something is overdue of a year whose deadlines fell on its last day', () => {
  expect(OVERDUE.assignments).toBeGreaterThan(30);
  expect(STATE.assignments).toEqual(stateOfPeriod(LEDGER, period('2017Q4')).assignments);
});

test('the yearly report counts, lists and plans for all that fell due and was not done', () => {
  const text = words(REPORT);
  const [figures, list] = REPORT.annexes.map(({ body }) => body[0]);
  const table = figures?.kind === 'table' ? figures.rows : [];
  expect([
    figure(text, /到期任务中有(\d+)项逾期未完成/u),
    figure(text, /逾期未完成的(\d+)项任务/u),
    Number(table.at(-1)?.[8]),
    table.slice(0, -1).reduce((sum, row) => sum + Number(row[8]), 0),
    list?.kind === 'table' ? list.rows.length : 0,
  ]).toEqual(Array.from({ length: 5 }, () => OVERDUE.assignments));
});

test('what is overdue is none of the tasks of the year to come', () => {
  const open = STATE.assignments.filter(
    ({ standing, deadline, timeliness }) =>
      standing !== 'done' && timeliness !== 'overdue' && deadline !== null && deadline <= '2018-12-31',
  );
  expect(figure(words(REPORT), /2018年底前还应完成(\d+)项任务/u)).toBe(open.length);
});

/** The circular of the day, as words. */
async function circularOfTheDay(): Promise<string> {
  const asked = { by: 'pane', at: AT } as const;
  const papers: Paper[] = [];
  await draftLetters(placeOf(openedAs(LEDGER)), { withCircular: true }, asked, {
    writePaper: (paper) => {
      papers.push(paper);
      return Promise.resolve(new Uint8Array());
    },
    remembers: false,
  });
  const circular = papers.find(({ title }) => title.includes('通报'));
  if (circular === undefined) throw new Error('no circular');
  return words(circular);
}

/** What a tile of 领导参阅 says above its word. */
function tile(word: string): unknown {
  const leaders = rows(TAB.leaders);
  const at = leaders.findIndex((row) => row.includes(word));
  return leaders[at - 1]?.[leaders[at]?.indexOf(word) ?? -1];
}

test('the circular, the summary, the leaders’ page and the trend count the same measures', async () => {
  expect({
    circular: figure(await circularOfTheDay(), /逾期未完成(\d+)项/u),
    summary: under(rows(TAB.summary), '逾期', '全部措施'),
    trend: under(rows(TAB.trend), '逾期', '2017Q4'),
    leaders: tile('逾期'),
  }).toEqual({
    circular: OVERDUE.measures,
    summary: OVERDUE.measures,
    trend: OVERDUE.measures,
    leaders: OVERDUE.measures,
  });
});

test('every place that says a completion rate says the one of 已完成 ÷ (措施 − 长期坚持)', async () => {
  const { total, units } = summarise(LEDGER);
  const rate = total.done / (total.measures - total.ongoing);
  const percent = (share: number) => Number((share * 100).toFixed(1));
  expect(total.ongoing).toBeGreaterThan(0);
  expect({
    summary: under(rows(TAB.summary), '完成率', '全部措施'),
    trend: under(rows(TAB.trend), '完成率', '2017Q4'),
    leaders: tile('完成率'),
    circular: figure(await circularOfTheDay(), /完成率([\d.]+)%/u),
  }).toEqual({ summary: rate, trend: rate, leaders: rate, circular: percent(rate) });

  const table = REPORT.annexes[0]?.body[0];
  const column = table?.kind === 'table' ? table.columns.findIndex(({ header }) => header === '完成率') : -1;
  const said = new Map(table?.kind === 'table' ? table.rows.map((row) => [row[0], row[column]]) : []);
  for (const unit of units.filter(({ measures, ongoing }) => measures > ongoing)) {
    const ofUnit = unit.done / (unit.measures - unit.ongoing);
    expect([unit.unit, under(rows(TAB.summary), '完成率', unit.unit)]).toEqual([unit.unit, ofUnit]);
    expect([unit.unit, said.get(unit.unit)]).toEqual([unit.unit, `${percent(ofUnit)}%`]);
  }
});
