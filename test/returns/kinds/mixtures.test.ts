import fc from 'fast-check';
import { readReturn } from '../../../src/hosts/file/reading/read-return';
import type { RawRow, RawWorkbook } from '../../../src/base/raw-sheet';
import { offeredCorrections } from '../../../src/returns/findings/corrections';
import { DONE, ROW, check, context, filledReturn, onForm, withCell, type Answers } from '../builder';
import { checkReturn } from '../../../src/returns/check-return';
import { writeRaw } from './write-raw';

/** How many mixtures; more on a machine with time. */
const RUNS = Number(process.env['MIXTURES'] ?? 1_000);
/** Every so many of them goes through a real file. */
const REAL_FILE_SHARE = 10;

const SOUND: readonly Answers[] = [
  {},
  DONE,
  { claimedStatus: '未启动', percent: 0 },
  { claimedStatus: '长期坚持' },
  { claimedStatus: '按序时推进' },
  { claimedStatus: '基本完成', percent: '80%' },
  { ...DONE, completedOn: '2017年10月9日' },
  { ...DONE, claimedStatus: '已完成。', evidence: null },
  { percent: 0.8 },
  { percent: null, progress: '正在推进' },
];

const FAULTY: readonly Answers[] = [
  { claimedStatus: null },
  { claimedStatus: '/' },
  { claimedStatus: '己完成' },
  { claimedStatus: '已完成、推进中' },
  { claimedStatus: { error: '#REF!' } },
  { percent: 120 },
  { percent: '一半' },
  { percent: { value: '', formula: 'A1' } },
  { ...DONE, completedOn: null },
  { ...DONE, completedOn: '2017-02-30' },
  { ...DONE, completedOn: '2018-12-31' },
  { ...DONE, percent: 60 },
  { deadline: '2019-12-31' },
];

type Layout = (rows: readonly RawRow[]) => readonly RawRow[];

const LAYOUTS: readonly Layout[] = [
  (rows) => rows,
  (rows) => rows.map((row) => ({ ...row, row: row.row + 7 })),
  (rows) =>
    rows.map((row) => ({
      ...row,
      cells: row.cells
        .map((cell) => ({ ...cell, column: 20 - cell.column }))
        .sort((a, b) => a.column - b.column),
    })),
  (rows) =>
    [...rows.slice(0, 4), ...rows.slice(4, 8).reverse(), ...rows.slice(8)].map((row, index) => ({
      ...row,
      row: index + 1,
    })),
  (rows) => rows.map((row) => ({ ...row, hidden: row.row === 6 })),
  (rows) => rows.map((row) => (row.row > 6 ? { ...row, row: row.row + 5 } : row)),
];

const rowAnswers = fc.oneof(
  fc.constantFrom(...SOUND).map((answers) => ({ answers, faulty: false })),
  fc.constantFrom(...FAULTY).map((answers) => ({ answers, faulty: true })),
);
const mixture = fc.record({
  rows: fc.tuple(rowAnswers, rowAnswers, rowAnswers, rowAnswers),
  layout: fc.constantFrom(...LAYOUTS),
});

function workbookOf({
  rows,
  layout,
}: {
  rows: readonly { answers: Answers }[];
  layout: Layout;
}): RawWorkbook {
  const byRow = Object.fromEntries(Object.values(ROW).map((row, index) => [row, rows[index]?.answers ?? {}]));
  return onForm(filledReturn(byRow), layout);
}

test('of any mixture just the faulty rows are held back; every finding stands at a cell of the form', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(mixture, async (mixed) => {
      const workbook = workbookOf(mixed);
      run += 1;
      const read =
        run % REAL_FILE_SHARE === 0
          ? await readReturn(await writeRaw(workbook, 'shared strings'), workbook.file)
          : workbook;
      const checked = check(read);
      const faulty = new Set([48, 94, 127, 128].filter((_, index) => mixed.rows[index]?.faulty));
      expect(
        checked.rows
          .filter(({ sound }) => !sound)
          .map(({ measure }) => measure)
          .sort((a, b) => a - b),
      ).toEqual([...faulty]);
      expect(checked.verdict).toBe(faulty.size === 0 ? 'accepted' : 'needs-correction');
      for (const { where } of checked.findings) expect(where.cell).toMatch(/^[A-Z]{1,2}\d+$/);
    }),
    { numRuns: RUNS },
  );
});

test('what was corrected, or offered and agreed to, reads clean the next time', () => {
  fc.assert(
    fc.property(mixture, (mixed) => {
      const workbook = workbookOf(mixed);
      const first = check(workbook);
      const offered = offeredCorrections(first);
      const again = checkReturn(workbook, context, offered);
      const places = new Set(offered.map(({ where, code }) => `${code} ${where.cell}`));
      expect(again.findings.filter(({ code, where }) => places.has(`${code} ${where.cell}`))).toEqual([]);
      expect(again.findings.filter(({ code }) => code === 'correction-agreed')).toHaveLength(offered.length);
      expect(checkReturn(workbook, context, [])).toEqual(first);
    }),
    { numRuns: RUNS / 5 },
  );
});

test('a header or sheet named like a property of every object is a name like any other', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const checked = check(withCell(filledReturn(), 4, 14, name));
    expect(checked.findings.map(({ code, value }) => [code, value])).toEqual([['column-added', name]]);
    const form = filledReturn();
    const renamed = {
      ...form,
      sheets: form.sheets.map((sheet, index) => (index === 0 ? { ...sheet, name } : sheet)),
    };
    expect(check(renamed)).toMatchObject({ verdict: 'accepted', findings: [] });
  }
});
