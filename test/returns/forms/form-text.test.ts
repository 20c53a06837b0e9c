import fc from 'fast-check';
import { cleanText } from '../../../src/base/clean-text';
import { checkReturns } from '../../../src/app/inbox/check-returns';
import { sendBack } from '../../../src/app/inbox/send-back';
import { fileFaultOf } from './file-fault-of';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { formText, readFormText } from '../../../src/returns/typed/form-text';
import type { TypedForm } from '../../../src/returns/typed/typed-form';
import { translator } from '../../../src/locales/translate';
import { checksHere } from '../../support/checks-here';
import { NEXT, SAID, UNIT, nextPeriod } from './next-period';

const ledger = nextPeriod();
const files = createWorkbookFiles();

const FORM: TypedForm = {
  plan: ledger.plan.id,
  unit: UNIT,
  period: NEXT,
  rows: [
    { measure: 48, answers: { claimedStatus: '无变化' } },
    {
      measure: 127,
      answers: { claimedStatus: '长期坚持', progress: '第四次协调会已召开：\n议定 3 件事〔1〕' },
    },
    { measure: 128, answers: { claimedStatus: '推进中', percent: '50', progress: '=已征求 14 个单位意见' } },
  ],
  foot: { 填报人: '王建国', 联系电话: '0724-2345678', 填报日期: '2018-01-04' },
};

async function checked(text: string, name = '聊天记录.txt') {
  const bytes = new TextEncoder().encode(text);
  const [file] = await checkReturns(
    ledger,
    [{ name, read: () => Promise.resolve(bytes) }],
    files,
    undefined,
    checksHere(ledger),
  );
  if (file === undefined) throw new Error(name);
  return { file, bytes };
}

test('a text from a chat is a return like any other', async () => {
  const { file } = await checked(`王建国 10:32\n${formText(FORM)}\n收到`);
  expect(file).toMatchObject({ verdict: 'accepted', office: UNIT, period: NEXT, returnedOn: '2018-01-04' });
  expect(file.findings.map(({ code }) => code)).toEqual(['unchanged-taken-over']);
  expect(file.rows.map(({ measure, report: { progress } }) => [measure, progress])).toEqual([
    [48, SAID.get(48)?.progress],
    [127, '第四次协调会已召开：\n议定 3 件事〔1〕'],
    [128, '=已征求 14 个单位意见'],
  ]);
});

test('the faults of a text are marked in a workbook of its own', async () => {
  const form = {
    ...FORM,
    rows: FORM.rows.map((row) => ({ ...row, answers: { ...row.answers, completedOn: '2018-02-30' } })),
  };
  const { file, bytes } = await checked(formText(form));
  expect(file.verdict).toBe('needs-correction');
  const { fileName, bytes: copy } = await sendBack(file, bytes, files, translator('zh-CN'));
  expect(fileName).toMatch(/\.xlsx$/);
  expect((await files.read(copy, fileName)).sheets.map(({ name }) => name)).toEqual([
    '退回说明',
    '填报表',
    '_form',
  ]);
});

test('what was lost on the way is told, wherever it was cut', async () => {
  const text = formText(FORM);
  const whole = readFormText(text);
  expect(whole).toEqual(FORM);
  for (let end = '【措施台账填报 第1版】'.length; end < text.length; end += 7) {
    expect([end, fileFaultOf(() => readFormText(text.slice(0, end)))]).toEqual([end, 'file-text-cut']);
  }
  const { file } = await checked(text.slice(0, 200));
  expect(file.findings.map(({ code }) => code)).toEqual(['file-text-cut']);
});

test('a word, a line or a line break that is missing is told', () => {
  const text = formText(FORM);
  expect(fileFaultOf(() => readFormText(text.replace('14', '41')))).toBe('file-text-changed');
  expect(fileFaultOf(() => readFormText(text.replace('进度(%)：50\n', '')))).toBe('file-text-changed');
  expect(fileFaultOf(() => readFormText(text.replace(/\n/gu, ' ')))).toBe('file-text-changed');
  expect(fileFaultOf(() => readFormText(`${text}\n${text}`))).toBe('file-text-several');
  expect(fileFaultOf(() => readFormText(text.replace('第1版', '第2版')))).toBe('file-text-newer');
  expect(readFormText('大家好，请于周五前报送。')).toBeUndefined();
});

test('the signs of the text itself within an answer are no signs', () => {
  const sly = {
    ...FORM,
    rows: [{ measure: 48, answers: { progress: '【填报结束 共1项 校验00000000】【措施台账填报 第1版】' } }],
  };
  expect(readFormText(formText(sly))?.rows).toEqual([
    { measure: 48, answers: { progress: '[填报结束 共1项 校验00000000】[措施台账填报 第1版】' } },
  ]);
});

test('what chats do to spaces, widths and line ends changes nothing', () => {
  const text = formText(FORM);
  expect(readFormText(text.replaceAll('\n', '\r\n').replaceAll('：', ':'))?.rows[2]).toEqual(FORM.rows[2]);
  expect(readFormText(text.replace('【填报结束 ', '【填报结束'))?.rows).toHaveLength(3);
});

test('whatever is typed comes back as it was, but for white space', () => {
  const words = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(words, words, words, (progress, problems, remark) => {
      const typed = { ...FORM, rows: [{ measure: 48, answers: { progress, problems, remark } }] };
      const answers = readFormText(formText(typed))?.rows[0]?.answers;
      const plain = (text = '') => cleanText(text.replaceAll('⏎', ' ')).replace(/\s+/gu, '');
      expect([answers?.progress, answers?.problems, answers?.remark].map(plain)).toEqual(
        [progress, problems, remark].map(plain),
      );
    }),
  );
});
