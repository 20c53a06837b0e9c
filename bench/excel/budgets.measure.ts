import { writeSync } from 'node:fs';
import { ExcelWorkbookHost } from '../../src/hosts/excel/excel-host';
import { importReturns } from '../../src/ledger/change/changes';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { bootExcel } from '../../test/excel-host/boot';
import { grownLedger, useCases, type GrownLedger } from '../../test/hosts/excel/grown-ledger';
import { AT } from '../../test/ledger/builders';
import { writeRowByRow } from './row-by-row';

/** `SIZES=140,1400` for less. */
const SIZES = (process.env['SIZES'] ?? '140,1400,14000').split(',').map(Number);
/** The plain loop is run up to here; beyond, its round trips are its rows, as counted where it was run. */
const RUN_ROW_BY_ROW = 140;
const ROUND_TRIP_MS = 50;

const print = (line: string) => writeSync(1, `${line}\n`);
const boot = () => {
  const booted = bootExcel({ excelApi: '1.14' });
  booted.host.workbook.behaviour.computesFormulas = false;
  return booted;
};

async function rowByRow(size: number, { fresh, returns }: GrownLedger): Promise<number> {
  const blueprint = ledgerWorkbook(importReturns(fresh, returns, AT).ledger);
  const rows = blueprint.sheets.reduce((sum, { cells }) => sum + cells.length, 0);
  if (size > RUN_ROW_BY_ROW) {
    print(`\n${size} measures; row by row: ${rows} round trips, one a row, not run\n`);
    return rows;
  }
  const { host, uninstall } = boot();
  await writeRowByRow(blueprint);
  const { syncs, bytesIn } = host.traffic;
  uninstall();
  print(`\n${size} measures; row by row: ${syncs} round trips, ${Math.round(bytesIn / 1000)} KB, run\n`);
  return syncs;
}

test.each(SIZES)('%i measures', async (size) => {
  const grown = grownLedger(size);
  const naive = await rowByRow(size, grown);
  const { host, uninstall } = boot();
  print(
    '| use case | round trips | actions | sent KB | received KB | largest request KB | row by row ÷ ours |',
  );
  print('|---|---|---|---|---|---|---|');
  const live = new ExcelWorkbookHost();
  // The first reading of a page asks besides how the workbook counts days.
  await live.read([]);
  for (const { name, before, run } of useCases(live, grown)) {
    await before?.();
    host.traffic.reset();
    await run();
    const { syncs, actions, bytesIn, bytesOut, largestRequest } = host.traffic;
    const kb = (bytes: number) => Math.round(bytes / 1000);
    const ratio = Math.round((naive * ROUND_TRIP_MS) / (syncs * ROUND_TRIP_MS));
    print(
      `| ${name} | ${syncs} | ${actions} | ${kb(bytesIn)} | ${kb(bytesOut)} | ${kb(largestRequest)} | ${ratio} |`,
    );
  }
  uninstall();
});
