import { formMeasures } from '../../src/sheets/tabs/form-measures';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLedger } from '../../src/app/changes/build-ledger';
import { checkReturns } from '../../src/app/inbox/check-returns';
import { collectReturns } from '../../src/app/changes/collect-returns';
import { fillForm } from '../../src/app/demo/fill-form';
import { issueForms } from '../../src/app/changes/issue-forms';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import { summarise } from '../../src/ledger/figures/summary';
import type { PeriodCode, Report } from '../../src/ledger/records';
import { parseIsoDate, type CalendarDate } from '../../src/base/calendar';
import type { WorkbookBlueprint } from '../../src/base/blueprint';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { AT, report } from '../ledger/builders';
import { bookIn, drawIn } from '../support/ledger-in';

jest.setTimeout(180_000);

const FILES = createWorkbookFiles();
const PERIOD = '2024Q2' as PeriodCode;
const AS_OF = parseIsoDate('2024-07-05') as CalendarDate;

function corpus(name: string): string {
  return readFileSync(join(__dirname, '../plan/corpus/documents', `${name}.txt`), 'utf8');
}

const OFFICES = ['教体局', '水利局', '农业农村局', '文旅局', '卫健局', '审计局', '林业局', '统计局'] as const;

/** As many measures as asked for, of two dozen offices that no list of names knows. */
function longPlan(count: number): string {
  const lines = ['沙河县2024年重点工作任务分解方案'];
  for (let no = 1; no <= count; no += 1) {
    if (no % 50 === 1)
      lines.push(`${'一二三四五六七八九十'.charAt(Math.floor(no / 50) % 10)}、第${no}项起的工作`);
    const place = ['县', '沙河镇', '新区'][no % 3] ?? '';
    const lead = `${place}${OFFICES[no % OFFICES.length]}`;
    lines.push(`${no}．办好第${no}件实事。（牵头单位：${lead}；完成时限：2024年${(no % 12) + 1}月底前）`);
  }
  return lines.join('\n');
}

const ONE =
  '新桥街道办事处2024年为民实事清单\n修缮新桥社区文体活动中心。（街道社会事务办负责，12月底前完成）';

const WITHOUT_SECTIONS = `江口学院2024年工作要点
1、修订章程。（校长办公室牵头，各学院配合，4月底前完成）
2、建设一流课程。（教务处、各学院按职责分工负责，长期坚持）
3、每月通报用能情况。（后勤保障处，每月10日前）
4、建成新图书馆。（基建处、图书馆；2024年6月底前主体封顶，2025年9月投入使用）`;

const REPORT: Report = report({
  status: 'inProgress',
  percent: 40,
  progress: '已召开专题会议研究部署，制定了年度推进计划并逐项分解到人',
  nextSteps: '按月调度推进',
});

async function reopened(ledger: Ledger): Promise<Ledger> {
  const host = FileWorkbookHost.create();
  await drawIn(host, ledger);
  const again = await FileWorkbookHost.open(await host.toBytes(), '台账.xlsx');
  return (await bookIn(again)).ledger;
}

const OF_A_CITY = `江口市2024年优化营商环境工作要点
一、提升政务服务
1.建设统一的政务服务平台。（市财政局牵头，市税务局配合，2024年6月底前完成）
2.压缩企业开办时间。（市人社局、江口仲裁委员会秘书处按职责分工负责，2024年9月底前完成）
二、规范涉企执法
3.清理涉企收费项目。（市委编办牵头，2024年12月底前完成）`;

/** How the units of a city sign: by the city's name in full, or by its stem. */
const SIGNED: ReadonlyMap<string, string> = new Map([
  ['市财政局', '江口市财政局'],
  ['市人社局', '江口市人力资源和社会保障局'],
  ['江口仲裁委员会秘书处', '江口仲裁委'],
  ['市委编办', '中共江口市委机构编制委员会办公室'],
]);

/** The same form, in which the unit writes its name its own way. */
function signed(form: WorkbookBlueprint, unit: string): WorkbookBlueprint {
  const [sheet, ...others] = form.sheets;
  const name = SIGNED.get(unit) ?? unit;
  const own = JSON.parse(JSON.stringify(sheet).replaceAll(`"${unit}"`, `"${name}"`)) as typeof sheet;
  return { ...form, sheets: own === undefined ? others : [own, ...others] };
}

/** Beyond this many a ledger is written and opened once only: it takes seconds, and a second time shows nothing new. */
const LARGE = 1000;

describe.each<[string, string, { measures: number; units: number; assignments: number }]>([
  ['annual points of a county', corpus('01-annual-points'), { measures: 6, units: 6, assignments: 6 }],
  [
    'one line, no year in the title',
    corpus('17-name-in-a-sentence'),
    { measures: 6, units: 6, assignments: 8 },
  ],
  ['a city, whose units sign by its name', OF_A_CITY, { measures: 3, units: 4, assignments: 4 }],
  ['a school, without sections', WITHOUT_SECTIONS, { measures: 4, units: 5, assignments: 5 }],
  ['one measure', ONE, { measures: 1, units: 1, assignments: 1 }],
  ['1,500 measures', longPlan(1500), { measures: 1500, units: 24, assignments: 1500 }],
])('the whole cycle: %s', (_what, text, expected) => {
  const built = buildLedger(text, { asOf: AS_OF, period: PERIOD, at: AT });
  let ledger: Ledger;

  test('建账: written, opened again, it is the same ledger', async () => {
    ledger = await reopened(built);
    expect(ledger).toEqual(built);
    expect({
      measures: ledger.plan.measures.length,
      units: ledger.directory.units.length,
      assignments: ledgerAssignments(ledger).length,
    }).toEqual(expected);
  });

  test('下发, 回收, 汇入, 汇总: every unit’s form comes back sound and is counted', async () => {
    const forms = await issueForms(ledger, FILES, { period: PERIOD });
    const owing = [...new Set(ledgerAssignments(ledger).map(({ unit }) => unit))];
    expect(forms.map(({ office }) => office)).toEqual(owing);
    const returned = await Promise.all(
      forms.map(async ({ office, fileName }) => {
        const reports = new Map(formMeasures(ledger, office, PERIOD).map(({ no }) => [no, REPORT]));
        const foot = { preparedBy: '王建国', reviewedBy: '李晓燕', phone: '0000-2345678', preparedOn: AS_OF };
        const form = signed(formWorkbook(ledger, office, PERIOD), office);
        const bytes = await FILES.write(fillForm(form, reports, foot));
        return { name: fileName, read: () => Promise.resolve(bytes) };
      }),
    );
    const checked = await checkReturns(ledger, returned, FILES);
    const errors = checked.flatMap(({ file, findings }) =>
      findings.filter(({ severity }) => severity === 'error').map(({ code }) => `${file} ${code}`),
    );
    expect(errors).toEqual([]);
    const taken = collectReturns(ledger, checked, { at: AT }).ledger;
    const collected = expected.measures > LARGE ? taken : await reopened(taken);
    const summary = summarise(collected, AS_OF);
    expect(summary.total).toMatchObject({ measures: expected.measures, inProgress: expected.measures });
    expect(summary.units.every(({ returned: isIn }) => isIn)).toBe(true);
    const sections = summary.sections.reduce((sum, { measures }) => sum + measures, 0);
    expect(sections).toBe(expected.measures);
  });
});
