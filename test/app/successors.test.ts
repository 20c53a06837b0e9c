import { checkReturns } from '../../src/app/inbox/check-returns';
import { collectReturns } from '../../src/app/changes/collect-returns';
import { fillForm } from '../../src/app/demo/fill-form';
import { previewImport } from '../../src/app/inbox/preview-import';
import { findingLines } from '../../src/app/wording/describe-finding';
import { translator } from '../../src/locales/translate';
import { issueForms } from '../../src/app/changes/issue-forms';
import { UnknownUnitError } from '../../src/app/wording/name-units';
import { groupReminderText, reminderText } from '../../src/app/papers/reminder-texts';
import type { Ledger } from '../../src/ledger/ledger';
import { remindersFor } from '../../src/ledger/figures/reminders';
import { submissionsFor } from '../../src/ledger/figures/submissions';
import { ledgerOfPeriod } from '../../src/ledger/figures/trend';
import { formWorkbook } from '../../src/sheets/tabs/form';
import type { WorkbookBlueprint } from '../../src/base/blueprint';
import { AT, day, period, report } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { memoryFiles } from '../support/memory-files';

const before = ledgerOfPeriod(threePeriods(), period('2017Q3'));
/** 市财政局 is gone too: 市发改委 now answers for two units. */
const merged: Ledger = {
  ...before,
  settings: { ...before.settings, asOf: day('2018-01-10'), period: period('2017Q4') },
  directory: {
    ...before.directory,
    units: before.directory.units.map((unit) =>
      unit.name === '市财政局' ? { ...unit, successor: { name: '市发改委', from: day('2018-01-01') } } : unit,
    ),
  },
};
const Q4 = period('2017Q4');
const FOOT = {
  preparedBy: '王建国',
  reviewedBy: '李晓燕',
  phone: '0724-2345678',
  preparedOn: day('2018-01-09'),
};
const said = report({
  status: 'inProgress',
  percent: 50,
  progress: '已召开专题会议部署相关工作',
  nextSteps: '按季推进',
});

async function collect(ledger: Ledger, form: WorkbookBlueprint, name: string) {
  const bytes = await memoryFiles.write(form);
  const checked = await checkReturns(ledger, [{ name, read: () => Promise.resolve(bytes) }], memoryFiles);
  return collectReturns(ledger, checked, { at: AT });
}

test('forms go to the offices in charge, each measure once', async () => {
  const forms = await issueForms(merged, memoryFiles, { period: Q4 });
  expect(forms.map(({ office, measures }) => [office, measures])).toEqual([
    ['市编办', [1, 2, 7]],
    ['市发改委', [3, 5, 6, 7]],
    ['市市场监管局', [4]],
    ['市司法局', [5, 7]],
  ]);
  const [sheet] = formWorkbook(merged, '市发改委', Q4).sheets;
  expect(sheet?.cells[2]?.[1]).toContain('本表含原市物价局、市财政局牵头的措施。');
});

test('one row of a successor’s form answers for each unit it took over from', async () => {
  const form = fillForm(
    formWorkbook(merged, '市发改委', Q4),
    new Map([3, 5, 6, 7].map((no) => [no, said])),
    FOOT,
  );
  const change = await collect(merged, form, '市发改委.xlsx');
  expect(change.files[0]).toMatchObject({ office: '市发改委', verdict: 'accepted' });
  const added = change.added.map((entry) =>
    entry.kind === 'report' ? `${entry.measure} ${entry.unit}` : '',
  );
  expect(added).toEqual(['3 市物价局', '5 市财政局', '6 市财政局', '7 市物价局', '7 市财政局']);
  expect(submissionsFor(change.ledger, Q4)('市财政局')).toBe('submitted');
  expect(submissionsFor(change.ledger, Q4)('市物价局')).toBe('missing');
});

test('a form that was issued to the dissolved unit is its successor’s', async () => {
  const early = {
    ...merged,
    directory: {
      ...merged.directory,
      units: merged.directory.units.map((unit) =>
        unit.name === '市财政局' ? { ...unit, successor: null } : unit,
      ),
    },
  };
  const form = fillForm(
    formWorkbook(early, '市财政局', Q4),
    new Map([5, 6, 7].map((no) => [no, said])),
    FOOT,
  );
  const { files } = await collect(merged, form, '市财政局.xlsx');
  expect(files[0]).toMatchObject({ office: '市发改委', verdict: 'needs-correction' });
  expect(files[0]?.findings.map(({ code }) => code)).toEqual(['rows-missing']);
});

test.each([
  ['市发改委', ['市发改委']],
  ['市财政局', ['市发改委']],
])('forms are asked for by %s', async (name, units) => {
  const forms = await issueForms(merged, memoryFiles, { period: Q4, offices: [name] });
  expect(forms.map(({ office }) => office)).toEqual(units);
});

test('a dissolved unit whose measures went to two offices is asked about', async () => {
  await expect(issueForms(merged, memoryFiles, { period: Q4, offices: ['市物价局'] })).rejects.toEqual(
    new UnknownUnitError('市物价局', ['市发改委', '市市场监管局']),
  );
});

describe('reminders as messages', () => {
  const ledger = threePeriods();
  const q4 = ledgerOfPeriod(ledger, Q4);

  test('one to each office, with all it is asked for', () => {
    const all = remindersFor(ledger, period('2018Q1'));
    expect(all.offices.map((one) => reminderText(one, all))).toEqual([
      '市编办：\n一、贵单位2018年第一季度进展情况填报表有 2 处需要更正，烦请按退回说明修改后重新报送。\n二、截至2018年4月20日，下列措施已超过完成时限，烦请推进落实，已经完成的请告知完成日期：第 1 项（2016年12月31日到期，已逾期 475 天）。\n感谢支持。',
      '市发改委：\n截至2018年4月20日，下列措施已超过完成时限，请抓紧办理，已经完成的如实填报完成日期并附佐证材料：第 3 项（2017年12月31日到期，已逾期 110 天）。\n以上包括由你单位承接的原市物价局牵头的措施。',
      '市司法局：\n你单位2018年第一季度进展情况填报表尚未收到，报送截止日期为2018年4月10日，已超过 10 天，请尽快报送。',
    ]);
    const then = remindersFor(q4, Q4);
    expect(then.offices.map((one) => reminderText(one, then))).toEqual([
      '市编办：\n下列措施经核实需要补充完善，烦请完善后重新填报：第 1 项（清单没有公布）。\n感谢支持。',
      '市发改委：\n下列措施即将到期，请抓紧办理；确需延期的，请在到期前提出申请：第 3 项（2017年12月31日到期，今天到期）。\n以上包括由你单位承接的原市物价局牵头的措施。',
      '市市场监管局：\n你单位2017年第四季度进展情况填报表尚未收到，报送截止日期为2018年1月10日，请按时报送。\n以上包括由你单位承接的原市物价局牵头的措施。',
    ]);
  });

  test('several matters are numbered', () => {
    const june = { ...ledger, settings: { ...ledger.settings, asOf: day('2018-06-10') } };
    const all = remindersFor(june, period('2018Q1'));
    expect(all.offices[0] && reminderText(all.offices[0], all).split('\n').slice(1)).toEqual([
      '一、贵单位2018年第一季度进展情况填报表有 2 处需要更正，烦请按退回说明修改后重新报送。',
      '二、截至2018年6月10日，下列措施已超过完成时限，烦请推进落实，已经完成的请告知完成日期：第 1 项（2016年12月31日到期，已逾期 526 天）。',
      '三、下列措施即将到期，烦请关注进度；需要延期的，请在到期前告知：第 2 项（2018年6月30日到期，还有 20 天）。',
      '感谢支持。',
    ]);
  });

  test('and one to the group', () => {
    expect(groupReminderText(remindersFor(q4, Q4))).toBe(
      [
        '各单位：截至2017年12月31日，2017年第四季度进展情况填报和措施推进情况如下。',
        '尚未报送的单位有 1 个：市市场监管局。请于2018年1月10日前报送。',
        '填报内容需要更正的单位有 1 个：市编办。请按退回意见修改后重新报送。',
        '有措施即将到期的单位有 1 个：市发改委 1 项。请把握进度。',
      ].join('\n'),
    );
    const none = { ...remindersFor(q4, Q4), offices: [] };
    expect(groupReminderText(none)).toContain('各单位均已按要求报送，没有逾期措施，近期没有到期的措施。');
  });
});

describe('a directory that changed between the check and the import', () => {
  const checkedBefore = async () => {
    const bytes = await memoryFiles.write(
      fillForm(formWorkbook(before, '市财政局', Q4), new Map([[6, said]]), FOOT),
    );
    return checkReturns(inQ4, [{ name: '市财政局.xlsx', read: () => Promise.resolve(bytes) }], memoryFiles);
  };
  const inQ4: Ledger = { ...merged, directory: before.directory };

  test('a return of an office that is in charge of nothing any more is refused by name, and nothing of it recorded', async () => {
    const checked = await checkedBefore();
    expect(collectReturns(inQ4, checked, { at: AT }).added).not.toEqual([]);
    const { files, added, ledger } = collectReturns(merged, checked, { at: AT });
    expect([added, ledger]).toEqual([[], merged]);
    expect(files[0]).toMatchObject({ verdict: 'rejected', rows: checked[0]?.rows });
    expect(findingLines(files, translator('zh-CN')).at(-1)?.message).toBe(
      '市财政局在该报送期已不负责任何措施，整份未汇入；现由市发改委负责。',
    );
    const preview = previewImport(merged, checked, []);
    expect(preview.rejected.map(({ unit, measure }) => [unit, measure])).toEqual(
      checked[0]?.rows.map(({ measure }) => ['市财政局', measure]),
    );
    expect([preview.added, preview.changed, preview.unchanged]).toEqual([[], [], []]);
  });

  test('a row that went to another office is not taken and says whose it is; the others are', async () => {
    const [checked] = await checkedBefore();
    if (checked === undefined) throw new Error('nothing was checked');
    const row = { measure: 6, sheet: '填报表', row: 5, report: said, sound: true };
    const file = {
      ...checked,
      verdict: 'accepted' as const,
      findings: [],
      rows: [row, { ...row, measure: 4, row: 9 }],
    };
    const { files, added, ledger } = collectReturns(inQ4, [file], { at: AT });
    expect(added.map((entry) => 'measure' in entry && entry.measure)).toEqual([6]);
    expect(ledger.submissions.at(-1)).toMatchObject({
      office: '市财政局',
      verdict: 'needs-correction',
      findings: 1,
    });
    expect(findingLines(files, translator('zh-CN')).map(({ message }) => message)).toEqual([
      '第 9 行：第 4 项在该报送期已不由市财政局负责，未采用；现由市市场监管局负责。',
    ]);
    expect(collectReturns(inQ4, files, { at: AT }).files).toEqual(files);
    expect(previewImport(inQ4, [file], []).rejected.map(({ unit, measure }) => [unit, measure])).toEqual([
      ['市财政局', 4],
    ]);
  });
});
