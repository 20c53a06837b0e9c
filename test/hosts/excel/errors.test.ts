import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { ExcelHostError, asExcelHostError, type ExcelErrorCode } from '../../../src/hosts/excel/excel-errors';
import { whenExcelIsReady } from '../../../src/hosts/excel/ready';
import type { RawWorkbook } from '../../../src/base/raw-sheet';
import { useExcel } from '../../excel-host/support';
import { richWorkbook } from '../file/rich-workbook';
import { differences } from './two-hosts';

const excel = useExcel();
const live = new ExcelWorkbookHost();

async function failureOf(work: Promise<unknown>): Promise<ExcelHostError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ExcelHostError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('what Excel refuses is told by its code', () => {
  const CODES: readonly (readonly [string, ExcelErrorCode])[] = [
    ['AccessDenied', 'access-denied'],
    ['ItemAlreadyExists', 'already-exists'],
    ['ActivityLimitReached', 'busy'],
    ['InvalidOperationInCellEditMode', 'cell-edit'],
    ['FilteredRangeConflict', 'filtered'],
    ['InactiveWorkbook', 'inactive-workbook'],
    ['InvalidArgument', 'invalid-argument'],
    ['InvalidOperation', 'invalid-operation'],
    ['ItemNotFound', 'item-gone'],
    ['InvalidReference', 'item-gone'],
    ['MergedRangeConflict', 'merged'],
    ['ApiNotFound', 'not-supported'],
    ['PivotTableRangeConflict', 'pivot-in-the-way'],
    ['RequestPayloadSizeLimitExceeded', 'request-too-large'],
    ['ResponsePayloadSizeLimitExceeded', 'response-too-large'],
    ['GeneralException', 'unknown'],
    ['SomethingNew', 'unknown'],
  ];

  test.each(CODES)('%s is “%s”', async (excelCode, code) => {
    excel().host.faults.at(1, { kind: 'error', code: excelCode });
    expect(await failureOf(live.read())).toMatchObject({ code, excelCode });
  });

  test('a broken line is “disconnected”', async () => {
    excel().host.faults.at(2, { kind: 'disconnect', applied: false });
    expect(await failureOf(live.write(richWorkbook()))).toMatchObject({ code: 'disconnected' });
  });

  test('the text of an error is for the log, and its cause is kept', async () => {
    excel().host.faults.at(1, { kind: 'error', code: 'AccessDenied' });
    const error = await failureOf(live.read());
    expect(error.message).toContain('access-denied: AccessDenied');
    expect(error.cause).toBeInstanceOf(OfficeExtension.Error);
  });

  test('a mistake of our own stays what it is', () => {
    const mistake = new RangeError('ours');
    expect(asExcelHostError(mistake)).toBe(mistake);
  });
});

test('a cell being edited is waited for', async () => {
  const { host } = excel();
  host.settings.cellEditMode = true;
  const done = live.write(richWorkbook());
  setTimeout(() => {
    host.settings.cellEditMode = false;
  }, 30);
  await expect(done).resolves.toBeUndefined();
});

test('the pane waits until Excel is ready', async () => {
  await expect(whenExcelIsReady()).resolves.toBe('excel');
});

describe('after anything that goes wrong, a second run ends in the same workbook', () => {
  const write = () => live.write(richWorkbook());
  const { user } = { user: () => excel().host.user };

  async function undisturbed(): Promise<RawWorkbook> {
    await write();
    return live.read();
  }

  const FAULTS: readonly (readonly [string, (sync: number) => void])[] = [
    [
      'an error before anything',
      (sync) => excel().host.faults.at(sync, { kind: 'error', code: 'AccessDenied' }),
    ],
    [
      'an error half way',
      (sync) => excel().host.faults.at(sync, { kind: 'error', code: 'GeneralException', applied: 0.5 }),
    ],
    [
      'an error near the end',
      (sync) => excel().host.faults.at(sync, { kind: 'error', code: 'GeneralException', applied: 0.95 }),
    ],
    [
      'a line that breaks before the request',
      (sync) => excel().host.faults.at(sync, { kind: 'disconnect', applied: false }),
    ],
    [
      'a line that breaks after the request',
      (sync) => excel().host.faults.at(sync, { kind: 'disconnect', applied: true }),
    ],
    [
      'a tab deleted meanwhile',
      (sync) =>
        excel().host.faults.at(sync, {
          kind: 'between',
          act: () => {
            if (excel().host.sheetNames.includes('汇总')) user().deleteSheet('汇总');
          },
        }),
    ],
  ];
  const cases = FAULTS.flatMap(([what, plan]) =>
    [1, 2, 3].flatMap((sync) => [
      ['in a new workbook', what, sync, plan, false] as const,
      ['over an older ledger', what, sync, plan, true] as const,
    ]),
  );

  test.each(cases)('%s: %s, round trip %i', async (_where, _what, sync, plan, over) => {
    const { host } = excel();
    const expected = await undisturbed();
    if (!over) for (const { name } of richWorkbook().sheets) removeSheet(name);
    host.traffic.reset();
    plan(sync);
    await write().catch((error: unknown) => {
      expect(error).toBeInstanceOf(ExcelHostError);
    });
    expect(host.faults.unmet).toBe(0);
    await write();
    expect(differences(expected, await live.read())).toEqual([]);
  });

  function removeSheet(name: string): void {
    const sheet = excel().host.sheet(name);
    if (sheet.visibility !== 'Visible') sheet.setVisibility('Visible');
    user().deleteSheet(name);
  }

  test.each([2, 3])('a tab renamed meanwhile: ours is there again, round trip %i', async (sync) => {
    const { host } = excel();
    const expected = await undisturbed();
    host.traffic.reset();
    host.faults.at(sync, { kind: 'between', act: () => user().renameSheet('汇总', '我的汇总') });
    await write().catch(() => undefined);
    await write();
    const read = await live.read();
    const ours = { ...read, sheets: read.sheets.filter(({ name }) => name !== '我的汇总') };
    expect(differences(expected, ours)).toEqual([]);
  });
});
