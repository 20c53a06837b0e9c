import { unzipSync, zipSync } from 'fflate';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { checkReturns } from '../../../../src/app/inbox/check-returns';
import { FILE_FAULTS } from '../../../../src/base/file-fault';
import { checkThreads } from '../../../../src/cli/check-threads';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { filledReturn, ledger } from '../../../returns/builder';
import { fixture, type Fixture } from './fixture';
import { wordReturn } from '../document/word-return-file';
import { oldWorkbook } from './old-workbook';
import { webArchive } from './web-archive-file';

const SCRIPT = join(__dirname, '../../../support/command-thread.cjs');
/** Of each sound file; `DAMAGED=1000` makes more. */
const OF_EACH = Number(process.env['DAMAGED'] ?? 70);
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

/** A package with one of its parts damaged: a changed byte of the zip itself is found out before anyone parses. */
function damagedInside(sound: Uint8Array, seed: number): Uint8Array {
  const parts = unzipSync(sound);
  const names = Object.keys(parts);
  const name = names[seed % names.length] ?? '';
  return zipSync({ ...parts, [name]: damaged(parts[name] ?? new Uint8Array([0]), seed) });
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

const FIXTURES: readonly Fixture[] = ['excel-97.xls', 'excel-95.xls'];
const OLD = [...FIXTURES.map(fixture), oldWorkbook(filledReturn())];

test.each([
  ['.xls', OLD, damaged, { refused: 1 / 10, read: 1 / 3 }],
  [
    '.xml, .html and .mht',
    [
      oldWorkbook(filledReturn(), 'xlml'),
      oldWorkbook(filledReturn(), 'html'),
      webArchive([oldWorkbook(filledReturn(), 'html')]),
    ],
    damaged,
    { refused: 0.01, read: 0.05 },
  ],
  [
    '.docx, .xlsb and .ods',
    [wordReturn(filledReturn()), oldWorkbook(filledReturn(), 'xlsb'), oldWorkbook(filledReturn(), 'ods')],
    damagedInside,
    { refused: 0.05, read: 0.3 },
  ],
] as const)(
  'each of many damaged %s is answered, and none stops the others',
  async (_formats, sound, damage, least) => {
    const files = sound.flatMap((bytes) => Array.from({ length: OF_EACH }, (_, seed) => damage(bytes, seed)));
    const answers = await checked(files);
    expect(answers).toHaveLength(files.length);
    const known: ReadonlySet<string> = new Set(FILE_FAULTS);
    const refused = answers.filter(({ findings }) => findings.some(({ code }) => known.has(code)));
    const read = answers.filter(({ verdict }) => verdict === 'accepted');
    expect(refused.length).toBeGreaterThan(files.length * least.refused);
    expect(read.length).toBeGreaterThan(files.length * least.read);
  },
);

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
