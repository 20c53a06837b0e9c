import { formMeasures } from '../../src/sheets/tabs/form-measures';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unitPageFiles } from '../../src/app/papers/unit-pages';
import { checkReturns, type CheckedFile, type ReturnFile } from '../../src/app/inbox/check-returns';
import { collectReturns } from '../../src/app/changes/collect-returns';
import { demoLedger } from '../../src/app/demo/make-demo';
import { fillForm } from '../../src/app/demo/fill-form';
import { fileDigest } from '../../src/base/file-digest';
import { remindersFor } from '../../src/ledger/figures/reminders';
import { scoreUnits } from '../../src/ledger/figures/scores';
import { lastImport } from '../../src/app/changes/last-import';
import { summarise, tally } from '../../src/ledger/figures/summary';
import { standingOf, timelinessOn } from '../../src/ledger/figures/timeliness';
import type { Ledger } from '../../src/ledger/ledger';
import type { Report } from '../../src/ledger/records';
import { addDays } from '../../src/base/calendar';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { AT, report } from '../ledger/builders';
import { memoryFiles } from '../support/memory-files';

const ledger = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
const { asOf, period } = ledger.settings;
const FOOT = { preparedBy: '王建国', reviewedBy: '李晓燕', phone: '0724-2345678', preparedOn: asOf };

function file(name: string, bytes: Uint8Array): ReturnFile {
  return { name, read: () => Promise.resolve(bytes) };
}

async function formFile(unit: string, reports: ReadonlyMap<number, Report>, name = `${unit}.xlsx`) {
  return file(name, await memoryFiles.write(fillForm(formWorkbook(ledger, unit, period), reports, FOOT)));
}

/** Any report that is right in itself on the day of the ledger. */
const soundReport: fc.Arbitrary<Report> = fc
  .record({
    status: fc.constantFrom('done', 'inProgress', 'notStarted', 'ongoing'),
    percent: fc.integer({ min: 10, max: 90 }),
    daysAgo: fc.integer({ min: 0, max: 600 }),
    words: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ status, percent, daysAgo, words }) =>
    report({
      status,
      percent: status === 'done' ? 100 : status === 'notStarted' ? 0 : percent,
      completedOn: status === 'done' ? addDays(asOf, -daysAgo) : null,
      progress: `本期召开专题会议研究部署，形成工作方案第 ${words} 稿`,
      problems: status === 'notStarted' ? '配套文件尚未出台' : '',
      nextSteps: status === 'done' ? '' : '按季度推进并及时总结',
      evidence: status === 'done' ? `荆政办发〔2017〕${words}号` : '',
    }),
  );

function reportsFor(unit: string): fc.Arbitrary<ReadonlyMap<number, Report>> {
  const numbers = formMeasures(ledger, unit, ledger.settings.period).map(({ no }) => no);
  return fc
    .array(soundReport, { minLength: numbers.length, maxLength: numbers.length })
    .map((reports) => new Map(numbers.map((no, index) => [no, reports[index] ?? report()])));
}

async function collected(from: Ledger, files: readonly ReturnFile[], chosen: readonly string[] = []) {
  const checked = await checkReturns(from, files, memoryFiles);
  return collectReturns(from, checked, { at: AT, chosen });
}

const UNITS = ['市编办', '市财政局', '市教育局'] as const;

test('what was filled into the forms is what the summary counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(...UNITS.map(reportsFor)), async (filled) => {
      const files = await Promise.all(UNITS.map((unit, index) => formFile(unit, filled[index] ?? new Map())));
      const change = await collected(ledger, files);
      expect(change.files.map(({ verdict }) => verdict)).toEqual(UNITS.map(() => 'accepted'));
      const { units } = summarise(change.ledger);
      UNITS.forEach((unit, index) => {
        const expected = tally(
          formMeasures(ledger, unit, ledger.settings.period).map(({ no, deadline }) => {
            const said = filled[index]?.get(no) ?? null;
            const standing = standingOf(said);
            const view = { standing, deadline, completedOn: said?.completedOn ?? null };
            return { standing, timeliness: timelinessOn(view, asOf, ledger.settings.dueSoonDays) };
          }),
        );
        expect(units.find((group) => group.unit === unit)).toMatchObject({ ...expected, returned: true });
      });
      expect((await collected(change.ledger, files)).added).toEqual([]);
      const reversed = await collected(ledger, [...files].reverse());
      expect(summarise(reversed.ledger)).toEqual(summarise(change.ledger));
      expect(reversed.ledger.entries).toEqual(change.ledger.entries);
    }),
    { numRuns: 15 },
  );
});

describe('files of one unit and period', () => {
  const [first, second] = fc.sample(reportsFor('市教育局'), { numRuns: 2, seed: 5 }) as [
    ReadonlyMap<number, Report>,
    ReadonlyMap<number, Report>,
  ];

  test('that differ are both held back until one is chosen', async () => {
    const rivals = [
      await formFile('市教育局', first),
      await formFile('市教育局', second, '市教育局最终版.xlsx'),
    ];
    const undecided = await collected(ledger, rivals);
    expect(undecided.added).toEqual([]);
    expect(undecided.files.map(({ verdict }) => verdict)).toEqual(['needs-correction', 'needs-correction']);
    expect(undecided.files.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual([
      'several-files',
      'several-files',
    ]);
    const chosen = fileDigest(await (rivals[1] as ReturnFile).read());
    const decided = await collected(ledger, rivals, [chosen]);
    expect(new Set(decided.added.map((entry) => entry.kind === 'report' && entry.file))).toEqual(
      new Set(['市教育局最终版.xlsx']),
    );
    expect(decided.ledger.submissions.map(({ findings }) => findings)).toEqual([0]);
    const both = await Promise.all(rivals.map(async (one) => fileDigest(await one.read())));
    expect((await collected(ledger, rivals, both)).added).toEqual([]);
  });

  test('that are the same bytes count once', async () => {
    const twice = [await formFile('市教育局', first), await formFile('市教育局', first, '副本.xlsx')];
    const change = await collected(ledger, twice);
    expect(change.added).toHaveLength(first.size);
    expect(change.ledger.submissions).toHaveLength(1);
    expect(change.files[1]?.findings.map(({ code }) => code)).toEqual(['same-file-twice']);
  });
});

test('a refused file is not on record as handed in, even where it says whose it is and for when', async () => {
  const [sound] = await checkReturns(ledger, [await formFile('市教育局', new Map())], memoryFiles);
  if (sound === undefined) throw new Error('nothing was checked');
  const refused = { ...sound, file: '市财政局.xlsx', office: '市财政局', sha256: 'f'.repeat(64) };
  const submissions = (files: readonly CheckedFile[]) =>
    collectReturns(ledger, files, { at: AT }).ledger.submissions.map(({ office }) => office);
  expect(submissions([sound, { ...refused, verdict: 'rejected' }])).toEqual(['市教育局']);
  expect(submissions([sound, { ...refused, verdict: 'needs-correction' }])).toEqual(['市财政局', '市教育局']);
});

test('a return that is sound by a correction agreed to later is on record as sound, and its rows are an import of their own', async () => {
  const reports = new Map(
    formMeasures(ledger, '市教育局', period).map(({ no }, index) => [
      no,
      report({ status: 'inProgress', percent: 40, progress: `已形成工作方案第 ${index} 稿并征求意见` }),
    ]),
  );
  const [sound] = await checkReturns(ledger, [await formFile('市教育局', reports)], memoryFiles);
  if (sound === undefined) throw new Error('nothing was checked');
  const faulty: CheckedFile = {
    ...sound,
    verdict: 'needs-correction',
    rows: sound.rows.map((row, index) => (index < 2 ? { ...row, sound: false } : row)),
  };
  const halfway = { ...faulty, rows: sound.rows.map((row, index) => ({ ...row, sound: index !== 0 })) };
  const first = collectReturns(ledger, [faulty], { at: AT });
  const reminded = ({ offices }: ReturnType<typeof remindersFor>) =>
    offices.some(({ office, findings }) => office === '市教育局' && findings !== null);
  expect(reminded(remindersFor(first.ledger, period))).toBe(true);
  const second = collectReturns(first.ledger, [halfway], { at: AT });
  expect(lastImport(second.ledger)).toMatchObject({ batch: second.batch, files: 1, added: 1 });
  const third = collectReturns(second.ledger, [sound], { at: AT });
  expect(reminded(remindersFor(third.ledger, period))).toBe(false);
  expect(third.ledger.submissions.map(({ verdict }) => verdict)).toEqual([
    'needs-correction',
    'needs-correction',
    'accepted',
  ]);
  expect(collectReturns(third.ledger, [sound], { at: AT }).batch).toBeNull();
  const sentBackOnce = (of: Ledger) =>
    scoreUnits({ ...of, settings: { ...of.settings, asOf } })
      .find(({ unit }) => unit === '市教育局')
      ?.deductions.filter(({ kind }) => kind === 'returnedForm').length;
  expect(sentBackOnce(third.ledger)).toBe(1);
});

test('a refused file is no rival of a sound one', async () => {
  const [sound] = await checkReturns(ledger, [await formFile('市教育局', new Map())], memoryFiles);
  if (sound === undefined) throw new Error('nothing was checked');
  const refused: CheckedFile = { ...sound, verdict: 'rejected', sha256: 'f'.repeat(64) };
  const { files, ledger: after } = collectReturns(ledger, [refused, sound], { at: AT });
  expect(files).toEqual([refused, sound]);
  expect(after.submissions.map(({ sha256 }) => sha256)).toEqual([sound.sha256]);
});

test('a file that is no workbook is refused and stops nobody else', async () => {
  const sound = await formFile(
    '市教育局',
    fc.sample(reportsFor('市教育局'), { numRuns: 1, seed: 1 })[0] ?? new Map(),
  );
  const seen: string[] = [];
  const checked = await checkReturns(
    ledger,
    [file('坏.xlsx', new TextEncoder().encode('not a workbook')), sound],
    memoryFiles,
    (done, total, name) => seen.push(`${done}/${total} ${name}`),
  );
  expect(checked.map(({ verdict }) => verdict)).toEqual(['rejected', 'accepted']);
  expect(checked[0]?.findings).toMatchObject([{ code: 'file-not-workbook', severity: 'error' }]);
  expect(seen).toEqual(['0/2 坏.xlsx', '1/2 市教育局.xlsx', '2/2 ']);
});

test('the ledger itself, handed in as a return, is named for what it is, in one sentence', async () => {
  const own = file('台账.xlsx', await memoryFiles.write(ledgerWorkbook(ledger)));
  const [checked] = await checkReturns(ledger, [own], memoryFiles);
  expect(checked).toMatchObject({ verdict: 'rejected', findings: [{ code: 'file-is-ledger' }] });
  expect(checked?.findings).toHaveLength(1);
});

test('a confirmation that an office sends back, handed in as a return, is named for what it is and taken in nowhere', async () => {
  for (const { fileName, bytes } of await unitPageFiles(ledger, memoryFiles)) {
    const [checked] = await checkReturns(ledger, [file(fileName, bytes)], memoryFiles);
    expect([fileName, checked?.verdict, checked?.findings.map(({ code }) => code)]).toEqual([
      fileName,
      'rejected',
      ['file-is-confirmation'],
    ]);
  }
});

test('an error that is no fault of the file is not swallowed', async () => {
  const broken = { name: '网络盘.xlsx', read: () => Promise.reject(new Error('disk gone')) };
  await expect(checkReturns(ledger, [broken], memoryFiles)).rejects.toThrow('disk gone');
});
