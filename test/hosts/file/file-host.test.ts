import { WorkbookFileError } from '../../../src/base/file-fault';
import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { openXmlErrors } from '../../support/open-xml';
import { plainSheet, plainWorkbook } from '../../support/sheet-blueprint';
import { unzipped, type Parts } from '../../support/unzipped';
import { richWorkbook } from './rich-workbook';

test('a new workbook holds nothing until something is written', async () => {
  const host = FileWorkbookHost.create('新.xlsx');
  expect(await host.read()).toEqual({
    file: '新.xlsx',
    sheets: [],
    date1904: false,
    hasMacros: false,
    hasExternalLinks: false,
  });
  await host.select('表', 'A1');
  await expect(host.toBytes()).rejects.toThrow('no sheet');
});

test('what was written is what is read, and what is saved opens as the same', async () => {
  const host = FileWorkbookHost.create('a.xlsx');
  await host.write(plainWorkbook([plainSheet('表', { cells: [['甲']] })]));
  expect((await host.read()).sheets[0]?.rows[0]?.cells[0]?.value).toBe('甲');
  await host.write(plainWorkbook([plainSheet('表', { cells: [['乙']] })]));
  const reopened = await FileWorkbookHost.open(await host.toBytes(), 'a.xlsx');
  expect(await reopened.read()).toEqual(await host.read());
  expect((await reopened.read()).sheets[0]?.rows[0]?.cells[0]?.value).toBe('乙');
});

test('opening what is no workbook says so at once', async () => {
  await expect(FileWorkbookHost.open(new TextEncoder().encode('hello'), 'a.xlsx')).rejects.toBeInstanceOf(
    WorkbookFileError,
  );
  await expect(createWorkbookFiles().read(new Uint8Array(), 'a.xlsx')).rejects.toMatchObject({
    code: 'file-empty',
  });
});

describe('the selected cell', () => {
  async function selected(sheet: string, cell: string): Promise<{ bytes: Uint8Array; parts: Parts }> {
    const host = FileWorkbookHost.create();
    await host.write(richWorkbook());
    await host.select(sheet, cell);
    const bytes = await host.toBytes();
    return { bytes, parts: unzipped(bytes) };
  }

  test('is the one the file opens at', async () => {
    const { bytes, parts } = await selected('台账', 'F12');
    expect(parts['xl/workbook.xml']).toContain('activeTab="0"');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('pane="bottomRight" activeCell="F12" sqref="F12"');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('tabSelected="1"');
    expect(await openXmlErrors(bytes)).toEqual([]);
  });

  test('moves from sheet to sheet: one tab alone is selected', async () => {
    const host = FileWorkbookHost.create();
    await host.write(richWorkbook());
    await host.select('台账', 'F12');
    await host.select('设置', 'B1');
    const parts = unzipped(await host.toBytes());
    const marked = Object.keys(parts).filter((name) => parts[name]?.includes('tabSelected'));
    expect(marked).toEqual(['xl/worksheets/sheet4.xml']);
    expect(parts['xl/workbook.xml']).toContain('activeTab="3"');
    expect(parts['xl/worksheets/sheet4.xml']).toContain('activeCell="B1"');
  });

  test('on a sheet there is not is nothing', async () => {
    const { bytes } = await selected('没有', 'A1');
    const host = FileWorkbookHost.create();
    await host.write(richWorkbook());
    expect(bytes).toEqual(await host.toBytes());
  });
});
