import { readFile, readdir } from 'node:fs/promises';
import { openXmlErrors } from '../support/open-xml';
import { CommandBench } from './run';

describe('letters and report', () => {
  let bench: CommandBench;

  beforeAll(async () => {
    bench = await CommandBench.open();
    await bench.ledger('demo', '--out', 'demo');
    await bench.ledger('collect', 'demo/措施台账（示例）.xlsx', 'demo/returns', '--out', 'L.xlsx');
  }, 120_000);
  afterAll(() => bench.close());

  test('letters are written, remembered, and the same when written again', async () => {
    const args = [
      'letters',
      'L.xlsx',
      '--as-of',
      '2018-01-15',
      '--out',
      'letters',
      '--contact',
      '张三',
      '--json',
    ];
    const { code, json } = await bench.ledger(...args, '--out-ledger', 'L2.xlsx');
    expect(code).toBe(0);
    const { letters, entriesAdded } = json as {
      letters: { kind: string; file: string }[];
      entriesAdded: number;
    };
    expect(new Set(letters.map(({ kind }) => kind))).toEqual(new Set(['supervision', 'request', 'sendBack']));
    expect(entriesAdded).toBeGreaterThanOrEqual(letters.length);
    expect(await readdir(bench.path('letters'))).toHaveLength(letters.length);
    expect((await bench.ledger(...args)).code).toBe(0);
    const remembered = args.map((arg) => (arg === 'L.xlsx' ? 'L2.xlsx' : arg));
    const again = await bench.ledger(...remembered);
    expect(again.json).toMatchObject({ letters, entriesAdded: 0 });
    for (const { file } of letters.slice(0, 2)) {
      expect(await openXmlErrors(new Uint8Array(await readFile(bench.path(file))), 'letter.docx')).toEqual(
        [],
      );
    }
  }, 180_000);

  test('a letter that never went out gives its number back, alone or with those registered with it, and the log says which', async () => {
    const args = [
      'letters',
      'L.xlsx',
      '--as-of',
      '2018-01-15',
      '--out',
      'never',
      '--contact',
      '张三',
      '--json',
    ];
    const { json } = await bench.ledger(...args, '--out-ledger', 'N.xlsx');
    const { letters } = json as { letters: { number: string; kind: string }[] };
    const named = await bench.ledger(
      'unregister',
      'N.xlsx',
      '--letter',
      '督办单〔2018〕1号',
      '--out',
      'N2.xlsx',
    );
    expect(named.code).not.toBe(0);
    expect(named.err).toContain('督办单〔2018〕2号');
    expect(await readdir(bench.path('.'))).not.toContain('N2.xlsx');
    const unknown = await bench.ledger(
      'unregister',
      'N.xlsx',
      '--letter',
      '督办单〔2018〕99号',
      '--out',
      'N2.xlsx',
    );
    expect(unknown.code).not.toBe(0);
    expect(unknown.err).toContain('督办单〔2018〕99号');
    const freed = await bench.ledger(
      ...[
        'unregister',
        'N.xlsx',
        '--letter',
        letters.find(({ kind }) => kind === 'supervision')?.number ?? '',
        '--together',
        '--out',
        'N2.xlsx',
        '--json',
      ],
    );
    expect(freed.code).toBe(0);
    const gone = (freed.json as { letters: string[] }).letters;
    expect(gone).toHaveLength(letters.length);
    expect(gone).toContain('督办单〔2018〕1号');
    const again = await bench.ledger(...args.map((arg) => (arg === 'L.xlsx' ? 'N2.xlsx' : arg)), '--force');
    expect((again.json as { letters: { number: string }[] }).letters.map(({ number }) => number)).toEqual(
      letters.map(({ number }) => number),
    );
    const empty = await bench.ledger(
      'unregister',
      'N2.xlsx',
      '--letter',
      '督办单〔2018〕1号',
      '--out',
      'N3.xlsx',
    );
    expect(empty.err).toContain('没有登记过');
  });

  test('who issues the first letters is asked for where nobody has said so, and not once it is said', async () => {
    expect((await bench.ledger('init', '--out', 'fresh.xlsx')).code).toBe(0);
    const args = ['letters', 'fresh.xlsx', '--as-of', '2018-01-15'];
    const asked = await bench.ledger(...args, '--out', 'unnamed');
    expect(`${asked.out}${asked.err}`).toContain('台账里没有发文机关和机关代字');
    const said = await bench.ledger(...args, '--out', 'named', '--office', '某市司法局', '--word', '某司法');
    expect(said.code).toBe(0);
    expect(`${said.out}${said.err}`).not.toContain('台账里没有发文机关和机关代字');
  }, 120_000);

  test('a letter that is there with other contents is not replaced unless told to', async () => {
    const args = ['letters', 'L.xlsx', '--as-of', '2018-01-15', '--out', 'letters', '--contact', '李四'];
    const refused = await bench.ledger(...args);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('已存在且内容不同');
    expect((await bench.ledger(...args, '--force')).code).toBe(0);
  }, 120_000);

  test('the report is written and says what is left to fill in', async () => {
    const { code, json } = await bench.ledger(
      'report',
      'L.xlsx',
      '--year',
      '2017',
      '--out',
      'R.docx',
      '--json',
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({ year: 2017, file: 'R.docx' });
    expect((json as { toFillIn: string[] }).toFillIn).toHaveLength(4);
    expect(await openXmlErrors(new Uint8Array(await readFile(bench.path('R.docx'))), 'report.docx')).toEqual(
      [],
    );
  }, 120_000);

  test.each([
    [['report', 'L.xlsx', '--year', '17', '--out', 'X.docx'], '年份“17”无法识别'],
    [['letters', 'L.xlsx', '--out', 'x', '--reply-days', '0'], '天数“0”无法识别'],
  ])('%j is refused in one line and nothing is written', async (args, sentence) => {
    const { code, err } = await bench.ledger(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(await readdir(bench.folder)).not.toContain(args.at(-1));
  });
});
