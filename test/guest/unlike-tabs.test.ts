import type { Parts } from '../support/unzipped';
import { unzipped, zipped } from '../support/unzipped';
import { ledgerSource } from '../../src/app/runner/open-ledger';
import { changeOfWorkbook } from '../../src/sheets/change-workbook';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { createLedger } from '../../src/ledger/ledger';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { threePeriods } from '../ledger/three-periods';
import { drawIn } from '../support/ledger-in';
import { openXmlErrors } from '../support/open-xml';
import { LookedAt } from './looked-at';
import { runStep, standingWorkbook, STEPS } from './use-cases';
import { insertCells, partOf, withPart } from './package-edits';

jest.setTimeout(240_000);

const DRAW = { name: 'drawTabs', input: {} } as const;

async function emptyWorkbook(): Promise<Uint8Array> {
  const host = FileWorkbookHost.create();
  const { plan, directory, settings } = threePeriods();
  await drawIn(host, createLedger(plan, directory, settings));
  return host.toBytes();
}

async function edited(bytes: Uint8Array, edit: (parts: Parts) => Parts): Promise<Uint8Array> {
  return zipped(edit(unzipped(await Promise.resolve(bytes))));
}

/** As a program leaves it that knows no PivotTables: their parts are gone, and what they showed. */
function withoutPivots(parts: Parts): Parts {
  const left = Object.entries(parts).filter(([name]) => !/xl\/pivot(?:Tables|Cache)\//.test(name));
  const bare = left.map(([name, xml]) => [
    name,
    xml
      .replace(/<(?:Relationship|Override) [^>]*["/]pivot(?:Tables|Cache)\/[^>]*\/>/g, '')
      .replace(/<pivotCaches>.*<\/pivotCaches>/s, ''),
  ]);
  return withPart(Object.fromEntries(bare) as Parts, '单位透视', (xml) =>
    xml.replace(/<row r="(?:[6-9]|\d\d+)".*?<\/row>/gs, ''),
  );
}

const [COLLECT] = STEPS;

test("a tab whose words are all the clerk's is refused with the cell, and nothing is written", async () => {
  const bytes = await edited(await standingWorkbook(), (parts) =>
    withPart(parts, '汇总', (xml) =>
      xml.replace(
        /<sheetData>.*<\/sheetData>/s,
        '<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>我的表</t></is></c></row></sheetData>',
      ),
    ),
  );
  await expect(runStep(bytes, DRAW)).rejects.toMatchObject({
    fault: 'tab-unrecognised',
    place: { sheet: '汇总', cell: 'B2', value: '我的表' },
  });
});

test('a tab that is empty but for a word beside it is drawn anew around that', async () => {
  const bytes = await edited(await standingWorkbook(), (parts) =>
    withPart(parts, '汇总', (xml) =>
      xml.replace(
        /<sheetData>.*<\/sheetData>/s,
        '<sheetData><row r="80"><c r="B80" t="inlineStr"><is><t>我的话</t></is></c></row></sheetData>',
      ),
    ),
  );
  const { bytes: after, repairs } = await runStep(bytes, DRAW);
  const book = new LookedAt(after);
  expect(book.has('汇总', '我的话')).toBe(true);
  expect(book.has('汇总', '一、总体情况')).toBe(true);
  expect(repairs).toEqual([{ kind: 'tab', sheet: '汇总', reason: 'unlike' }]);
  expect(await openXmlErrors(after)).toEqual([]);
});

test('a table that lost a column, or is gone, is made anew in its place; what stands below it stays', async () => {
  const without = (parts: Parts): Parts =>
    withPart(parts, '校验结果', (xml) =>
      insertCells(xml.replace(/<c r="C3"[^>]*>.*?<\/c>/s, ''), { B9: '我在这里记事' }),
    );
  const { bytes: after } = await runStep(await edited(await standingWorkbook(), without), DRAW);
  const book = new LookedAt(after);
  expect(book.has('校验结果', '我在这里记事')).toBe(true);
  expect(
    book
      .cells('校验结果')
      .filter(({ row }) => row === 3)
      .map(({ value }) => value),
  ).toContain('序号');
  expect(book.hanging('校验结果', 'table').join('')).toContain('name="序号"');
  expect(await openXmlErrors(after)).toEqual([]);
});

test('PivotTables come to the tab that stands, and what the clerk has there stays', async () => {
  const bytes = await edited(await emptyWorkbook(), (parts) =>
    withPart(withoutPivots(parts), '单位透视', (xml) => insertCells(xml, { H2: '我的说明' })),
  );
  const { bytes: after, repairs } = await runStep(bytes, COLLECT ?? DRAW);
  const book = new LookedAt(after);
  expect(repairs).toEqual([]);
  expect(book.has('单位透视', '我的说明')).toBe(true);
  expect(book.has('单位透视', '总计')).toBe(true);
  expect(book.hanging('单位透视', 'pivotTable')).toHaveLength(4);
  expect(book.workbookPart().match(/<pivotCache /g)).toHaveLength(1);
  expect(await openXmlErrors(after)).toEqual([]);
});

test("where something of the clerk's stands in its place the PivotTable is left out, and told", async () => {
  const bytes = await edited(await emptyWorkbook(), (parts) =>
    withPart(withoutPivots(parts), '单位透视', (xml) => insertCells(xml, { B17: '我的说明' })),
  );
  const { bytes: after, repairs } = await runStep(bytes, COLLECT ?? DRAW);
  expect(new LookedAt(after).has('单位透视', '我的说明')).toBe(true);
  expect(repairs).toEqual([{ kind: 'leftOut', what: 'pivot', sheet: '单位透视', cells: 'A14' }]);
  expect(await openXmlErrors(after)).toEqual([]);
});

test('PivotTables go when nobody owes anything any more, and so do the cells that showed them', async () => {
  const { bytes: filled } = await runStep(await emptyWorkbook(), COLLECT ?? DRAW);
  const host = await FileWorkbookHost.open(filled, '台账.xlsx');
  const { workbook, book } = ledgerSource(await host.read());
  const { plan, directory, settings } = book.ledger;
  const empty = ledgerWorkbook(createLedger({ ...plan, measures: [] }, directory, settings));
  const { difference } = changeOfWorkbook({ workbook, book }, empty, () => 'formulas', book.ledger.plan);
  await host.change(difference);
  const after = new LookedAt(await host.toBytes());
  expect(after.cells('单位透视').filter(({ row }) => row > 5)).toEqual([]);
  expect(after.has('单位透视', '方案中没有应报项')).toBe(true);
  expect(after.hanging('单位透视', 'pivotTable')).toEqual([]);
  expect(await openXmlErrors(after.bytes)).toEqual([]);
});

test("a tab that was renamed stays the clerk's, and the new one's table has a name of its own", async () => {
  const bytes = await edited(await standingWorkbook(), (parts) => ({
    ...parts,
    'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '')
      .replace('name="校验结果"', 'name="上次校验"')
      .replace(/&apos;校验结果&apos;/g, '&apos;上次校验&apos;'),
  }));
  const { bytes: after } = await runStep(bytes, DRAW);
  const book = new LookedAt(after);
  const names = book.parts(/tables\/table/).map((xml) => /displayName="([^"]*)"/.exec(xml)?.[1]);
  expect(new Set(names).size).toBe(names.length);
  expect(book.sheet('上次校验')).toBeDefined();
  expect(await openXmlErrors(after)).toEqual([]);
  const { bytes: again } = await runStep(after, DRAW);
  expect(partOf(unzipped(again), '校验结果')).toBe(partOf(unzipped(after), '校验结果'));
});
