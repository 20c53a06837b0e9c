import { unzipSync, zipSync } from 'fflate';
import { applyAllCorrections, applyCorrections } from '../../src/app/inbox/apply-corrections';
import { checkReturns, type ReturnFile } from '../../src/app/inbox/check-returns';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { offeredCorrections } from '../../src/returns/findings/corrections';
import { FORM_SHEET, formWorkbook } from '../../src/sheets/tabs/form';
import { statusWord } from '../../src/returns/locate/form-columns';
import { fillForm } from '../../src/app/demo/fill-form';
import { day, report } from '../ledger/builders';
import { UNIT, columnOf, ledger } from '../returns/builder';

const files = createWorkbookFiles();

/** 市审计局's form with two misspelt states. */
async function slips(): Promise<Uint8Array> {
  const reports = new Map(
    [48, 94, 127, 128].map((no) => [
      no,
      report({ status: 'inProgress', progress: '已制定审计方案并完成前期调查' }),
    ]),
  );
  const foot = {
    preparedBy: '王建国',
    reviewedBy: '李晓燕',
    phone: '0724-2331234',
    preparedOn: day('2017-12-05'),
  };
  const form = fillForm(formWorkbook(ledger, UNIT, ledger.settings.period), reports, foot);
  const column = columnOf('claimedStatus') - 1;
  return files.write({
    ...form,
    sheets: form.sheets.map((sheet) =>
      sheet.name !== FORM_SHEET
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((row, index) =>
              row.map((cell, at) => (at === column && (index === 4 || index === 5) ? '推近中' : cell)),
            ),
          },
    ),
  });
}

function handedIn(name: string, bytes: Uint8Array): ReturnFile {
  return { name, read: () => Promise.resolve(bytes) };
}

test.each([
  ['alone', (bytes: Uint8Array) => handedIn('市审计局.xlsx', bytes)],
  [
    'inside an archive',
    (bytes: Uint8Array) =>
      handedIn('回收.zip', zipSync({ '一/市审计局.xlsx': bytes, '说明.txt': new Uint8Array([65]) })),
  ],
])('an offered correction is made when agreed to, logged, and taken back again (%s)', async (_, hand) => {
  const returned = [hand(await slips())];
  const checked = await checkReturns(ledger, returned, files);
  const file = checked.find(({ office }) => office === UNIT);
  if (file === undefined) throw new Error('the return is recognised');
  const offered = offeredCorrections(file);
  expect(offered.map(({ where, correction }) => [where.cell, correction.before, correction.after])).toEqual([
    ['F5', '推近中', statusWord('inProgress')],
    ['F6', '推近中', statusWord('inProgress')],
  ]);

  const one = await applyCorrections(ledger, { returned, checked }, file, offered.slice(0, 1), files);
  const first = one.find(({ office }) => office === UNIT);
  expect(first?.rows.slice(0, 2).map(({ sound }) => sound)).toEqual([true, false]);
  expect(first?.findings.filter(({ code }) => code === 'correction-agreed')).toMatchObject([
    {
      severity: 'corrected',
      where: { cell: 'F5' },
      correction: { before: '推近中', after: '推进中', made: true },
    },
  ]);

  const all = await applyCorrections(ledger, { returned, checked: one }, file, offered, files);
  expect(all.find(({ office }) => office === UNIT)).toMatchObject({ verdict: 'accepted', agreed: offered });

  const back = await applyCorrections(ledger, { returned, checked: all }, file, [], files);
  expect(back).toEqual(checked);
});

test('a file that is gone, or another by now, stays as it was checked', async () => {
  const returned = [handedIn('市审计局.xlsx', await slips())];
  const checked = await checkReturns(ledger, returned, files);
  const [file] = checked;
  if (file === undefined) throw new Error('one file was checked');
  const offered = offeredCorrections(file);
  expect(await applyCorrections(ledger, { returned: [], checked }, file, offered, files)).toBe(checked);
  const other = [handedIn('市审计局.xlsx', new Uint8Array([1]))];
  expect(await applyCorrections(ledger, { returned: other, checked }, file, offered, files)).toBe(checked);
});

test('all corrections of an archive of many files fetch it once and look into each file once', async () => {
  const slip = await slips();
  const names = Array.from({ length: 12 }, (_, index) => `${index}/市审计局.xlsx`);
  const packed = names.map((name, index): [string, Uint8Array] => [name, withMark(slip, index)]);
  const zip = zipSync(Object.fromEntries(packed));
  let fetched = 0;
  const returned: readonly ReturnFile[] = [
    {
      name: '回收.zip',
      read: () => {
        fetched += 1;
        return Promise.resolve(zip);
      },
    },
  ];
  const checked = await checkReturns(ledger, returned, files);
  let looked = 0;
  const counting = {
    ...files,
    unpack: async (bytes: Uint8Array) =>
      (await files.unpack(bytes))?.map((part) => ({
        ...part,
        read: () => {
          looked += 1;
          return part.read();
        },
      })),
  };
  fetched = 0;
  const all = await applyAllCorrections(ledger, { returned, checked }, counting);
  expect(all.map(({ agreed }) => agreed.length)).toEqual(names.map(() => 2));
  // Each is found by its digest and then read.
  expect([fetched, looked]).toEqual([1, 2 * names.length]);
});

/** The same workbook as another file. */
function withMark(bytes: Uint8Array, mark: number): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, 'xl/mark.txt': new Uint8Array([mark]) });
}
