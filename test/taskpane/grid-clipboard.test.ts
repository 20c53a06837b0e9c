import fc from 'fast-check';
import { plainSheet, range } from '../../src/sheets/tab-builder';
import type { CellContent } from '../../src/base/blueprint';
import { copied, pastedRows } from '../../src/taskpane/grid/editing/copied-cells';
import { SheetGridModel } from '../../src/taskpane/grid/sheet-grid-model';
import { ShownTab } from '../../src/taskpane/grid/shown-tab';
import { day } from '../ledger/builders';

function copyOf(cells: readonly (readonly CellContent[])[]) {
  const widest = Math.max(...cells.map((row) => row.length));
  const model = new SheetGridModel(new ShownTab(plainSheet('x', cells, [])));
  return copied(model, range(1, 1, cells.length, widest));
}

test('cells are copied as they are shown, with tabs between and a line a row', () => {
  const { text, html } = copyOf([
    ['序号', '日期'],
    [1, { date: day('2017-06-30') }],
  ]);
  expect(text).toBe('序号\t日期\r\n1\t2017-06-30');
  expect(html).toContain('<td>1</td><td>2017-06-30</td>');
});

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(1)'])(
  'what a unit typed as “%s” is no formula where it is pasted',
  (typed) => {
    const { text, html } = copyOf([[typed]]);
    expect(text.replace(/^"/, '').startsWith("'")).toBe(true);
    expect(html).toContain(`style="mso-number-format:'\\@'"`);
  },
);

test('a negative number stays one', () => {
  expect(copyOf([[-5]]).text).toBe('-5');
});

test('no text becomes HTML', () => {
  const { html } = copyOf([['<img src=x onerror=alert(1)> & "x"']]);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot;');
});

test('a hidden column is not copied, a joined cell once', () => {
  const sheet = {
    ...plainSheet(
      'x',
      [
        ['题', null, null],
        ['a', 'b', 'c'],
      ],
      [],
    ),
    hiddenColumns: [2],
    merges: [range(1, 1, 1, 3)],
  };
  expect(copied(new SheetGridModel(new ShownTab(sheet)), range(1, 1, 2, 3)).text).toBe('题\t\r\na\tc');
});

test.each([
  ['一', [['一']]],
  [
    '一\t二\r\n三\t四\r\n',
    [
      ['一', '二'],
      ['三', '四'],
    ],
  ],
  ['"两\n行"\t"说""好"""', [['两\n行', '说"好"']]],
  [
    '\t\n\t',
    [
      ['', ''],
      ['', ''],
    ],
  ],
  ['', [['']]],
])('pasted %j is read as rows', (text, rows) => {
  expect(pastedRows(text)).toEqual(rows);
});

test('what is copied is pasted again as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '字', '"', '\n', '\t', ' ', ',') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
    );
  fc.assert(
    fc.property(
      table.filter((rows) => rows.every((row) => row.every((text) => !/^\t/.test(text)))),
      (rows) => {
        expect(pastedRows(`${copyOf(rows).text}\r\n`)).toEqual(rows);
      },
    ),
  );
});
