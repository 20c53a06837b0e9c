import { ExcelHostError } from '../../../../src/hosts/excel/excel-errors';
import { ExcelWorkbookHost } from '../../../../src/hosts/excel/excel-host';
import type { LeftUndone } from '../../../../src/base/workbook-port';
import { ledgerWorkbook } from '../../../../src/sheets/ledger-workbook';
import { TAB } from '../../../../src/sheets/words';
import { day } from '../../../ledger/builders';
import { useExcel } from '../../../excel-host/support';
import { drawIn, lookIn, runIn } from '../../../support/ledger-in';
import { differences } from '../two-hosts';
import { grownLedger } from '../grown-ledger';

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting, “API limitations when the active workbook switches”;
// OfficeDev/office-js issue 2196.

const excel = useExcel({ excelApi: '1.14' });
const { fresh } = grownLedger(8);

function liveWorkbook(): { readonly live: ExcelWorkbookHost; readonly undone: LeftUndone[] } {
  excel().host.workbook.behaviour.computesFormulas = false;
  const live = new ExcelWorkbookHost();
  const undone: LeftUndone[] = [];
  live.onUndone((what) => undone.push(what));
  return { live, undone };
}

function behind(isRefused: (member: string) => boolean): void {
  excel().host.workbook.behaviour.otherInFront = isRefused;
}

const inFront = () => behind(() => false);

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((failure: unknown) => failure);
  return error instanceof ExcelHostError ? error.code : 'none';
}

test('a ledger that is to be built behind another workbook changes nothing, and is built when that is gone', async () => {
  const { live } = liveWorkbook();
  const { host } = excel();
  const { sheetNames } = host;
  behind(() => true);
  expect(await codeOf(drawIn(live, fresh))).toBe('other-window');
  expect(host.sheetNames).toEqual(sheetNames);
  inFront();
  await drawIn(live, fresh);
  expect((await lookIn(live)).ledger.plan.measures).toHaveLength(8);
});

const WINDOW = /^(?:Worksheet\.(?:Gridlines|Activate|Delete)|WorksheetFreezePanes\.)/;

test('what is the window’s is left undone and told; everything else is there, and a second run completes', async () => {
  const { live, undone } = liveWorkbook();
  await drawIn(live, fresh);
  const wanted = await live.read();
  const look = () => {
    const { freeze, showGridlines, protection } = excel().host.sheet(TAB.ledger);
    return { freeze, showGridlines, protection };
  };
  const wantedLook = look();
  for (const name of ledgerWorkbook(fresh).sheets.map((sheet) => sheet.name)) {
    const sheet = excel().host.sheet(name);
    if (sheet.visibility === 'Visible') excel().host.user.activate(name);
  }
  await live.write({ sheets: [], names: [], title: '', activeSheet: TAB.ledger });
  undone.length = 0;
  behind((member) => WINDOW.test(member) && !member.endsWith('Unfreeze'));
  await live.write(ledgerWorkbook(fresh));
  expect(new Set(undone)).toEqual(new Set(['window']));
  expect(differences(wanted, await live.read())).toEqual([]);
  expect(look()).not.toEqual(wantedLook);
  inFront();
  await live.write(ledgerWorkbook(fresh));
  expect(look()).toEqual(wantedLook);
});

test('a use case whose last sheet cannot be deleted has done everything else', async () => {
  const { live, undone } = liveWorkbook();
  const { host } = excel();
  await drawIn(live, fresh);
  behind((member) => member === 'Worksheet.Delete');
  await runIn(live, 'markOverdue', { asOf: day('2018-02-01') }, fresh);
  expect((await lookIn(live)).ledger.settings.asOf).toBe('2018-02-01');
  inFront();
  await runIn(live, 'markOverdue', { asOf: day('2018-03-01') }, fresh);
  expect(host.sheetNames.filter((name) => name.startsWith('_typed'))).toEqual([]);
  expect(undone.every((what) => what === 'window')).toBe(true);
});
