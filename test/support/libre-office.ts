import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { bytesOf, withFile } from './open-xml';

const run = promisify(execFile);

/** Whether LibreOffice is on this machine; tests that need it are skipped without. */
export const hasLibreOffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'soffice')));

/** Time for one conversion, start of the program included. */
export const LIBRE_OFFICE_TIMEOUT = 120_000;

/** Left to itself LibreOffice never works out the formulas of an .xlsx anew, but shows the results that stand in it. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The profile of this worker (scripts/jest/office-folder.cjs): two programs at once would wait for each other's lock. */
async function profile(): Promise<string> {
  const { OFFICE_FOLDER: all = '', JEST_WORKER_ID: worker = '1' } = process.env;
  const folder = join(all, `profile-${worker}`);
  const settings = join(folder, 'user/registrymodifications.xcu');
  if (!existsSync(settings)) {
    await mkdir(join(folder, 'user'), { recursive: true });
    await writeFile(settings, ALWAYS_RECALCULATE);
  }
  return folder;
}

/** Runs of this worker, one after the other. */
let last: Promise<unknown> = Promise.resolve();

function convert(path: string | readonly string[], folder: string, filter: string): Promise<void> {
  const next = last.then(() => convertNow([path].flat(), folder, filter));
  last = next.catch(() => undefined);
  return next;
}

async function convertNow(paths: readonly string[], folder: string, filter: string): Promise<void> {
  await run(
    'soffice',
    [
      `-env:UserInstallation=file://${await profile()}`,
      '--headless',
      '--norestore',
      '--convert-to',
      filter,
      '--outdir',
      join(folder, 'out'),
      ...paths,
    ],
    { timeout: LIBRE_OFFICE_TIMEOUT },
  );
}

/** The workbook as LibreOffice saves it after it has worked every formula out. */
export function recalculateWithLibreOffice(bytes: Uint8Array): Promise<Uint8Array> {
  return withFile(bytes, 'workbook.xlsx', async (path, folder) => {
    await convert(path, folder, 'xlsx:Calc MS Excel 2007 XML');
    return bytesOf(join(folder, 'out', 'workbook.xlsx'));
  });
}

/**
 * A file saved by LibreOffice in another of its formats: “xls”, “ods”, “csv”.
 * @param filter Where the extension alone does not say which: “docx:MS Word 2007 XML”.
 * @param name With the extension of the file's kind.
 */
export function convertWithLibreOffice(
  bytes: Uint8Array,
  filter: string,
  name = 'workbook.xlsx',
): Promise<Uint8Array> {
  return withFile(bytes, name, async (path, folder) => {
    await convert(path, folder, filter);
    const stem = name.replace(/\.\w+$/, '');
    return bytesOf(join(folder, 'out', `${stem}.${filter.replace(/:.*$/, '')}`));
  });
}

/** Several workbooks as LibreOffice saves them, in one run of the program. */
export function resavedByLibreOffice(workbooks: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  return withFile(new Uint8Array(), 'none', async (_path, folder) => {
    const paths = workbooks.map((_, index) => join(folder, `${index}.xlsx`));
    await Promise.all(paths.map((path, index) => writeFile(path, workbooks[index] ?? new Uint8Array())));
    await convert(paths, folder, 'xlsx:Calc MS Excel 2007 XML');
    return Promise.all(paths.map((_, index) => bytesOf(join(folder, 'out', `${index}.xlsx`))));
  });
}
