import { CFB } from '@e965/xlsx';
import { readPlanDocument } from '../../../../src/app/plan-reading/read-plan-document';
import type { RawWorkbook } from '../../../../src/base/raw-sheet';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { checkReturns } from '../../../../src/app/inbox/check-returns';
import { convertWithLibreOffice, hasLibreOffice, LIBRE_OFFICE_TIMEOUT } from '../../../support/libre-office';
import { DONE, filledReturn, ledger } from '../../../returns/builder';
import { writeRaw } from '../../../returns/kinds/write-raw';
import { fixture } from './fixture';
import { facts, TABLE } from './measure-table';
import { oldWorkbook } from './old-workbook';

const files = createWorkbookFiles();

(hasLibreOffice ? describe : describe.skip)('what LibreOffice saves for Excel 97', () => {
  test(
    'gives the rows of the .xlsx: dates, shares, texts, formulas, errors, merges, hidden rows, fills',
    async () => {
      const old = await files.read(await convertWithLibreOffice(TABLE, 'xls'), '任务.xls');
      expect(facts(old)).toEqual(facts(await files.read(TABLE, '任务.xlsx')));
      expect(old.source).toEqual({ format: 'xls', encoding: '' });
    },
    LIBRE_OFFICE_TIMEOUT,
  );

  test(
    'as a plan gives the same text',
    async () => {
      const old = await readPlanDocument(await convertWithLibreOffice(TABLE, 'xls'), '任务.et', true);
      expect(old).toEqual(await readPlanDocument(TABLE, '任务.xlsx', false));
      expect(old.text).toContain('架桥（目标：12.5%）（责任单位：市交通局；完成时限：2023年9月30日）');
    },
    LIBRE_OFFICE_TIMEOUT,
  );

  test(
    'as a form gives the rows that were sent out and filled in',
    async () => {
      const form = await writeRaw(filledReturn({ 5: DONE }), 'shared strings');
      const old = await files.read(await convertWithLibreOffice(form, 'xls'), '市审计局.xls');
      expect(facts(old)).toEqual(facts(await files.read(form, '市审计局.xlsx')));
    },
    LIBRE_OFFICE_TIMEOUT,
  );
});

test.each(['excel-97.xls', 'excel-95.xls'] as const)('%s gives the rows of the form', async (name) => {
  const read = await files.read(fixture(name), name);
  expect(facts(read)).toEqual(facts(filledReturn()));
});

test('days that count from 1904 are told, and hidden sheets', async () => {
  const raw: RawWorkbook = { ...filledReturn(), date1904: true };
  const read = await files.read(oldWorkbook(raw), 'a.xls');
  expect(read.date1904).toBe(true);
  expect(read.sheets.map(({ visibility }) => visibility)).toEqual(
    raw.sheets.map(({ visibility }) => visibility),
  );
});

/** A record of a workbook stream: number, length, content. */
const record = (number: number, ...content: readonly number[]): readonly number[] => [
  number & 0xff,
  number >> 8,
  content.length,
  0,
  ...content,
];
const BEGIN = record(0x809, 0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const END = record(0x0a);

function compound(streams: Readonly<Record<string, Uint8Array | readonly number[]>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, path, Uint8Array.from(content));
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer);
}

function workbookStream(bytes: Uint8Array): Uint8Array {
  const file = CFB.read(bytes, { type: 'array' });
  return Uint8Array.from(CFB.find(file, '/Workbook')?.content ?? []);
}

test('macros are told', async () => {
  const workbook = workbookStream(oldWorkbook(filledReturn()));
  const read = (streams: Parameters<typeof compound>[0]) => files.read(compound(streams), 'a.xls');
  expect((await read({ '/Workbook': workbook })).hasMacros).toBe(false);
  expect((await read({ '/Workbook': workbook, '/_VBA_PROJECT_CUR/VBA/dir': [1] })).hasMacros).toBe(true);
});

const SOUND = oldWorkbook(filledReturn());

test.each<[string, Uint8Array, string]>([
  [
    'a workbook with a password',
    compound({ '/Workbook': [...BEGIN, ...record(0x2f, 0, 0, 1, 1, 2, 2), ...END] }),
    'file-encrypted',
  ],
  ['a workbook without a sheet', compound({ '/Workbook': [...BEGIN, ...END] }), 'file-no-sheet'],
  ['a file cut off in the middle', SOUND.subarray(0, SOUND.length / 2), 'file-torn'],
  [
    'a stream that ends before its last sheet',
    compound({ '/Workbook': workbookStream(SOUND).subarray(0, -400) }),
    'file-torn',
  ],
  [
    'a file of more than 16 MB',
    new Uint8Array([...SOUND.subarray(0, 4096), ...new Uint8Array(17 * 1024 * 1024)]),
    'file-too-large',
  ],
])('%s is refused by name', async (_what, bytes, code) => {
  await expect(files.read(bytes, 'a.xls')).rejects.toMatchObject({ name: 'WorkbookFileError', code });
});

test('what may hang is not read where nobody could end it', async () => {
  expect([files.mayHang(SOUND), files.mayHang(TABLE)]).toEqual([true, false]);
  const returned = { name: '市审计局.xls', read: () => Promise.resolve(SOUND) };
  const [checked] = await checkReturns(ledger, [returned], files);
  expect(checked).toMatchObject({ verdict: 'rejected', findings: [{ code: 'file-legacy-xls' }] });
  await expect(readPlanDocument(SOUND, 'a.xls', false)).rejects.toMatchObject({ code: 'file-legacy-xls' });
});
