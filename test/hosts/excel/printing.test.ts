import type { ChangedTab, WorkbookDifference } from '../../../src/base/workbook-difference';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { LEDGER_PARTS } from '../../../src/sheets/ledger-tabs';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { typedCellsOfTab } from '../../../src/sheets/reading/late-edits';
import { range } from '../../../src/sheets/tab-builder';
import { TAB } from '../../../src/sheets/words';
import { useExcel } from '../../excel-host/support';
import { changedTab } from '../file/patching/differences';
import { grownLedger } from './grown-ledger';

const excel = useExcel();
const live = new ExcelWorkbookHost();
const { fresh } = grownLedger(12);
const EMPTY = ledgerWorkbook(fresh);

async function play(change: Partial<ChangedTab>): Promise<void> {
  const difference: WorkbookDifference = {
    tabs: [changedTab(TAB.summary, change)],
    order: EMPTY.sheets.map(({ name }) => name),
    names: [],
    title: '',
  };
  const revision = await live.beginRevision(LEDGER_PARTS);
  if (revision.change === undefined) throw new Error('Excel plays differences');
  await revision.change(difference, typedCellsOfTab(revision.workbook, fresh.plan));
}

const page = () => excel().host.sheet(TAB.summary).page;

describe('the print set-up of 汇总 in Excel', () => {
  beforeEach(async () => {
    await live.write(EMPTY);
    page().rowBreaks.clear();
    page().rowBreaks.add(5).add(7).add(9);
  });

  test('breaks of ours go and come, one of the clerk’s stays', async () => {
    await play({ pageBreaks: { removed: [5, 7], added: [9, 12] } });
    expect([...page().rowBreaks]).toEqual([9, 12]);
  });

  test('what is printed grows with its list', async () => {
    const [was] = page().printArea ?? [];
    if (was === undefined) throw new Error('an area');
    await play({ printArea: { was, now: range(1, 1, 99, 24) } });
    expect(page().printArea).toEqual([range(1, 1, 99, 24)]);
  });

  test('an area that the clerk has set stays', async () => {
    const own = range(1, 1, 7, 4);
    const [was] = page().printArea ?? [];
    if (was === undefined) throw new Error('an area');
    page().printArea = [own];
    await play({ printArea: { was, now: range(1, 1, 99, 24) } });
    expect(page().printArea).toEqual([own]);
  });
});
