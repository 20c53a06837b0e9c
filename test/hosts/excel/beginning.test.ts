import { workbookPlace } from '../../../src/app/runner/ledger-place';
import { beginLedger } from '../../../src/app/runner/run-use-case';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { TAB } from '../../../src/sheets/words';
import { useExcel } from '../../excel-host/support';
import { day, period, SMALL_PLAN } from '../../ledger/builders';
import { ASKED, lookIn } from '../../support/ledger-in';

const excel = useExcel({ excelApi: '1.14' });
const live = new ExcelWorkbookHost();

function build() {
  const input = { plan: SMALL_PLAN, asOf: day('2017-10-10'), period: period('2017Q3') };
  return beginLedger(workbookPlace(live), 'build', input, ASKED);
}

const refused = async (fault: object) => {
  const before = await live.read();
  await expect(build()).rejects.toMatchObject(fault);
  expect(await live.read()).toEqual(before);
};

test('a ledger that is there is left alone, with everything of the clerk’s on it', async () => {
  await build();
  excel().host.user.type(`${TAB.ledger}!R3`, '领导批示');
  await refused({ fault: 'ledger-there', sheet: TAB.ledger });
});

test('so is one that has been damaged and cannot be read any more', async () => {
  await build();
  excel().host.user.deleteSheet(TAB.entries);
  await refused({ fault: 'ledger-there' });
});

test('a sheet of the clerk’s own by the name of one of our tabs is told with what stands in it', async () => {
  excel().host.addSheet(TAB.settings, [[''], ['自己的设置']]);
  await refused({ fault: 'tab-taken', place: { sheet: TAB.settings, cell: 'A2', value: '自己的设置' } });
});

test('an empty sheet by such a name is taken, and other sheets are nobody’s concern', async () => {
  const { host } = excel();
  host.addSheet(TAB.summary);
  host.addSheet('领导用', [['本周重点']]);
  const ledger = await build();
  expect((await lookIn(live)).ledger).toEqual(ledger);
  expect(host.values('领导用!A1')).toEqual([['本周重点']]);
});

test('a ledger whose beginning stopped before its charts came is begun again, and then whole', async () => {
  const { host } = excel();
  host.faults.at(4, { kind: 'error', code: 'GeneralException' });
  await expect(build()).rejects.toThrow();
  expect(host.sheet(TAB.summary).charts).toEqual([]);
  host.faults.clear();
  await build();
  expect(host.sheet(TAB.summary).charts).toHaveLength(2);
  await refused({ fault: 'ledger-there' });
});
