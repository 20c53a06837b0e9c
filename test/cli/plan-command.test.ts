import { readdir, writeFile } from 'node:fs/promises';
import { tableFile } from '../plan/corpus/table-file';
import { list, numbered, paragraph, wordFile } from '../hosts/file/document/word-file';
import { CommandBench } from './run';

jest.setTimeout(60_000);

let bench: CommandBench;

const TEXT = `江口市2023年法治政府建设工作要点
一、完善制度
（一）立法工作
1.起草条例。（市司法局牵头，市城管局配合，2023年6月底前完成）
2.清理文件。（责任单位：市司法局、市住建局；完成时限：11月）
（二）执法监督
3.评查案卷。（市司法局负责，每半年一次）
请各单位抓好落实。
`;

const WORD = wordFile({
  numbering: list(1, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.', '<w:lvlRestart w:val="0"/>'],
  ]),
  body: [
    paragraph('江口市2023年法治政府建设工作要点'),
    numbered('完善制度', 1),
    numbered('立法工作', 1, 1),
    numbered('起草条例。（市司法局牵头，市城管局配合，2023年6月底前完成）', 1, 2),
    numbered('清理文件。（责任单位：市司法局、市住建局；完成时限：11月）', 1, 2),
    numbered('执法监督', 1, 1),
    numbered('评查案卷。（市司法局负责，每半年一次）', 1, 2),
    paragraph('请各单位抓好落实。'),
  ].join(''),
});

beforeAll(async () => {
  bench = await CommandBench.open();
  await writeFile(bench.path('plan.txt'), TEXT);
  await writeFile(bench.path('plan-utf16.txt'), Buffer.from(`\uFEFF${TEXT}`, 'utf16le'));
  await writeFile(bench.path('plan-unmarked.txt'), Buffer.from(TEXT, 'utf16le'));
  await writeFile(bench.path('plan.docx'), WORD);
  await writeFile(bench.path('plan.xlsx'), tableFile());
  await writeFile(bench.path('plan.pdf'), '%PDF-1.7 ');
  await writeFile(bench.path('plan.doc'), '{\\rtf1 }');
  await writeFile(bench.path('notice.txt'), '各单位：现将方案印发给你们，请认真贯彻执行。');
  await writeFile(bench.path('blank.txt'), ' \n ');
  await writeFile(bench.path('picture.docx'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
  await writeFile(bench.path('half.docx'), WORD.subarray(0, 400));
});

afterAll(() => bench.close());

test('plan prints the document of the contract, with supporting units and where each measure stands', async () => {
  const { json, err, code } = await bench.ledger('plan', 'plan.txt', '--json');
  expect([code, err]).toEqual([0, '']);
  expect(json).toMatchObject({
    title: '江口市2023年法治政府建设工作要点',
    years: { from: 2023, to: 2023 },
    sections: [{ no: '一', title: '完善制度', measures: 3 }],
    measures: [
      {
        no: 1,
        writtenNo: '1',
        section: '一',
        taskNo: 1,
        task: '立法工作',
        text: '起草条例。',
        leadUnits: ['市司法局'],
        leadGroup: null,
        supportUnits: ['市城管局'],
        deadline: '2023-06-30',
        deadlineKind: 'date',
        milestones: [],
        clause: '（市司法局牵头，市城管局配合，2023年6月底前完成）',
      },
      { no: 2, leadUnits: ['市司法局', '市住建局'], deadline: '2023-11-30' },
      {
        no: 3,
        taskNo: 2,
        deadline: null,
        deadlineKind: 'recurring',
        milestones: ['2023-06-30', '2023-12-31'],
      },
    ],
    headings: [{ level: 0, line: 1 }, { no: '一', title: '完善制度', level: 2, line: 2 }, {}, {}],
    rest: [{ text: '请各单位抓好落实。' }],
  });
  const { measures, remarks } = json as {
    measures: { source: { start: number; end: number } }[];
    remarks: { no: number | null; code: string; message: string; suggestion: string }[];
  };
  expect(measures.map(({ source }) => TEXT.slice(source.start, source.start + 3))).toEqual([
    '1.起',
    '2.清',
    '3.评',
  ]);
  for (const { message, suggestion } of remarks) {
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(suggestion).toMatch(/\p{Script=Han}/u);
  }
});

test.each(['plan.docx', 'plan-utf16.txt'])('%s gives the same plan as the text', async (file) => {
  const [first, second] = await Promise.all(
    ['plan.txt', file].map(async (name) => (await bench.ledger('plan', name, '--json')).json),
  );
  const bare = (json: unknown): unknown =>
    JSON.parse(JSON.stringify(json), (key, value: unknown) => (key === 'source' ? 0 : value));
  expect(bare(second)).toEqual(bare(first));
});

test('an encoding that had to be guessed is said, on standard error', async () => {
  const { code, err, json } = await bench.ledger('plan', 'plan-unmarked.txt', '--json');
  expect(code).toBe(0);
  expect(json).toMatchObject({ title: '江口市2023年法治政府建设工作要点' });
  expect(err).toBe(
    'plan-unmarked.txt 按 UTF-16LE 编码读取。文字有乱码的，请用记事本另存为 UTF-8 编码后再试。\n',
  );
});

test('in words it says what could not be placed, and what to look at', async () => {
  const { out } = await bench.ledger('plan', 'plan.txt');
  expect(out).toContain('共 3 项措施，1 个部分。');
  expect(out).toContain('第 2 项：“市司法局、市住建局”有多个牵头单位，各自填报。');
  expect(out).toContain('另有 1 段文字不属于标题或措施：\n　　请各单位抓好落实。');
});

test.each([
  ['plan.txt', { measures: 3, assignments: 4, units: 2 }],
  ['plan.docx', { measures: 3, assignments: 4, units: 2 }],
  ['plan.xlsx', { measures: 4, assignments: 4, units: 3 }],
])('init builds a ledger from %s', async (file, counts) => {
  const { json, code } = await bench.ledger('init', '--plan', file, '--out', `${file}-ledger.xlsx`, '--json');
  expect(code).toBe(0);
  expect(json).toEqual({ file: `${file}-ledger.xlsx`, ...counts });
});

test.each([
  ['plan.pdf', 'PDF'],
  ['plan.doc', '旧版格式'],
  ['notice.txt', '没有找到'],
  ['blank.txt', '没有内容'],
  ['picture.docx', '图片'],
  ['half.docx', '已损坏'],
  ['no-such.docx', 'no-such.docx'],
])('%s is refused in one line that says why, with nothing written', async (file, why) => {
  const before = await readdir(bench.folder);
  for (const args of [
    ['plan', file],
    ['init', '--plan', file, '--out', 'nowhere.xlsx'],
  ]) {
    const { code, out, err } = await bench.ledger(...args, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(why);
  }
  expect(await readdir(bench.folder)).toEqual(before);
});

test('revise goes on with a revised plan; a form issued before lands on its measure all the same', async () => {
  await bench.ledger('init', '--plan', 'plan.txt', '--out', 'old.xlsx', '--period', '2023Q4');
  await bench.ledger('forms', 'old.xlsx', '--period', '2023Q4', '--out', 'forms', '--unit', '市住建局');
  const revised = TEXT.replace('1.起草条例', '1.制定立法计划。（市司法局牵头，3月底前完成）\n2.起草条例')
    .replace('2.清理', '3.清理')
    .replace('3.评查案卷', '4.评查案卷');
  await writeFile(bench.path('revised.txt'), revised);
  const ran = await bench.ledger(
    'revise',
    'old.xlsx',
    '--plan',
    'revised.txt',
    '--out',
    'new.xlsx',
    '--json',
  );
  expect(ran.code).toBe(0);
  expect(ran.json).toEqual({
    file: 'new.xlsx',
    measures: 4,
    entries: 0,
    handEdits: 0,
    handEditsRefused: 0,
    repairs: [],
    added: [{ no: 1, text: '制定立法计划。' }],
    removed: [],
    changed: [
      { no: 2, previousNo: 1, fields: ['no'] },
      { no: 3, previousNo: 2, fields: ['no'] },
      { no: 4, previousNo: 3, fields: ['no'] },
    ],
  });
  const { json } = await bench.ledger('validate', 'forms', '--ledger', 'new.xlsx', '--json');
  const { files } = json as { files: { findings: { code: string; measure: number | null }[] }[] };
  const found = files.flatMap(({ findings }) =>
    findings.map(({ code, measure }) => `${code} ${measure ?? '-'}`),
  );
  expect(found).toContain('row-renumbered 3');
  expect(found.filter((finding) => /foreign|other-plan/.test(finding))).toEqual([]);
  const words = await bench.ledger('revise', 'old.xlsx', '--plan', 'revised.txt', '--out', 'new.xlsx');
  expect(words.out).toContain('修订后共 4 项措施：增加 1，取消 0，调整 3');
});
