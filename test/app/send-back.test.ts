import { readFileSync } from 'node:fs';
import { refusedFile } from '../../src/app/inbox/check-file';
import { checkReturns, type CheckedFile } from '../../src/app/inbox/check-returns';
import { demoLedger, demoReturns } from '../../src/app/demo/make-demo';
import { needsAnswer, sendBack } from '../../src/app/inbox/send-back';
import { sendBackMessage } from '../../src/app/inbox/send-back-message';
import { must } from '../../src/base/invariant';
import type { WorkbookFiles } from '../../src/base/workbook-port';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { translator } from '../../src/locales/translate';
import type { FindingLine } from '../../src/sheets/tabs/findings-tab';
import { SEND_BACK_SHEET } from '../../src/sheets/tabs/send-back-tab';
import { oldWorkbook } from '../hosts/file/other-formats/old-workbook';
import { DONE, filledReturn } from '../returns/builder';
import { checksHere } from '../support/checks-here';
import { openXmlErrors } from '../support/open-xml';

jest.setTimeout(120_000);

const ledger = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
const files = createWorkbookFiles();
const chinese = translator('zh-CN');

async function check(name: string, bytes: Uint8Array): Promise<CheckedFile> {
  const returned = [{ name, read: () => Promise.resolve(bytes) }];
  const [checked] = await checkReturns(ledger, returned, files);
  if (checked === undefined) throw new Error(name);
  return checked;
}

function line(
  severity: FindingLine['severity'],
  cell: string,
  measure: number | null,
  message: string,
): FindingLine {
  const rest = { file: 'x', office: '', field: '', sheet: '填报表', value: '', suggestion: '请改。' };
  return { severity, cell, measure, message, ...rest };
}

describe('the message', () => {
  const checked = { office: '市教育局', period: '2017Q3', file: 'x.xlsx' } as CheckedFile;

  test('counts every place and puts the same fault of several cells in one line', () => {
    const lines = [
      line('error', 'F12', 12, '第 12 项没有填报状态。'),
      line('error', 'F15', 15, '第 15 项没有填报状态。'),
      line('error', '', null, '缺少 1 项：第 9 项。'),
      line('warning', 'L12', 12, '没有写明佐证材料。'),
      line('corrected', 'G12', 12, '按 80 读取。'),
    ];
    expect(sendBackMessage(checked, lines, 'x_退回.xlsx')).toBe(
      [
        '市教育局：贵单位报送的2017年第三季度填报表需更正以下 3 处：',
        '1. F12、F15（第12、15项）：没有填报状态。请改。',
        '2. 缺少 1 项：第 9 项。请改。',
        '另请核实以下 1 处：',
        '1. L12（第12项）：没有写明佐证材料。请改。',
        '详见附件“x_退回.xlsx”，请改正后重新报送。',
      ].join('\n'),
    );
  });

  test('does not order what is only to be checked, and cuts a long list of cells', () => {
    const lines = Array.from({ length: 9 }, (_, at) => line('warning', `L${at + 5}`, at + 1, '太短。'));
    expect(sendBackMessage(checked, lines, 'x_退回.xlsx')).toBe(
      [
        '市教育局：贵单位报送的2017年第三季度填报表，请核实以下 9 处：',
        '1. L5、L6、L7、L8、L9、L10等 9 处（第1、2、3、4、5、6等 9 项）：太短。请改。',
        '详见附件“x_退回.xlsx”，如需改正，请改后重新报送。',
      ].join('\n'),
    );
  });

  test('names the file where neither unit nor period is known', () => {
    const unknown = { office: null, period: null, file: '扫描.pdf' } as CheckedFile;
    expect(sendBackMessage(unknown, [line('error', '', null, '不是填报表。')], '扫描_退回.xlsx')).toMatch(
      /^贵单位报送的“扫描.pdf”需更正以下 1 处：\n1\. 不是填报表。/,
    );
  });
});

describe('the sample’s faulty returns', () => {
  const wanted = new Map(demoReturns(ledger, 2017).map(({ fileName, form }) => [fileName, form]));
  let answered: { checked: CheckedFile; original: Uint8Array; name: string }[];

  beforeAll(async () => {
    answered = [];
    for (const [name, form] of wanted) {
      const original = await files.write(form);
      const checked = await check(name, original);
      if (needsAnswer(checked)) answered.push({ checked, original, name });
    }
  });

  test('each gets a valid copy that lists every finding and is checked as the original was', async () => {
    expect(answered.length).toBeGreaterThan(4);
    for (const { checked, original, name } of answered) {
      const back = await sendBack(checked, original, files, chinese);
      expect(back.fileName).toBe(name.replace('.xlsx', '_退回.xlsx'));
      expect(await openXmlErrors(back.bytes)).toEqual([]);
      const copy = await files.read(back.bytes, back.fileName);
      expect(copy.sheets[0]?.name).toBe(SEND_BACK_SHEET);
      expect(copy.sheets[0]?.rows).toHaveLength(3 + checked.findings.length);
      const again = await check(name, back.bytes);
      expect(again).toEqual({ ...checked, sha256: again.sha256 });
      const errors = checked.findings.filter(({ severity }) => severity === 'error').length;
      if (errors > 0) expect(back.message).toContain(`需更正以下 ${errors} 处`);
    }
  });
});

test('a copy sent back twice keeps a single mark in its name', async () => {
  const [first] = demoReturns(ledger, 2017);
  const original = await files.write((first as NonNullable<typeof first>).form);
  const checked = await check('教育局_退回.xlsx', original);
  expect((await sendBack(checked, original, files, chinese)).fileName).toBe('教育局_退回.xlsx');
});

test('a file that is no workbook gets a workbook with the explanation alone', async () => {
  const original = new TextEncoder().encode('不是表格');
  const checked = await check('市教育局.txt', original);
  const back = await sendBack(checked, original, files, chinese);
  expect(back.fileName).toBe('市教育局_退回.xlsx');
  expect(await openXmlErrors(back.bytes)).toEqual([]);
  const { sheets } = await files.read(back.bytes, back.fileName);
  expect(sheets.map(({ name }) => name)).toEqual([SEND_BACK_SHEET]);
  expect(sheets[0]?.rows.at(-1)?.cells.map(({ value }) => value)).toContain('须更正');
});

test('an .xls gets an .xlsx of what was read, marked, and says so', async () => {
  const original = oldWorkbook(filledReturn({ 5: { ...DONE, percent: 120 } }));
  const [checked] = await checksHere(ledger).check('市审计局.xls', original);
  const back = await sendBack(must(checked, 'one answer'), original, files, chinese);
  expect(back.fileName).toBe('市审计局_退回.xlsx');
  expect(await openXmlErrors(back.bytes)).toEqual([]);
  const { sheets } = await files.read(back.bytes, back.fileName);
  const [said, form] = sheets;
  expect(said?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)).join()).toContain('另存为 .xlsx');
  const sent = filledReturn({ 5: { ...DONE, percent: 120 } }).sheets[0];
  expect(form).toMatchObject({ name: sent?.name, visibility: 'visible', rows: sent?.rows });
  expect(form?.merges).toEqual(sent?.merges);
  const again = await check('市审计局.xlsx', back.bytes);
  const codes = checked?.findings.map(({ code }) => code).filter((code) => code !== 'read-other-format');
  expect(again.findings.map(({ code }) => code)).toEqual(codes);
});

test('a file whose reading had to be ended is not read again to be marked', async () => {
  const original = oldWorkbook(filledReturn());
  const asked: number[] = [];
  const marking: WorkbookFiles = {
    ...files,
    mark: (bytes, ...rest) => {
      asked.push(bytes.length);
      return files.mark(bytes, ...rest);
    },
  };
  const checked = refusedFile('市审计局.xls', original, 'file-too-slow');
  const back = await sendBack(checked, original, marking, chinese);
  const { sheets } = await files.read(back.bytes, back.fileName);
  expect(sheets.map(({ name }) => name)).toEqual([SEND_BACK_SHEET]);
  expect(asked).toEqual([0]);
});
