import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReturns } from '../../src/app/inbox/check-returns';
import { collectReturns } from '../../src/app/changes/collect-returns';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { bookIn } from '../../test/support/ledger-in';

/** Reads, checks and merges a folder of returns; prints rows merged and seconds of processor time, the ledger open already. */
const [folder = ''] = process.argv.slice(2);
const host = await FileWorkbookHost.open(new Uint8Array(readFileSync(join(folder, 'L.xlsx'))), 'L.xlsx');
const { ledger } = await bookIn(host);
const begun = process.cpuUsage();
const returned = readdirSync(join(folder, 'returns'))
  .sort()
  .map((name) => ({
    name,
    read: () => Promise.resolve(new Uint8Array(readFileSync(join(folder, 'returns', name)))),
  }));
const checked = await checkReturns(ledger, returned, createWorkbookFiles());
const { added } = collectReturns(ledger, checked, { at: '2018-01-01 08:00' });
const { user, system } = process.cpuUsage(begun);
process.stdout.write(`${added.length} ${(user + system) / 1e6}\n`);
