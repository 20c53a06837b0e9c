import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { DRAWING_VERSION } from '../../../src/sheets/reading/drawn';
import { TAB } from '../../../src/sheets/words';
import { useExcel } from '../../excel-host/support';
import { threePeriods } from '../../ledger/three-periods';
import { drawIn, lookIn, runIn } from '../../support/ledger-in';

const excel = useExcel();

const live = new ExcelWorkbookHost();
const CHOICE = `${TAB.unitPage}!B3`;

test('the clerk chooses an office in Excel, the page follows, and the next use case keeps the choice', async () => {
  const { host } = excel();
  await drawIn(live, threePeriods());
  expect(host.values(CHOICE)).toEqual([['市编办']]);
  host.user.type(CHOICE, '市财政局');
  expect((await lookIn(live)).ledger.settings.shownOffice).toBe('市财政局');
  const { repairs } = await runIn(live, 'buildSummary', {});
  expect(repairs).toEqual([]);
  expect(host.values(CHOICE)).toEqual([['市财政局']]);
  expect(host.values(`${TAB.unitPage}!A5`)).toEqual([[3]]);
});

test('what another version drew on a sheet that is not read is drawn anew', async () => {
  const { host } = excel();
  const ledger = threePeriods();
  await drawIn(live, ledger);
  const { sheets } = ledgerWorkbook(ledger);
  const rows = sheets.find(({ name }) => name === TAB.identity)?.cells ?? [];
  const at = rows.findIndex(([key]) => key === 'drawn by version') + 1;
  host.user.type(`${TAB.identity}!B${at}`, DRAWING_VERSION - 1);
  host.user.clear(`${TAB.basis}!W1:AG40`);
  const { repairs } = await runIn(live, 'buildSummary', {});
  expect(repairs).toEqual([{ kind: 'carriedOver' }]);
  expect(host.values(`${TAB.basis}!W2`)).toEqual([['市编办']]);
});
