import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { useExcel } from '../../excel-host/support';
import { grownLedger, useCases } from './grown-ledger';

const excel = useExcel({ excelApi: '1.14' });

test.each([140, 1_400])('with %i measures each use case takes four round trips at most', async (measures) => {
  const { host } = excel();
  host.workbook.behaviour.computesFormulas = false;
  const cost: (readonly [string, number])[] = [];
  for (const { name, before, run } of useCases(new ExcelWorkbookHost(), grownLedger(measures))) {
    await before?.();
    host.traffic.reset();
    await run();
    const { syncs, largestRequest } = host.traffic;
    cost.push([name, syncs]);
    expect(largestRequest).toBeLessThan(4_000_000);
  }
  expect(cost.filter(([, syncs]) => syncs > 4)).toEqual([]);
});
