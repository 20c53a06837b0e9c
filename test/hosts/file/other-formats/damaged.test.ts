import { unzipSync, zipSync } from 'fflate';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { checkReturns } from '../../../../src/app/inbox/check-returns';
import { FILE_FAULTS } from '../../../../src/base/file-fault';
import { checkThreads } from '../../../../src/cli/check-threads';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { filledReturn, ledger } from '../../../returns/builder';
import { writeRaw } from '../../../returns/kinds/write-raw';
import { fixture } from './fixture';
import { wordReturn } from '../document/word-return-file';
import { oldWorkbook } from './old-workbook';
import { webArchive } from './web-archive-file';

const SCRIPT = join(__dirname, '../../../support/command-thread.cjs');
/** Of each format; `DAMAGED=4000 npx jest damaged` makes more, and says what became of them. */
const ASKED = process.env['DAMAGED'];
const OF_EACH = Number(ASKED ?? 40);
/** Less than the product gives: what takes longer hardly ever ends. On a machine that does other things as well, `DAMAGED_MS` gives more. */
const BUDGET = { ms: Number(process.env['DAMAGED_MS'] ?? 1_000), megabytes: 512 };
jest.setTimeout(60_000 + OF_EACH * 300);

type Random = ReturnType<typeof xoroshiro128plus>;

/** What happens to files on their way, as bytes. */
const MISHAPS: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  // Up to six bytes are others.
  (bytes, random) => {
    const changed = bytes.slice();
    for (let changes = uniformInt(random, 1, 6); changes > 0; changes -= 1)
      changed[uniformInt(random, 0, bytes.length - 1)] = uniformInt(random, 0, 255);
    return changed;
  },
  // A hole of zeros, as of a download that was broken off and went on.
  (bytes, random) => {
    const holed = bytes.slice();
    const at = uniformInt(random, 0, bytes.length - 1);
    return holed.fill(0, at, at + uniformInt(random, 1, 512));
  },
  // The end is missing.
  (bytes, random) => bytes.slice(0, uniformInt(random, 1, bytes.length)),
  // A piece of it comes twice.
  (bytes, random) => {
    const at = uniformInt(random, 0, bytes.length - 1);
    const end = Math.min(bytes.length, at + uniformInt(random, 1, 512));
    return Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(at)]);
  },
];

/** Most often single bytes, the damage that a reader is likeliest to believe. */
function damaged(sound: Uint8Array, seed: number): Uint8Array {
  const random = xoroshiro128plus(seed);
  const mishap = MISHAPS[seed % 8 < 5 ? 0 : (seed % 8) - 4] ?? MISHAPS[0];
  return mishap?.(sound, random) ?? sound;
}

/** A package with one of its parts damaged, since what is changed in the zip itself is found out before anyone parses; that in turn, too. */
function damagedInside(sound: Uint8Array, seed: number): Uint8Array {
  if (seed % 10 === 9) return damaged(sound, seed);
  const parts = unzipSync(sound);
  const names = Object.keys(parts);
  const name = names[seed % names.length] ?? '';
  return zipSync({ ...parts, [name]: damaged(parts[name] ?? new Uint8Array([0]), seed) }, { level: 1 });
}

/** @param took Told how long each file took, the time in which it waited for the one before it included. */
async function checked(files: readonly Uint8Array[], took: (ms: number) => void = () => undefined) {
  const returned = files.map((bytes, index) => ({
    name: `${index}`,
    read: () => Promise.resolve(bytes.slice()),
  }));
  const pool = checkThreads(ledger, returned.length, SCRIPT, BUDGET);
  const timed = pool && {
    width: pool.width,
    close: () => {
      pool.close();
    },
    check: async (...asked: Parameters<typeof pool.check>) => {
      const began = Date.now();
      try {
        return await pool.check(...asked);
      } finally {
        took(Date.now() - began);
      }
    },
  };
  try {
    return await checkReturns(ledger, returned, createWorkbookFiles(), undefined, timed);
  } finally {
    pool?.close();
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const html = oldWorkbook(filledReturn(), 'html');

/** A table kept as text, every cell in quotes. */
function csv(): Uint8Array {
  const [sheet] = filledReturn().sheets;
  const lines = (sheet?.rows ?? []).map(({ cells }) => {
    const words = Array.from({ length: 13 }, () => '');
    for (const { column, value } of cells) words[column - 1] = String(value);
    return words.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
  });
  return bytesOf(lines.join('\r\n'));
}

/** How many of them at least are refused, and read as if nothing had happened. */
interface Least {
  readonly refused: number;
  readonly read: number;
}

const FORMATS: readonly (readonly [
  format: string,
  sound: () => Uint8Array | Promise<Uint8Array>,
  damage: typeof damaged,
  least: Least,
])[] = [
  ['.xlsx', () => writeRaw(filledReturn(), 'shared strings'), damagedInside, { refused: 0.3, read: 0 }],
  ['.xls of Excel 97, by LibreOffice', () => fixture('excel-97.xls'), damaged, { refused: 0.1, read: 0.2 }],
  ['.xls of Excel 97, by SheetJS', () => oldWorkbook(filledReturn()), damaged, { refused: 0.1, read: 0.1 }],
  ['.xls of Excel 95, by Gnumeric', () => fixture('excel-95.xls'), damaged, { refused: 0.1, read: 0.1 }],
  ['.xlsb', () => oldWorkbook(filledReturn(), 'xlsb'), damagedInside, { refused: 0.05, read: 0.1 }],
  ['.ods', () => oldWorkbook(filledReturn(), 'ods'), damagedInside, { refused: 0.05, read: 0.1 }],
  ['.xml of Excel 2003', () => oldWorkbook(filledReturn(), 'xlml'), damaged, { refused: 0.3, read: 0 }],
  ['.html', () => html, damaged, { refused: 0.3, read: 0 }],
  ['.mht', () => webArchive([html]), damaged, { refused: 0, read: 0.05 }],
  ['.docx', () => wordReturn(filledReturn()), damagedInside, { refused: 0.05, read: 0.02 }],
  ['.csv', csv, damaged, { refused: 0.3, read: 0 }],
  [
    '.zip of forms',
    async () =>
      zipSync({
        '一.xlsx': await writeRaw(filledReturn(), 'inline strings'),
        '二.xls': fixture('excel-97.xls'),
      }),
    damaged,
    { refused: 0.3, read: 0 },
  ],
];

test.each(FORMATS)(
  'each of many damaged %s is answered, and none stops the others',
  async (format, sound, damage, least) => {
    const whole = await sound();
    const files = [...Array.from({ length: OF_EACH }, (_, seed) => damage(whole, seed)), whole];
    const began = Date.now();
    let slowest = 0;
    const answers = await checked(files, (ms) => {
      slowest = Math.max(slowest, ms);
    });
    expect(new Set(answers.map(({ source }) => source)).size).toBe(files.length);
    const known: ReadonlySet<string> = new Set(FILE_FAULTS);
    const codes = answers.map(({ findings }) => findings.find(({ code }) => known.has(code))?.code);
    const refused = codes.filter((code) => code !== undefined);
    expect([format, codes.at(-1)]).toEqual([format, undefined]);
    const read = answers.filter(({ verdict }) => verdict === 'accepted');
    if (ASKED !== undefined) {
      const over = codes.flatMap((code, at) =>
        code === 'file-too-slow' || code === 'file-too-heavy' ? [`${at} ${code}`] : [],
      );
      const seconds = Math.round((Date.now() - began) / 1000);
      process.stderr.write(
        `${format}: ${files.length} files, ${read.length} answers accepted, ${refused.length} refused, ${over.length} of them ended over their limit (${over.join(', ')}), slowest at most ${slowest} ms, ${seconds} s\n`,
      );
    }
    expect(refused.length).toBeGreaterThanOrEqual(files.length * least.refused);
    expect(read.length).toBeGreaterThanOrEqual(files.length * least.read);
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

test.each([
  ['a text whose length stands behind the end of its record', 'short-record.xls'],
  ['a stream that leads back to itself', 'round-stream.xls'],
] as const)('an old workbook with %s is torn, and found so at once', async (_, name) => {
  const [answer] = await checked([fixture(name)]);
  expect(answer?.findings.map(({ code }) => code)).toEqual(['file-torn']);
});

test('an old workbook that names more properties than it can have is read: nobody asks for them', async () => {
  const [answer] = await checked([fixture('many-properties.xls')]);
  expect(answer?.verdict).toBe('accepted');
});
