import { writeSync } from 'node:fs';
import { buildLedger } from '../../src/app/build-ledger';
import { saveLedger } from '../../src/app/ledger-store';
import { ledgerOf, reviseLedger } from '../../src/app/revise-ledger';
import { buildSummary, markOverdue, undoImport } from '../../src/app/workbook-steps';
import { ExcelWorkbookHost } from '../../src/hosts/excel/excel-host';
import { importReturns } from '../../src/ledger/changes';
import { ledgerAssignments } from '../../src/ledger/ledger';
import { parseIsoDate, type CalendarDate } from '../../src/plan/calendar';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { bootExcel } from '../../test/excel-host/boot';
import { done, returned } from '../../test/ledger/builders';
import { JINGMEN } from '../../test/plan/support';

/** `SIZES=140,1400` for less. */
const SIZES = (process.env['SIZES'] ?? '140,1400,14000').split(',').map(Number);
const AT = '2017-10-12T08:00:00.000Z';
const AS_OF = parseIsoDate('2017-10-12') as CalendarDate;
const ROUND_TRIP_MS = 50;

const print = (line: string) => writeSync(1, `${line}\n`);

/** The plan at hand, its measures over and over. */
function planOf(size: number): string {
  const { plan } = buildLedger(JINGMEN, { asOf: AS_OF, at: AT });
  const named = plan.measures.filter(({ leadUnits }) => leadUnits.length === 1);
  const lines = Array.from({ length: size }, (_, index) => {
    const measure = named[index % named.length];
    return `(${index + 1})${measure?.text ?? ''}(牵头单位:${measure?.leadUnits[0] ?? ''}。2017年底完成)`;
  });
  const head = [
    '荆门市法治政府建设实施方案',
    '(2016—2020年)',
    '二、工作措施及责任分工',
    '(一)依法全面履行政府职能',
  ];
  return [...head, '1.依法全面履行政府职能', ...lines].join('\n');
}

test.each(SIZES)('%i measures', async (size) => {
  const { host, uninstall } = bootExcel({ excelApi: '1.14' });
  const live = new ExcelWorkbookHost();
  const fresh = buildLedger(planOf(size), { asOf: AS_OF, at: AT });
  const units = fresh.directory.units.map(({ name }) => name);
  const reports = units.map((unit) =>
    returned({
      unit,
      reports: ledgerAssignments(fresh)
        .filter((one) => one.unit === unit)
        .map(({ measure }) => ({ measure, report: done('2017-09-01') })),
    }),
  );
  const collected = importReturns(fresh, reports, AT);
  // A plain loop that writes each tab row by row, one request a row.
  const naive = ledgerWorkbook(collected.ledger).sheets.reduce((sum, { cells }) => sum + cells.length, 0);
  print(`\n${fresh.plan.measures.length} measures; row by row: ${naive} round trips\n`);
  print(
    '| use case | round trips | actions | sent KB | received KB | largest request KB | naive ÷ ours at 50 ms |',
  );
  print('|---|---|---|---|---|---|---|');
  const measure = async (name: string, run: () => Promise<unknown>) => {
    host.traffic.reset();
    await run();
    const { syncs, actions, bytesIn, bytesOut, largestRequest } = host.traffic;
    const kb = (bytes: number) => Math.round(bytes / 1000);
    const ratio = Math.round((naive * ROUND_TRIP_MS) / (syncs * ROUND_TRIP_MS));
    print(
      `| ${name} | ${syncs} | ${actions} | ${kb(bytesIn)} | ${kb(bytesOut)} | ${kb(largestRequest)} | ${ratio} |`,
    );
  };
  await measure('建账 build', () => saveLedger(live, fresh));
  await measure('打开 open', () => ledgerOf(live, { at: AT }));
  await measure('汇入 collect', () => reviseLedger(live, { at: AT }, () => ({ ledger: collected.ledger })));
  await measure('标记逾期 overdue', () => markOverdue(live, { at: AT, asOf: AS_OF }));
  await measure('生成汇总 summary', () => buildSummary(live, { at: AT }));
  await measure('撤销 undo', () => undoImport(live, { at: AT }, collected.batch ?? ''));
  uninstall();
});
