import { codeOf, useExcel } from './support';

const excel = useExcel();

/** Three round trips: write A1, write A2, read both. */
function useCase(): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('台账');
    sheet.getRange('A1').values = [['一']];
    sheet.getRange('B1').values = [['甲']];
    await context.sync();
    sheet.getRange('A2').values = [['二']];
    await context.sync();
    const range = sheet.getRange('A1:A2').load('values');
    await context.sync();
    return range.values as unknown[][];
  });
}

beforeEach(() => {
  excel().host.addSheet('台账');
  excel().host.traffic.reset();
});

describe('an injected fault', () => {
  const codes = [
    'AccessDenied',
    'InvalidOperationInCellEditMode',
    'InactiveWorkbook',
    'GeneralException',
    'RequestAborted',
  ];
  test.each(codes.flatMap((code) => [1, 2, 3].map((sync) => [code, sync] as const)))(
    '%s at sync %i',
    async (code, sync) => {
      const { host } = excel();
      host.faults.at(sync, { kind: 'error', code });
      expect(await codeOf(useCase())).toBe(code);
      expect(host.traffic.roundTrips.map(({ error }) => error)).toEqual([
        ...Array<null>(sync - 1).fill(null),
        code,
      ]);
      expect(host.values('台账!A1:A2')).toEqual([[sync > 1 ? '一' : ''], [sync > 2 ? '二' : '']]);
      expect(await useCase()).toEqual([['一'], ['二']]);
    },
  );

  test('may come when half of the batch is done', async () => {
    const { host } = excel();
    host.faults.at(1, { kind: 'error', code: 'GeneralException', applied: 0.5 });
    expect(await codeOf(useCase())).toBe('GeneralException');
    expect(host.values('台账!A1:B1')).toEqual([['一', '']]);
  });

  test('disconnects before the host saw the request, or after it carried it out', async () => {
    const { host } = excel();
    host.faults.at(1, { kind: 'disconnect', applied: false });
    expect(await codeOf(useCase())).toBe('ConnectionFailure');
    expect(host.cell('台账!A1').value).toBe('');
    host.traffic.reset();
    host.faults.at(1, { kind: 'disconnect', applied: true });
    expect(await codeOf(useCase())).toBe('ConnectionFailure');
    expect(host.cell('台账!A1').value).toBe('一');
  });

  test('lets a user change the workbook in between', async () => {
    const { host } = excel();
    host.faults.at(3, { kind: 'between', act: () => host.user.type('台账!A1', '改') });
    expect(await useCase()).toEqual([['改'], ['二']]);
  });

  test('lets a user delete the sheet in between', async () => {
    const { host } = excel();
    host.faults.at(2, { kind: 'between', act: () => host.user.deleteSheet('台账') });
    expect(await codeOf(useCase())).toBe('ItemNotFound');
  });

  test('that no sync met is counted', () => {
    const { faults } = excel().host;
    faults.at(9, { kind: 'error', code: 'AccessDenied' });
    expect(faults.unmet).toBe(1);
    faults.clear();
    expect(faults.unmet).toBe(0);
  });
});

test('with latency, what the user does meanwhile comes before the batch', async () => {
  const { host } = excel();
  host.settings.latency = 20;
  const seen: unknown[] = [];
  setTimeout(() => {
    seen.push(host.cell('台账!A1').value);
    host.user.type('台账!B1', '用户');
  }, 1);
  await useCase();
  expect(seen).toEqual(['']);
  expect(host.cell('台账!B1').value).toBe('甲');
});
