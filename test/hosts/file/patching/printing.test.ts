import type { PrintSetup, WorkbookBlueprint } from '../../../../src/base/blueprint';
import { writeWorkbook } from '../../../../src/hosts/file/writing/write-xlsx';
import { plainSheet, range } from '../../../../src/sheets/tab-builder';
import { landscape } from '../../../../src/sheets/theme';
import { unzipped } from '../../../support/unzipped';
import { changedTab, differenceOf, played } from './differences';

/** A new page begins with rows 5 and 9, of which the clerk may have put one there. */
const PRINT: PrintSetup = {
  ...landscape('A4', '脚', undefined, range(1, 1, 20, 4)),
  breakAbove: [5, 9],
};

function workbook(print: PrintSetup): WorkbookBlueprint {
  const cells = Array.from({ length: 40 }, (_, index) => [`第${index + 1}行`]);
  const sheet = { ...plainSheet('汇总', cells, [20]), print };
  return { sheets: [sheet], names: [], title: '汇总', activeSheet: '汇总' };
}

async function printedAs(change: Parameters<typeof changedTab>[1], print = PRINT) {
  const bytes = await played(
    await writeWorkbook(workbook(print)),
    differenceOf([changedTab('汇总', change)]),
  );
  const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/workbook.xml': book = '' } = unzipped(bytes);
  const [, area] = /<definedName [^>]*Print_Area[^>]*>([^<]*)</u.exec(book) ?? [];
  const [list] = /<rowBreaks.*?<\/rowBreaks>/su.exec(sheet) ?? [];
  const rows = [...(list ?? '').matchAll(/<brk [^>]*id="(\d+)"[^>]*>/gu)].map(([, id]) => Number(id) + 1);
  return { rows, list, area: area?.replaceAll(/'|&apos;|\$/gu, '') };
}

test('breaks of ours go and come, one of the clerk’s stays', async () => {
  const { rows, list } = await printedAs({ pageBreaks: { removed: [5], added: [12, 9] } });
  expect(rows).toEqual([9, 12]);
  expect(list).toMatch(/ count="2"/u);
  expect(list).toMatch(/ manualBreakCount="2"/u);
});

test('without a break no list of them is left', async () => {
  expect((await printedAs({ pageBreaks: { removed: [5, 9], added: [] } })).list).toBeUndefined();
});

test('a break moves with its row', async () => {
  const change = { insertedRows: [{ before: 7, count: 3 }], pageBreaks: { removed: [], added: [] } };
  expect((await printedAs(change)).rows).toEqual([5, 12]);
});

test('what is printed grows with its list', async () => {
  const printArea = { was: range(1, 1, 20, 4), now: range(1, 1, 33, 4) };
  expect((await printedAs({ printArea })).area).toBe('汇总!A1:D33');
});

test('an area that the clerk has set stays', async () => {
  const own = { ...PRINT, area: range(1, 1, 12, 4) };
  const printArea = { was: range(1, 1, 20, 4), now: range(1, 1, 33, 4) };
  expect((await printedAs({ printArea }, own)).area).toBe('汇总!A1:D12');
});
