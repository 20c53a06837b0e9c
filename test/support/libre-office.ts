import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { bytesOf, withFile } from './open-xml';

const run = promisify(execFile);

/** Whether LibreOffice is on this machine; tests that need it are skipped without. */
export const hasLibreOffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'soffice')));

/** Time for one conversion, start of the program included. */
export const LIBRE_OFFICE_TIMEOUT = 120_000;

/** How often it is looked whether LibreOffice has started. */
const POLL_MS = 50;

/** Left to itself LibreOffice never works out the formulas of an .xlsx anew, but shows the results that stand in it. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Profile, open document and process of the LibreOffice of this worker, in the folder of scripts/jest/office-folder.cjs. */
function ofThisWorker() {
  const { OFFICE_FOLDER: all = '', JEST_WORKER_ID: worker = '1' } = process.env;
  const folder = join(all, `worker-${worker}`);
  const at = (name: string) => join(folder, name);
  return { user: at('user'), document: at('open.txt'), lock: at('.~lock.open.txt#'), process: at('process') };
}

/** The LibreOffice that started, and ends when its standard input does: with the tests, however they end. */
const UNTIL_TESTS_END = '"$@" & cat >/dev/null; kill -s KILL 0';

/** A program that stays has something open; it notes that beside the document as soon as it can be asked for more. */
async function startOffice(): Promise<void> {
  const { user, document, lock, process: processFile } = ofThisWorker();
  await mkdir(user, { recursive: true });
  await writeFile(join(user, 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  await writeFile(document, '');
  await rm(lock, { force: true });
  const started = spawn('sh', ['-c', UNTIL_TESTS_END, 'sh', 'soffice', ...inProfile(), document], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  started.unref();
  // A pipe, which is a socket to Node: the tests do not wait for it.
  (started.stdin as Socket).unref();
  await writeFile(processFile, String(started.pid));
  for (let waited = 0; !existsSync(lock) && waited < LIBRE_OFFICE_TIMEOUT; waited += POLL_MS) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** To start LibreOffice takes seconds, to ask the one that runs a moment: so each worker starts one, for all its tests. */
async function officeRuns(): Promise<boolean> {
  const { process: processFile, lock } = ofThisWorker();
  const id = await readFile(processFile, 'utf8').catch(() => undefined);
  if (id === undefined || !existsSync(lock)) return false;
  try {
    process.kill(Number(id), 0);
    return true;
  } catch {
    return false;
  }
}

function inProfile(): readonly string[] {
  return [`-env:UserInstallation=file://${dirname(ofThisWorker().user)}`, '--headless', '--norestore'];
}

/** Runs of this worker, one after the other. */
let last: Promise<unknown> = Promise.resolve();

function convert(path: string | readonly string[], folder: string, filter: string): Promise<void> {
  const next = last.then(() => convertNow([path].flat(), folder, filter));
  last = next.catch(() => undefined);
  return next;
}

async function convertNow(paths: readonly string[], folder: string, filter: string): Promise<void> {
  if (!(await officeRuns())) await startOffice();
  const asked = [...inProfile(), '--convert-to', filter, '--outdir', join(folder, 'out'), ...paths];
  await run('soffice', asked, { timeout: LIBRE_OFFICE_TIMEOUT });
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
  return convertedTogether(workbooks, 'xlsx', 'xlsx:Calc MS Excel 2007 XML');
}

/** Several workbooks as LibreOffice saves them in another of its formats, in one run of the program. @param filter “ods”, “xls:MS Excel 97” */
export function savedAsByLibreOffice(
  workbooks: readonly Uint8Array[],
  filter: string,
): Promise<readonly Uint8Array[]> {
  return convertedTogether(workbooks, 'xlsx', filter);
}

/** Several papers as LibreOffice prints them, in one run of the program: a PDF each. */
export function printedByLibreOffice(papers: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  return convertedTogether(papers, 'docx', 'pdf');
}

/** Several workbooks, likewise. */
export function workbooksPrinted(workbooks: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  return convertedTogether(workbooks, 'xlsx', 'pdf');
}

function convertedTogether(
  files: readonly Uint8Array[],
  extension: string,
  filter: string,
): Promise<readonly Uint8Array[]> {
  return withFile(new Uint8Array(), 'none', async (_path, folder) => {
    const paths = files.map((_, index) => join(folder, `${index}.${extension}`));
    await Promise.all(paths.map((path, index) => writeFile(path, files[index] ?? new Uint8Array())));
    await convert(paths, folder, filter);
    const made = filter.replace(/:.*$/, '');
    return Promise.all(paths.map((_, index) => bytesOf(join(folder, 'out', `${index}.${made}`))));
  });
}
