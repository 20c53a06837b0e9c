import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../src/base/invariant';
import { writePaper } from '../../src/documents/docx/write-paper';
import type { Letter } from '../../src/documents/letters/letter';
import { yearlyReport } from '../../src/documents/report/yearly-report';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { drawIn } from '../support/ledger-in';
import { fullCase } from './full-case';

/** Writes the papers of the full case and its workbook into the folder that is named: what scripts/paper-pictures.mjs prints. */
async function writeFullCase(folder: string): Promise<void> {
  const { ledger, rounds } = await fullCase();
  const letters = must(rounds.at(-1), 'the last round').map(({ letter }) => letter);
  const kinds: readonly Letter['kind'][] = ['supervision', 'request', 'sendBack', 'circular'];
  for (const kind of kinds) {
    const letter = must(
      letters.find((one) => one.kind === kind),
      kind,
    );
    writeFileSync(join(folder, `${kind}.docx`), await writePaper(letter.paper));
  }
  writeFileSync(join(folder, 'report.docx'), await writePaper(yearlyReport(ledger, 2017)));
  const host = FileWorkbookHost.create();
  await drawIn(host, ledger);
  writeFileSync(join(folder, 'ledger.xlsx'), await host.toBytes());
}

await writeFullCase(must(process.argv[2], 'a folder'));
