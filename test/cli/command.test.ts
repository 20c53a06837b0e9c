import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { unzipped, zipped } from '../support/unzipped';
import { CommandBench, type Ran } from './run';

jest.setTimeout(120_000);

let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
  expect((await bench.ledger('init', '--out', 'L.xlsx', '--as-of', '2017-09-30')).code).toBe(0);
  expect((await bench.ledger('demo', '--out', 'demo', '--seed', '7')).code).toBe(0);
});

afterAll(() => bench.close());

function oneSentence(ran: Ran): void {
  expect(ran.code).toBe(2);
  expect(ran.out).toBe('');
  expect(ran.err.trim().split('\n')).toHaveLength(1);
  expect(ran.err).not.toMatch(/\bat .*:\d+:\d+|Error:/);
}

describe('the whole cycle', () => {
  test('plan prints the plan, in words or as one document', async () => {
    const words = await bench.ledger('plan');
    expect([words.code, words.err]).toEqual([0, '']);
    expect(words.out).toContain('共 140 项措施，8 个部分。');
    const { json } = await bench.ledger('plan', '--json');
    expect(json).toMatchObject({
      years: { from: 2016, to: 2020 },
      sections: { length: 8 },
      measures: { length: 140 },
    });
  });

  test('init says what it built, and a day it is not given is today', async () => {
    const ran = await bench.ledger('init', '--out', 'today.xlsx', '--json');
    expect(ran.json).toEqual({ file: 'today.xlsx', measures: 140, assignments: 205, units: 33 });
    const summary = await bench.ledger('summary', 'today.xlsx', '--json');
    expect(summary.json).toMatchObject({ asOf: '2017-12-12', period: '2017Q4', total: { notReported: 140 } });
  });

  test('forms come for all units or for those named, also by a short name', async () => {
    const all = await bench.ledger('forms', 'L.xlsx', '--period', '2017Q3', '--out', 'forms', '--json');
    expect(all.json).toMatchObject({ period: '2017Q3', forms: { length: 33 } });
    const two = await bench.ledger(
      ...[
        'forms',
        'L.xlsx',
        '--period',
        '2017q3',
        '--out',
        'two',
        '--unit',
        '市法制办',
        '--unit',
        '市编办',
        '--json',
      ],
    );
    expect(two.json).toMatchObject({ forms: [{ unit: '市编办' }, { unit: '市政府法制办' }] });
    expect((await readdir(bench.path('two'))).length).toBe(2);
  });

  test('validate names each fault and writes nothing', async () => {
    const before = await readdir(bench.folder);
    const ran = await bench.ledger(
      'validate',
      'demo/returns',
      '--ledger',
      'demo/措施台账（示例）.xlsx',
      '--json',
    );
    expect(ran.code).toBe(1);
    const { files } = ran.json as {
      files: { verdict: string; findings: { message: string; suggestion: string }[] }[];
    };
    expect(files).toHaveLength(33);
    for (const { message, suggestion } of files.flatMap(({ findings }) => findings)) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(message + suggestion).not.toMatch(/[{}]|undefined|Given/);
    }
    expect(await readdir(bench.folder)).toEqual(before);
  });

  test('validate --marked writes the copies to send back, with the words for each', async () => {
    const args = ['validate', 'demo/returns', '--ledger', 'demo/措施台账（示例）.xlsx', '--marked', 'back'];
    const { code, json } = await bench.ledger(...args, '--json');
    expect(code).toBe(1);
    const { files } = json as {
      files: { file: string; verdict: string; marked?: string; message?: string; findings: unknown[] }[];
    };
    const marked = files.filter((file) => file.marked !== undefined);
    expect((await readdir(bench.path('back'))).sort()).toEqual(
      marked.map((file) => (file.marked ?? '').replace('back/', '')).sort(),
    );
    for (const { verdict, findings, message } of files.filter((file) => file.verdict !== 'accepted')) {
      expect([verdict, findings.length > 0, message?.includes('需更正以下')]).toEqual([
        'needs-correction',
        true,
        true,
      ]);
    }
    const again = await bench.ledger(...args);
    expect(again.out).toContain(marked[0]?.message);
  });

  test('validate --marked answers each file of an archive with a copy of that very file', async () => {
    const names = (await readdir(bench.path('demo/returns'))).filter((name) => /商务局|公安局/.test(name));
    const inside = await Promise.all(
      names.map(async (name) => [name, await readFile(bench.path('demo/returns', name))] as const),
    );
    await mkdir(bench.path('packed'));
    await writeFile(bench.path('packed/回收.zip'), zipped(Object.fromEntries(inside)));
    const [name = '', bytes] = inside[0] ?? [];
    await writeFile(bench.path('packed', `先${name}`), bytes ?? '');
    const { json } = await bench.ledger(
      ...[
        'validate',
        'packed',
        '--ledger',
        'demo/措施台账（示例）.xlsx',
        '--marked',
        'packed-back',
        '--json',
      ],
    );
    const { files } = json as { files: { file: string; unit: string; marked?: string }[] };
    expect(files).toHaveLength(3);
    for (const { unit, marked } of files) {
      if (marked === undefined) continue;
      const copy = unzipped(await readFile(bench.path(marked)));
      expect(copy['xl/sharedStrings.xml']).toContain(`<t>${unit}</t>`);
    }
    expect(files.filter(({ file }) => file === 'packed/回收.zip')).toHaveLength(2);
  });

  test('validate --marked never writes over a returned file', async () => {
    await mkdir(bench.path('over'));
    const [name = ''] = await readdir(bench.path('back'));
    await writeFile(bench.path('over', name), await readFile(bench.path('back', name)));
    const ran = await bench.ledger(
      ...['validate', 'over', '--ledger', 'demo/措施台账（示例）.xlsx', '--marked', 'over', '--force'],
    );
    oneSentence(ran);
    expect(await readFile(bench.path('over', name))).toEqual(await readFile(bench.path('back', name)));
  });

  test('collect, then again, then in another order', async () => {
    const ledger = 'demo/措施台账（示例）.xlsx';
    const first = await bench.ledger('collect', ledger, 'demo/returns', '--out', 'C.xlsx', '--json');
    expect(first.code).toBe(1);
    expect(first.json).toMatchObject({ files: { length: 33 }, entriesUnchanged: 0, handEdits: 0 });
    const again = await bench.ledger('collect', 'C.xlsx', 'demo/returns', '--out', 'C.xlsx', '--json');
    expect(again.json).toMatchObject({ entriesAdded: 0 });
    const names = (await readdir(bench.path('demo/returns'))).map((name) => `demo/returns/${name}`);
    await bench.ledger('collect', ledger, ...names.reverse(), '--out', 'R.xlsx');
    const [forwards, backwards] = await Promise.all(
      ['C.xlsx', 'R.xlsx'].map(async (file) => (await bench.ledger('summary', file, '--json')).json),
    );
    expect(backwards).toEqual(forwards);
  });

  test('summary of another day writes a workbook set to that day', async () => {
    const ran = await bench.ledger('summary', 'C.xlsx', '--as-of', '2019-01-01', '--out', 'S.xlsx', '--json');
    expect(ran.code).toBe(0);
    expect(ran.json).toEqual({
      ...((await bench.ledger('summary', 'S.xlsx', '--json')).json as object),
      handEdits: 0,
      handEditsRefused: 0,
      repairs: [],
    });
  });

  test('demo gives the same files for the same seed, others for another', async () => {
    await bench.ledger('demo', '--out', 'same', '--seed', '7');
    await bench.ledger('demo', '--out', 'other', '--seed', '8');
    const bytes = (folder: string) => readFile(bench.path(folder, 'returns/市编办_2017-11_填报表.xlsx'));
    expect((await bytes('same')).equals(await bytes('demo'))).toBe(true);
    expect((await bytes('other')).equals(await bytes('demo'))).toBe(false);
  });

  test('of two files for one unit the chosen one is merged', async () => {
    await mkdir(bench.path('two-files'), { recursive: true });
    for (const folder of ['demo', 'other']) {
      const bytes = await readFile(bench.path(folder, 'returns/市教育局_2017-11_填报表.xlsx'));
      await writeFile(bench.path('two-files', `市教育局-${folder}.xlsx`), bytes);
    }
    const ledger = 'demo/措施台账（示例）.xlsx';
    const args = ['collect', ledger, 'two-files', '--out', 'T.xlsx', '--json'];
    expect((await bench.ledger(...args)).json).toMatchObject({ entriesAdded: 0, needsCorrection: 2 });
    const chosen = await bench.ledger(...args, '--choose', 'two-files/市教育局-other.xlsx');
    expect(chosen.json).toMatchObject({ entriesAdded: 3 });
    oneSentence(await bench.ledger(...args, '--choose', 'L.xlsx'));
  });
});

describe('languages', () => {
  test('English on request, wherever the option stands', async () => {
    expect((await bench.ledger('--lang', 'en', 'summary', 'L.xlsx')).out).toContain('140 measures: 0 done');
    const ran = await bench.ledger('validate', 'demo/returns', '--ledger', 'L.xlsx', '--lang=en', '--json');
    expect(ran.out).toMatch(/"message": "[A-Z]/);
    expect((await bench.ledger('summary', 'none.xlsx', '--lang', 'en')).err).toMatch(
      /^“none\.xlsx” cannot be read\./,
    );
  });

  test.each([['--help'], ['collect', '--help'], ['--lang', 'en', '--help']])('help %#', async (...args) => {
    const ran = await bench.ledger(...args);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('ledger');
  });
});

describe('bad input is one sentence, exit 2, and nothing written', () => {
  beforeAll(async () => {
    const sound = await readFile(bench.path('L.xlsx'));
    await writeFile(bench.path('torn.xlsx'), sound.subarray(0, 900));
    await writeFile(bench.path('text.xlsx'), '这是一段文字，不是工作簿。');
    await writeFile(bench.path('empty.xlsx'), '');
    await writeFile(bench.path('letter.txt'), '各单位：请按时报送。');
    await writeFile(bench.path('picture.bin'), new Uint8Array([0, 1, 2, 0]));
    await mkdir(bench.path('nothing/sub'), { recursive: true });
    await writeFile(bench.path('nothing/readme.md'), '#');
    await writeFile(bench.path('occupied'), 'a file');
    await symlink(bench.path('gone'), bench.path('broken-link'));
  });

  test.each([
    [['summary', 'no-such.xlsx']],
    [['summary', 'torn.xlsx']],
    [['summary', 'text.xlsx']],
    [['summary', 'empty.xlsx']],
    [['summary', 'demo']],
    [['summary', 'demo/returns/市编办_2017-11_填报表.xlsx']],
    [['summary', 'L.xlsx', '--as-of', '2017-02-30']],
    [['forms', 'L.xlsx', '--period', 'soon', '--out', 'nowhere']],
    [['forms', 'L.xlsx', '--period', '2017Q3', '--out', 'nowhere', '--unit', '市教育厅']],
    [['forms', 'L.xlsx', '--period', '2017Q3', '--out', 'nowhere', '--unit', '联合国']],
    [['validate', 'no-such.xlsx', '--ledger', 'L.xlsx']],
    [['validate', 'nothing', '--ledger', 'L.xlsx']],
    [['collect', 'L.xlsx', 'no-such.xlsx', '--out', 'nowhere.xlsx']],
    [['collect', 'L.xlsx', 'torn.xlsx', '--out', 'occupied/x.xlsx']],
    [['init', '--out', 'occupied/x.xlsx']],
    [['init', '--out', 'broken-link/sub/x.xlsx']],
    [['init', '--out', 'L.xlsx']],
    [['init', '--out', 'nowhere.xlsx', '--plan', 'letter.txt']],
    [['init', '--out', 'nowhere.xlsx', '--plan', 'picture.bin']],
    [['init', '--out', 'nowhere.xlsx', '--period', '2017Q9']],
    [['demo', '--out', 'nowhere', '--seed', '-1']],
    [['plan', 'no-such.txt']],
    [['frobnicate']],
    [[]],
    [['summary']],
    [['init']],
    [['init', '--out']],
    [['summary', 'L.xlsx', '--fast']],
    [['summary', 'L.xlsx', 'M.xlsx']],
  ])('%j', async (args) => {
    const before = await readdir(bench.folder);
    const ledger = await readFile(bench.path('L.xlsx'));
    oneSentence(await bench.ledger(...args, '--json'));
    expect(await readdir(bench.folder)).toEqual(before);
    expect((await readFile(bench.path('L.xlsx'))).equals(ledger)).toBe(true);
  });

  test('a bad file among returns is a finding, not a failure', async () => {
    const ran = await bench.ledger(
      'validate',
      'torn.xlsx',
      'text.xlsx',
      'empty.xlsx',
      '--ledger',
      'L.xlsx',
      '--json',
    );
    expect(ran.code).toBe(1);
    expect(ran.json).toMatchObject({
      files: [{ verdict: 'rejected' }, { verdict: 'rejected' }, { verdict: 'rejected' }],
    });
  });
});

test('a plan saved in GBK is read as such', async () => {
  const gbk = Uint8Array.from([0x28, 0x31, 0x29, 0xb9, 0xab, 0xbf, 0xaa, 0xc7, 0xe5, 0xb5, 0xa5, 0xa1, 0xa3]);
  const clause = Buffer.from('(');
  await writeFile(bench.path('gbk.txt'), Buffer.concat([gbk, clause]));
  const ran = await bench.ledger('plan', 'gbk.txt', '--json');
  expect(ran.out + ran.err).not.toContain('\uFFFD');
});

test('long work tells how far it is, on standard error', async () => {
  const ran = await bench.ledger('validate', 'demo/returns', '--ledger', 'L.xlsx', '--json');
  expect(ran.err).toMatch(/^第 \d+\/33 份：/m);
});

test('a status typed into the ledger tab is taken in and reported', async () => {
  const { createWorkbookFiles } = await import('../../src/hosts/file/workbook-files');
  const { ledgerWorkbook } = await import('../../src/sheets/ledger-workbook');
  const { readLedger } = await import('../../src/sheets/reading/read-ledger');
  const files = createWorkbookFiles();
  const book = readLedger(await files.read(new Uint8Array(await readFile(bench.path('L.xlsx'))), 'L.xlsx'));
  const blueprint = ledgerWorkbook(book.ledger);
  const typed = {
    ...blueprint,
    sheets: blueprint.sheets.map((sheet) =>
      sheet.name !== '台账'
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((row, index) =>
              row.map((cell, at) =>
                index === 3 && at === 6 ? '推进中' : index === 4 && at === 6 ? '快了' : cell,
              ),
            ),
          },
    ),
  };
  await writeFile(bench.path('E.xlsx'), await files.write(typed));
  const ran = await bench.ledger('collect', 'E.xlsx', 'forms', '--out', 'E2.xlsx');
  expect(ran.out).toContain('台账 G5 的“快了”无法识别');
  expect((await bench.ledger('summary', 'E2.xlsx', '--json')).json).toMatchObject({
    total: { inProgress: 1 },
  });
});
