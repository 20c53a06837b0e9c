import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { useExcel } from '../../excel-host/support';
import { grownLedger, useCases } from './grown-ledger';

const excel = useExcel({ excelApi: '1.14' });
const sizes = [140, 1_400] as const;
/** Bytes sent by each use case, by size. */
const sent = new Map<number, ReadonlyMap<string, number>>();

test.each(sizes)('with %i measures each use case takes four round trips at most', async (measures) => {
  const { host } = excel();
  host.workbook.behaviour.computesFormulas = false;
  const cost: (readonly [string, number])[] = [];
  const bytes = new Map<string, number>();
  for (const { name, before, run } of useCases(new ExcelWorkbookHost(), grownLedger(measures))) {
    await before?.();
    host.traffic.reset();
    await run();
    const { syncs, bytesIn, largestRequest } = host.traffic;
    cost.push([name, syncs]);
    bytes.set(name, bytesIn);
    expect(largestRequest).toBeLessThan(4_000_000);
  }
  expect(cost.filter(([, syncs]) => syncs > 4)).toEqual([]);
  sent.set(measures, bytes);
});

/** Measured, it is less (docs/budgets.md): the longer a column, the more of it is filled. */
const AT_14_000 = 8_500_000;

test('what each further measure adds leaves 14,000 of them within two requests', () => {
  const [few, many] = sizes;
  const added = [...(sent.get(many) ?? [])].map(([name, bytes]) => {
    const each = (bytes - (sent.get(few)?.get(name) ?? 0)) / (many - few);
    return [name, Math.round(bytes + each * (14_000 - many))] as const;
  });
  expect(added.length).toBeGreaterThan(5);
  expect(added.filter(([, bytes]) => bytes > AT_14_000)).toEqual([]);
});
