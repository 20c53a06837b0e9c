import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { checkReturns } from '../../../../src/app/inbox/check-returns';
import { FILE_FAULTS } from '../../../../src/base/file-fault';
import { checkThreads } from '../../../../src/cli/check-threads';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { filledReturn, ledger } from '../../../returns/builder';
import { fixture, type Fixture } from './fixture';
import { oldWorkbook } from './old-workbook';

const SCRIPT = join(__dirname, '../../../support/command-thread.cjs');
const OF_EACH = 70;
const BUDGET = { ms: 2_000, megabytes: 512 };

/** The file with up to six of its bytes changed. */
function damaged(sound: Uint8Array, seed: number): Uint8Array {
  const random = xoroshiro128plus(seed);
  const bytes = sound.slice();
  for (let changes = uniformInt(random, 1, 6); changes > 0; changes -= 1) {
    bytes[uniformInt(random, 0, bytes.length - 1)] = uniformInt(random, 0, 255);
  }
  return bytes;
}

async function checked(files: readonly Uint8Array[]) {
  const returned = files.map((bytes, index) => ({
    name: `${index}.xls`,
    read: () => Promise.resolve(bytes.slice()),
  }));
  const pool = checkThreads(ledger, returned.length, SCRIPT, BUDGET);
  try {
    return await checkReturns(ledger, returned, createWorkbookFiles(), undefined, pool);
  } finally {
    pool?.close();
  }
}

test('each of hundreds of damaged files is answered, and none stops the others', async () => {
  const sound = [
    ...(['excel-97.xls', 'excel-95.xls'] satisfies readonly Fixture[]).map(fixture),
    oldWorkbook(filledReturn()),
  ];
  const files = sound.flatMap((bytes) => Array.from({ length: OF_EACH }, (_, seed) => damaged(bytes, seed)));
  const answers = await checked(files);
  expect(answers).toHaveLength(files.length);
  const known: ReadonlySet<string> = new Set(FILE_FAULTS);
  const refused = answers.filter(({ findings }) => findings.some(({ code }) => known.has(code)));
  const read = answers.filter(({ verdict }) => verdict === 'accepted');
  expect(refused.length).toBeGreaterThan(files.length / 10);
  expect(read.length).toBeGreaterThan(files.length / 3);
});

test('a file that the library takes too long over is refused with a sentence, the one behind it is read', async () => {
  const answers = await checked([
    fixture('excel-97.xls'),
    fixture('takes-long.xls'),
    fixture('excel-95.xls'),
  ]);
  expect(answers.map(({ verdict, findings }) => [verdict, findings.map(({ code }) => code)])).toEqual([
    ['accepted', ['read-other-format', 'several-files']],
    ['rejected', ['file-too-slow']],
    ['accepted', ['read-other-format', 'several-files']],
  ]);
});
