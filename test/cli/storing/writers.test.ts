import fc from 'fast-check';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LedgerChangedError, writeOutputs } from '../../../src/cli/storing/write-outputs';
import { ioIn } from './bench';

jest.setTimeout(120_000);

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-writers-'));
  file = join(folder, 'L.xlsx');
  await writeFile(file, '');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Adds a line to the file as a command adds entries to a ledger: reads, works a while, writes, and again if that failed. */
async function addLine(line: string, workMs: number): Promise<void> {
  for (;;) {
    const io = ioIn(folder);
    const before = await readFile(file);
    io.seen.noteLedger(file, before);
    await pause(workMs);
    try {
      const bytes = new TextEncoder().encode(`${before.toString()}${line}\n`);
      await writeOutputs(io, [{ path: 'L.xlsx', bytes }], { keepExisting: false });
      return;
    } catch (error) {
      if (!(error instanceof LedgerChangedError)) throw error;
    }
  }
}

const writer = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 });

test('whatever two to four writers do at once, every change of each is there in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(writer, { minLength: 2, maxLength: 4 }), async (writers) => {
      await writeFile(file, '');
      await Promise.all(
        writers.map(async (pauses, no) => {
          for (const [at, ms] of pauses.entries()) await addLine(`${no}.${at}`, ms);
        }),
      );
      const lines = (await readFile(file, 'utf8')).trim().split('\n');
      const expected = writers.flatMap((pauses, no) => pauses.map((_, at) => `${no}.${at}`));
      expect(lines.toSorted()).toEqual(expected.toSorted());
      expect(await readdir(folder)).toEqual(['L.xlsx']);
    }),
    { numRuns: 20 },
  );
});
