import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planDocument } from '../../src/cli/json-documents';
import { translator } from '../../src/locales/translate';
import type { TextSpan } from '../../src/plan/plan';
import { parsePlan } from '../../src/plan/parse';
import { paragraph, table, wordFile } from '../hosts/file/document/word-file';
import { DOCUMENTS } from '../plan/benchmark/documents';
import { tableFile } from '../plan/corpus/table-file';
import { JINGMEN, squeeze } from '../plan/support';
import { CommandBench } from './run';

jest.setTimeout(60_000);

const TEXT = `江口市2024年工作方案
为抓好落实（含
督办），制定本方案。
一、任务（含
保障）
1.更新管网（一期）。（市水务局、市住建局负责，2024年6月底前完成）
2.建设水厂。（市水务局等部门负责，2024年6月底前完成）
3.改造泵站。（2024年9月底前完成）

5.改造老旧小区。（市水务局等部门负责）
二、保障
（一）加强领导。各级各部门要高度重视，市政府办公室负责统筹协调。
（二）市财政局负责资金
江口市人民政府办公室
2024年3月1日
`;

const WORD = wordFile({
  body: [
    paragraph('江口市2024年重点任务清单'),
    paragraph('为抓好落实，制定本清单。'),
    table([
      ['序号', '工作措施', '牵头单位', '完成时限'],
      ['1', '开工项目', '市财政局', '2024年12月'],
      ['2', '发行债券', '市教育局', '9月底前'],
    ]),
    paragraph('二、保障'),
    paragraph('请各单位抓好落实。'),
  ].join(''),
});

type PlanJson = ReturnType<typeof planDocument>;

let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
  await writeFile(bench.path('plan.txt'), TEXT);
  await writeFile(bench.path('windows.txt'), TEXT.replace(/\n/g, '\r\n'));
  await writeFile(bench.path('plan.docx'), WORD);
  await writeFile(bench.path('plan.xlsx'), tableFile());
});

afterAll(() => bench.close());

async function jsonOf(file: string): Promise<PlanJson> {
  const { json, code } = await bench.ledger('plan', file, '--json');
  expect(code).toBe(0);
  return json as PlanJson;
}

/** All that the document places, in the order of the text. */
function placed({ measures, headings, rest }: PlanJson): readonly { source: TextSpan; words: string }[] {
  return [
    ...headings.map(({ source, no, title, clause }) => ({ source, words: no + title + clause })),
    ...measures.map(({ source, writtenNo, text, clause }) => ({ source, words: writtenNo + text + clause })),
    ...rest.map(({ source, text }) => ({ source, words: text })),
  ].sort((a, b) => a.source.start - b.source.start);
}

test.each(['plan.txt', 'windows.txt'])(
  '%s: headings and rest begin in the line the JSON says',
  async (file) => {
    const text = file === 'plan.txt' ? TEXT : TEXT.replace(/\n/g, '\r\n');
    const { headings, rest } = await jsonOf(file);
    expect(headings.map(({ no, title, level, line }) => [line, level, no, title])).toEqual([
      [1, 0, '', '江口市2024年工作方案'],
      [4, 2, '一', '任务（含保障）'],
      [11, 2, '二', '保障'],
      [12, 3, '（一）', '加强领导'],
      [13, 3, '（二）', '市财政局负责资金'],
    ]);
    expect(rest.map(({ text: words, line }) => [line, words])).toEqual([
      [2, '为抓好落实（含督办），制定本方案。'],
      [12, '各级各部门要高度重视，市政府办公室负责统筹协调。'],
      [14, '江口市人民政府办公室'],
      [15, '2024年3月1日'],
    ]);
    const cut = ({ source: { start, end } }: { readonly source: TextSpan }) =>
      text.slice(start, end).replace(/\r?\n/, '');
    expect(headings.map(cut)).toEqual([
      '江口市2024年工作方案',
      '一、任务（含保障）',
      '二、保障',
      '（一）加强领导。',
      '（二）市财政局负责资金',
    ]);
    expect(rest.map(cut)).toEqual(rest.map(({ text: words }) => words));
  },
);

test('of a Word document a paragraph is a line, and so is a row of a table of measures', async () => {
  const { headings, rest, measures } = await jsonOf('plan.docx');
  expect(headings.map(({ no, title, line, source }) => [line, no, title, source])).toEqual([
    [1, '', '江口市2024年重点任务清单', { start: 0, end: 14 }],
    [5, '二', '保障', { start: 90, end: 94 }],
  ]);
  expect(rest.map(({ text, line, source }) => [line, text, source])).toEqual([
    [2, '为抓好落实，制定本清单。', { start: 15, end: 27 }],
    [6, '请各单位抓好落实。', { start: 95, end: 104 }],
  ]);
  expect(measures.map(({ source }) => source)).toEqual([
    { start: 28, end: 60 },
    { start: 61, end: 89 },
  ]);
});

test('of a table in a workbook the lines are those it is written out to: a task is a heading of its own', async () => {
  const { headings, rest } = await jsonOf('plan.xlsx');
  expect(headings.map(({ no, title, line }) => [line, no, title])).toEqual([
    [1, '', '江口市2024年重点任务清单'],
    [2, '（一）', '扩大投资'],
    [5, '（二）', '促进消费'],
  ]);
  expect(rest).toEqual([]);
});

test('kinds of remarks: first what may be missing or nobody’s, ways of writing last, each counted with its measures', async () => {
  const { remarks, remarkKinds } = await jsonOf('plan.txt');
  expect(remarkKinds).toEqual([
    { code: 'headingLikeMeasure', count: 2, measures: [] },
    { code: 'noLeadUnit', count: 1, measures: [3] },
    { code: 'numberGap', count: 1, measures: [5] },
    { code: 'andOthers', count: 2, measures: [2, 5] },
    { code: 'noDeadline', count: 1, measures: [5] },
    { code: 'severalLeadUnits', count: 1, measures: [1] },
    { code: 'innerBrackets', count: 1, measures: [1] },
  ]);
  expect(remarkKinds.reduce((sum, { count }) => sum + count, 0)).toBe(remarks.length);
});

test('in words the remarks come in the same order, and of a kind three and the number of the others', async () => {
  const measures = Array.from(
    { length: 5 },
    (_, index) => `${index + 1}.办好实事${index + 1}。（市水务局等部门负责，6月底前完成）`,
  );
  await writeFile(
    bench.path('many.txt'),
    ['江口市2024年工作方案', ...measures, '6.建设水厂。（9月底前完成）'].join('\n'),
  );
  const { out } = await bench.ledger('plan', 'many.txt');
  const lines = out.split('\n');
  const at = (words: string) => lines.findIndex((line) => line.includes(words));
  expect(at('第 6 项：')).toBeLessThan(at('第 1 项：'));
  expect(lines.filter((line) => line.includes('没有列全单位'))).toHaveLength(3);
  expect(out).toContain('另有 2 处');
});

const FOLDER = join(__dirname, '../plan/corpus/documents');
const CORPUS = readdirSync(FOLDER)
  .filter((name) => /^\d+-.*(?<!\.expected)\.txt$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

/** Letters and digits: what a text says, without its marks and what only parts its words. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a page brings with it may stand within a measure, whose words go on over it. */
const PAGE = /第 ?\d+ ?页 ?共 ?\d+ ?页\s*|江口市重点工作汇编\s*|^— \d+ —\s*/gmu;

test.each(
  [...DOCUMENTS, ...CORPUS, { name: 'the plan supplied', text: JINGMEN }].map(
    (one) => [one.name, one] as const,
  ),
)('%s: the JSON places every character once and says its words', (_name, { text }) => {
  const json = planDocument(parsePlan(text), translator('zh-CN'));
  const all = placed(json);
  expect(squeeze(all.map(({ source: { start, end } }) => text.slice(start, end)).join(''))).toBe(
    squeeze(text),
  );
  for (const {
    source: { start, end },
    words,
  } of all) {
    expect(letters(words.replace(PAGE, ''))).toBe(letters(text.slice(start, end).replace(PAGE, '')));
  }
});
