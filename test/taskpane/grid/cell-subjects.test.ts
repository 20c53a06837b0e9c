import { readFileSync } from 'node:fs';
import { demoLedger } from '../../../src/app/demo/make-demo';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { cellSubjects } from '../../../src/taskpane/grid/leading/cell-subjects';
import { SheetGridModel } from '../../../src/taskpane/grid/sheet-grid-model';
import { ShownTab } from '../../../src/taskpane/grid/shown-tab';
import { countRows } from '../../../src/taskpane/screens/summary/records/record-rows';
import { must } from '../../../src/base/invariant';
import { contentValue } from '../../../src/base/content-value';
import { headAbove } from '../../../src/taskpane/grid/leading/read-around';
import { done, reportedBy } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';

const empty = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
const ledger = reportedBy(empty, '市编办', [{ measure: 1, report: done('2016-12-01') }]);
const { sheets } = ledgerWorkbook(ledger);

function tab(name: string): SheetGridModel {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no tab ${name}`);
  return new SheetGridModel(new ShownTab(sheet));
}

function lineOf(model: SheetGridModel, text: string): number {
  for (let line = 1; line <= model.rowCount; line += 1)
    if (model.columns.some(({ at }) => model.text(line, at) === text)) return line;
  throw new Error(`no ${text}`);
}

test.each(['汇总', '领导参阅', '趋势', '考核'])(
  'figures of %s lead to as many rows as they say, and those of a unit, a section and everything among them',
  (name) => {
    const model = tab(name);
    const led = new Set<string>();
    for (let line = 1; line <= model.rowCount; line += 1) {
      for (const { at } of model.columns) {
        const [first] = cellSubjects(model, ledger, line, at);
        if (first?.kind !== 'figure') continue;
        led.add(first.asked.of);
        expect(String(countRows(ledger, first.asked))).toBe(model.text(line, at));
      }
    }
    expect([...led].sort()).toEqual(
      {
        汇总: ['assignments', 'section', 'total', 'unit', 'year'],
        领导参阅: ['section', 'total'],
        趋势: ['section', 'total', 'unit'],
        考核: ['unit'],
      }[name],
    );
  },
);

test('a row of 台账 leads to its measure and its units, whichever cell is selected; a title leads nowhere', () => {
  const model = tab('台账');
  expect(cellSubjects(model, ledger, 4, 7)).toEqual([
    { kind: 'dossier', of: { measure: 1 } },
    { kind: 'dossier', of: { unit: '市编办' } },
  ]);
  expect(cellSubjects(model, ledger, 1, 1)).toEqual([]);
  expect(cellSubjects(model, ledger, 3, 5)).toEqual([]);
});

test('a unit leads to itself wherever it stands: in 报送情况, 单位目录 and 汇总', () => {
  for (const name of ['报送情况', '单位目录', '汇总']) {
    const model = tab(name);
    const subjects = cellSubjects(model, ledger, lineOf(model, '市编办'), 1);
    expect(subjects).toContainEqual({ kind: 'dossier', of: { unit: '市编办' } });
  }
});

/** No counts: numbers of measures, days, shares, points and ranks. */
const NO_COUNT = /序号|时限|天数|统计日|完成率|进度|分值|得分|扣分|名次/u;

test.each(['汇总', '领导参阅', '趋势', '考核', '单位页'])(
  'no count on %s leads nowhere: of earlier periods, of years, of lights, of returns too; it leads to as many rows as it says',
  (name) => {
    const past = threePeriods();
    const found = ledgerWorkbook(past).sheets.find((one) => one.name === name);
    const model = new SheetGridModel(new ShownTab(must(found, name)));
    const left: string[] = [];
    for (let line = 1; line <= model.rowCount; line += 1) {
      for (const { at } of model.columns) {
        const count = contentValue(model.content(line, at));
        if (typeof count !== 'number' || count === 0) continue;
        const heads = [headAbove(model, line, at), model.text(line + 1, at)];
        const [first] = cellSubjects(model, past, line, at);
        if (first?.kind === 'figure') expect(countRows(past, first.asked)).toBe(count);
        else if (heads.every((one) => !NO_COUNT.test(one)))
          left.push(`${line} ${at} ${count} ${heads.join(' ')}`);
      }
    }
    expect(left).toEqual([]);
  },
);

test('a figure of 单位页 leads to rows of its unit, one that counts nothing nowhere', () => {
  const model = tab('单位页');
  const line = lineOf(model, '措施（应报项）') - 1;
  expect(cellSubjects(model, ledger, line, 3)[0]).toMatchObject({
    kind: 'figure',
    asked: { of: 'unit', name: '市编办', figure: 'done' },
    count: 1,
  });
  expect(model.text(line, 11)).toBe('0');
  for (const subject of cellSubjects(model, ledger, line, 11)) expect(subject.kind).not.toBe('figure');
});
