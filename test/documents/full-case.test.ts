import { execFileSync } from 'node:child_process';
import { must } from '../../src/base/invariant';
import { writePaper } from '../../src/documents/docx/write-paper';
import type { Letter } from '../../src/documents/letters/letter';
import type { Block, Paper } from '../../src/documents/paper';
import { yearlyReport } from '../../src/documents/report/yearly-report';
import { tally } from '../../src/ledger/figures/summary';
import { stateOfPeriod } from '../../src/ledger/figures/trend';
import { LIBRE_OFFICE_TIMEOUT, hasLibreOffice, printedByLibreOffice } from '../support/libre-office';
import { openXmlErrors } from '../support/open-xml';
import { period } from '../ledger/builders';
import { DISSOLVED, fullCase, type FullCase } from './full-case';

/** As a unit speaks of itself. */
const FIRST_PERSON = /我[局办委市县省们]|本[局办委]|下一步我/u;

let made: FullCase;
let report: Paper;

beforeAll(async () => {
  made = await fullCase();
  report = yearlyReport(made.ledger, 2017);
});

/** Of a kind the letter with most in its tables: what is hardest to print. */
function longest(kind: Letter['kind']): Paper {
  const of = made.rounds.flat().flatMap(({ letter }) => (letter.kind === kind ? [letter.paper] : []));
  return must(of.toSorted((a, b) => cellsOf(b).join('').length - cellsOf(a).join('').length)[0], kind);
}

/** Of a kind the first letter about one measure. */
function ofOneMeasure(kind: Letter['kind']): Paper {
  const letters = made.rounds.flat().map(({ letter }) => letter);
  const found = letters.find(
    (one) => one.kind === kind && one.matters.flatMap(({ measures }) => measures).length === 1,
  );
  return must(found, kind).paper;
}

function blocksOf({ body, annexes }: Paper): readonly Block[] {
  return [...body, ...annexes.flatMap((annex) => annex.body)];
}

function cellsOf(paper: Paper): readonly string[] {
  return blocksOf(paper).flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.lead + block.text];
    if (block.kind === 'heading') return [block.text];
    return block.kind === 'table' ? block.rows.flat() : [];
  });
}

describe('the yearly report', () => {
  test('counts what the fold counts, in its text, its trend and its annex', () => {
    const state = stateOfPeriod(made.ledger, period('2017'));
    const measures = tally(state.measures);
    const assignments = tally(state.assignments);
    const text = textsOf(report.body).join('\n');
    expect(text).toContain(`${measures.measures}项措施中，已完成${measures.done}项`);
    expect(text).toContain(`到${measures.done}项，逾期未完成的由`);
    expect(text).toContain(`增加到${measures.overdue}项。`);
    expect(text).toContain(`到期任务中有${assignments.overdue}项逾期未完成`);
    const [units, overdue, completed] = report.annexes.map(({ body }) => body[0]);
    const rows = (block: Block | undefined) => (block?.kind === 'table' ? block.rows : []);
    expect(rows(units).at(-1)?.slice(1, 9).map(Number)).toEqual([
      assignments.measures,
      assignments.done,
      assignments.doneLate,
      assignments.inProgress,
      assignments.notStarted,
      assignments.ongoing,
      assignments.notReported,
      assignments.overdue,
    ]);
    expect(rows(overdue)).toHaveLength(assignments.overdue);
    expect(rows(completed).length).toBeGreaterThan(20);
  });

  test('every section’s figures add up to the whole', () => {
    const sections = textsOf(report.body).filter((text) => text.startsWith('该部分共'));
    const sum = (pattern: RegExp) =>
      sections.reduce((total, text) => total + Number(pattern.exec(text)?.[1] ?? 0), 0);
    const measures = tally(stateOfPeriod(made.ledger, period('2017')).measures);
    expect([sum(/共(\d+)项/u), sum(/已完成(\d+)项/u), sum(/逾期未完成(\d+)项/u)]).toEqual([
      measures.measures,
      measures.done,
      measures.overdue,
    ]);
  });

  test('each measure completed in the year is told once, in the body or in the annex', () => {
    const completed = stateOfPeriod(made.ledger, period('2017')).measures.filter(
      ({ standing }) => standing === 'done',
    );
    const achievements = textsOf(report.body).slice(0, textsOf(report.body).indexOf('二、存在的不足和原因'));
    const inBody = [...achievements.join('').matchAll(/第(\d+)项）。/gu)].map(([, no]) => Number(no));
    const annex = report.annexes[2]?.body[0];
    const inAnnex = annex?.kind === 'table' ? annex.rows.map(([no]) => Number(no)) : [];
    expect([...inBody, ...inAnnex].sort((a, b) => a - b)).toEqual(completed.map(({ measure }) => measure));
  });

  test('nobody speaks of himself, nothing is strung together, no paragraph runs over a page', () => {
    const texts = textsOf(report.body);
    expect(texts.filter((text) => FIRST_PERSON.test(text))).toEqual([]);
    expect(texts.filter((text) => /[一二三四五六七八]是.*；[二三四五六七八]是/u.test(text))).toEqual([]);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(400);
  });
});

test('who is dissolved gets no letter: the office that answers for it does', () => {
  const offices = must(made.rounds[1], 'the round after it').map(({ letter }) => letter.office);
  expect(offices).not.toContain(DISSOLVED.unit);
  expect(offices).toContain(DISSOLVED.successor);
});

/** Every letter of the three rounds. */
function allLetters(): readonly Letter[] {
  return made.rounds.flat().map(({ letter }) => letter);
}

test('no letter has a unit speak of itself, though units do', () => {
  const raw = must(made.ledger.entries, 'entries').flatMap((entry) =>
    entry.kind === 'report' ? [entry.report.progress] : [],
  );
  expect(raw.filter((text) => FIRST_PERSON.test(text)).length).toBeGreaterThan(20);
  const said = allLetters().flatMap(({ paper }) => [
    ...cellsOf(paper),
    ...textsOf(blocksOf(paper)).filter((text) => /^第\d+项/u.test(text)),
  ]);
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((text) => FIRST_PERSON.test(text))).toEqual([]);
});

/** Each kind of paper, and on how many pages it has room: the least and the most. */
const PAPERS: readonly (readonly [name: string, paper: () => Paper, pages: readonly [number, number]])[] = [
  ['the yearly report', () => report, [8, 12]],
  ['a circular', () => longest('circular'), [2, 6]],
  ['an order', () => longest('supervision'), [2, 9]],
  ['a request', () => longest('request'), [2, 6]],
  ['an order about one measure', () => ofOneMeasure('supervision'), [1, 2]],
  ['a request about one measure', () => ofOneMeasure('request'), [1, 2]],
  ['a return that goes back', () => longest('sendBack'), [1, 3]],
];

test.each(PAPERS)(
  '%s is valid',
  async (_, paperOf) => {
    expect(await openXmlErrors(await writePaper(paperOf()), 'paper.docx')).toEqual([]);
  },
  LIBRE_OFFICE_TIMEOUT,
);

(hasLibreOffice ? describe : describe.skip)('as LibreOffice prints it', () => {
  let prints: readonly Printed[];

  beforeAll(async () => {
    const papers = [...PAPERS.map(([, paperOf]) => paperOf()), ...allLetters().map(({ paper }) => paper)];
    const files = await Promise.all(papers.map(writePaper));
    prints = (await printedByLibreOffice(files)).map(readPrint);
  }, LIBRE_OFFICE_TIMEOUT);

  test.each(PAPERS.map((row, index) => [...row, index] as const))(
    '%s has every row, no number broken, and no more pages than it needs',
    (_, paperOf, [leastPages, mostPages], index) => {
      const { pages } = must(prints[index], 'a print');
      expect(lostIn(must(prints[index], 'a print'), paperOf())).toEqual([]);
      expect(pages).toBeGreaterThanOrEqual(leastPages);
      expect(pages).toBeLessThanOrEqual(mostPages);
    },
  );

  test('every letter of the three rounds has every row, and is no longer than its longest', () => {
    const letters = allLetters();
    expect(letters.length).toBeGreaterThan(50);
    expect(new Set(letters.map(({ kind }) => kind)).size).toBe(4);
    letters.forEach(({ office, paper }, index) => {
      const print = must(prints[PAPERS.length + index], 'a print');
      expect([paper.head?.number, office, lostIn(print, paper)]).toEqual([paper.head?.number, office, []]);
      expect(print.pages).toBeLessThanOrEqual(9);
    });
  });
});

/** Cells of which beginning or end is on no page, and numbers that are broken. */
function lostIn({ whole, lines }: Printed, paper: Paper): readonly string[] {
  const cells = cellsOf(paper).flatMap((cell) => cell.split('\n').map(tight));
  const numbers = cells.filter((cell) => /^[\d.%]+$|^〔\d{4}〕\d+号$|^\d{4}年第.季度$/u.test(cell));
  return [
    ...cells.filter((cell) => !endsOf(cell).every((end) => whole.includes(end))),
    ...numbers.filter((number) => !lines.some((line) => line.includes(number))),
  ];
}

/** A cell that is split between two pages has the head of the table in between. */
function endsOf(cell: string): readonly string[] {
  return [cell.slice(0, 6), cell.slice(-6)];
}

function tight(text: string): string {
  return text.replace(/\s|\u200d/gu, '');
}

interface Printed {
  /** In the order in which it is printed: a cell's lines stand together. */
  readonly whole: string;
  /** As they stand on the page, from one side to the other. */
  readonly lines: readonly string[];
  readonly pages: number;
}

function readPrint(pdf: Uint8Array): Printed {
  const read = (order: string) =>
    execFileSync('pdftotext', [order, '-', '-'], { input: pdf, encoding: 'utf8' });
  const laidOut = read('-layout');
  return {
    whole: tight(read('-raw')),
    lines: laidOut.split('\n').map(tight),
    pages: laidOut.split('\f').length - 1,
  };
}
