import { readFileSync } from 'node:fs';
import { demoLedger } from '../../src/app/demo/make-demo';
import { contentValue } from '../../src/base/content-value';
import { must } from '../../src/base/invariant';
import { withPageBreaks, type PageBlock } from '../../src/sheets/figures/page-breaks';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { plainSheet } from '../../src/sheets/tab-builder';
import { landscape } from '../../src/sheets/theme';
import { TAB } from '../../src/sheets/words';
import { threePeriods } from '../ledger/three-periods';

/** A4 across is 510 points high between its margins, of which 495 are counted on: thirty rows of 16.5. */
function breaksOf(blocks: readonly PageBlock[], widths: readonly number[] = [20]): readonly number[] {
  const rows = Math.max(...blocks.map(({ last }) => last));
  const cells = Array.from({ length: rows }, (_, index) => [`${index + 1}`]);
  const sheet = { ...plainSheet('页', cells, widths), print: landscape('A4', '脚') };
  return must(withPageBreaks(sheet, blocks).print?.breakAbove, 'breaks');
}

test.each<[what: string, blocks: readonly PageBlock[], breaks: readonly number[]]>([
  [
    'blocks that fit on a page stay on it',
    [
      { heading: 1, last: 10 },
      { heading: 12, last: 29 },
    ],
    [],
  ],
  [
    'one that does not fit any more begins a page',
    [
      { heading: 1, last: 10 },
      { heading: 12, last: 40 },
    ],
    [12],
  ],
  [
    'a list whose head repeats begins where its first rows fit',
    [
      { heading: 1, last: 10 },
      { heading: 12, last: 400, flows: true },
    ],
    [],
  ],
  [
    'its heading and head never stand alone',
    [
      { heading: 1, last: 26 },
      { heading: 28, last: 400, flows: true },
    ],
    [28],
  ],
  [
    'what follows a block longer than a page begins a new one',
    [
      { heading: 1, last: 50 },
      { heading: 52, last: 55 },
    ],
    [52],
  ],
  ['nothing is put before the first row', [{ heading: 1, last: 50 }], []],
])('%s', (_, blocks, breaks) => {
  expect(breaksOf(blocks)).toEqual(breaks);
});

test('a tab that is printed smaller has more rows on a page', () => {
  const blocks = [
    { heading: 1, last: 20 },
    { heading: 22, last: 40 },
  ];
  expect(breaksOf(blocks)).toEqual([22]);
  expect(breaksOf(blocks, [250])).toEqual([]);
});

const LEDGERS = [threePeriods(), demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'))];

test.each([TAB.summary, TAB.trend, TAB.scores])('no chart of %s lies over two pages', (name) => {
  for (const ledger of LEDGERS) {
    const { charts, print } = must(
      ledgerWorkbook(ledger).sheets.find((one) => one.name === name),
      name,
    );
    const breaks = must(print?.breakAbove, 'breaks');
    const cut = charts.filter(({ place }) => breaks.some((row) => place.top < row && row <= place.bottom));
    expect(cut.map((chart) => chart.name)).toEqual([]);
  }
});

test('the series of 趋势 are named by their period in one line, as legends show them', () => {
  const { charts, cells } = must(
    ledgerWorkbook(threePeriods()).sheets.find(({ name }) => name === TAB.trend),
    TAB.trend,
  );
  const named = charts.slice(1).flatMap(({ series }) => series);
  expect(named.map(({ name }) => name)).toEqual(['2017Q4', '2018Q1', '2017Q4', '2018Q1']);
  const cell = ({ nameCell: { row, column } }: (typeof named)[number]) =>
    contentValue(cells[row - 1]?.[column - 1] ?? null);
  expect(named.map(cell)).toEqual(named.map(({ name }) => name));
});

test.each([TAB.summary, TAB.trend, TAB.scores])('pages of %s begin with headings', (name) => {
  const sheet = must(
    ledgerWorkbook(threePeriods()).sheets.find((one) => one.name === name),
    name,
  );
  const breaks = must(sheet.print?.breakAbove, 'breaks');
  for (const row of breaks)
    expect(contentValue(sheet.cells[row - 1]?.[0] ?? null)).toMatch(/^[一二三四五]、/u);
});
