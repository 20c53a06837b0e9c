import { adoptPlan } from '../../src/ledger/change/adopt-plan';
import { importReturns } from '../../src/ledger/change/changes';
import { initialDirectory } from '../../src/ledger/units/directory';
import { foldLedger } from '../../src/ledger/fold';
import { createLedger, defaultSettings, type Ledger } from '../../src/ledger/ledger';
import type { Entry, PeriodCode } from '../../src/ledger/records';
import { parseIsoDate, type CalendarDate } from '../../src/base/calendar';
import { comparePlans } from '../../src/plan/compare';
import { parsePlan } from '../../src/plan/parse';
import type { Plan } from '../../src/plan/plan';
import { AT, report } from './builders';

const AS_OF = parseIsoDate('2023-07-01') as CalendarDate;

function plan(...measures: readonly string[]): Plan {
  return parsePlan(
    ['江口市2023年工作要点', ...measures.map((text, index) => `${index + 1}. ${text}`)].join('\n'),
  );
}

const BEFORE = plan(
  '修订政府工作规则，完善重大行政决策程序。（市政府办公室牵头，2023年6月底前完成）',
  '清理规范性文件。（市司法局牵头，2023年9月底前完成）',
  '建设执法监督平台。（市司法局牵头，2023年12月底前完成）',
  '开展执法人员轮训。（市委党校牵头，2023年12月底前完成）',
);
/** One put in, one struck out, one reworded, one to another unit and a later day. */
const AFTER = plan(
  '修订政府工作规则，完善重大行政决策的程序和责任。（市政府办公室牵头，2023年6月底前完成）',
  '编制权责清单。（市委编办牵头，2023年8月底前完成）',
  '建设执法监督平台。（市大数据局牵头，2024年6月底前完成）',
  '清理规范性文件。（市司法局牵头，2023年9月底前完成）',
);

function ledgerWith(reports: readonly (readonly [measure: number, unit: string])[]): Ledger {
  const empty = createLedger(BEFORE, initialDirectory(BEFORE), defaultSettings(AS_OF));
  return importReturns(
    empty,
    reports.map(([measure, unit]) => ({
      office: unit,
      period: '2023Q2' as PeriodCode,
      file: `${unit}.xlsx`,
      sha256: `${measure}`,
      returnedOn: AS_OF,
      verdict: 'accepted',
      findings: 0,
      reports: [{ measure, report: report({ status: 'inProgress', progress: `第${measure}项的进展` }) }],
    })),
    AT,
  ).ledger;
}

describe('a plan and its revision', () => {
  const comparison = comparePlans(BEFORE, AFTER);

  test('show what was added, removed and changed', () => {
    expect(comparison.added.map(({ no, text }) => [no, text])).toEqual([[2, '编制权责清单。']]);
    expect(comparison.removed.map(({ no, text }) => [no, text])).toEqual([[4, '开展执法人员轮训。']]);
    expect(comparison.changed.map(({ before, after, fields }) => [before.no, after.no, fields])).toEqual([
      [1, 1, ['text']],
      [2, 4, ['no']],
      [3, 3, ['units', 'deadline']],
    ]);
    expect([...comparison.numbers]).toEqual([
      [1, 1],
      [2, 4],
      [3, 3],
    ]);
  });

  test('that say the same differ in nothing', () => {
    const { added, removed, changed } = comparePlans(BEFORE, BEFORE);
    expect([added, removed, changed]).toEqual([[], [], []]);
  });

  test('of two measures with the same words each goes with one', () => {
    const twice = plan('开展培训。（市财政局牵头）', '开展培训。（市教育局牵头）');
    expect([...comparePlans(twice, twice).numbers]).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('a ledger that goes on with the revision', () => {
  const ledger = ledgerWith([
    [1, '市政府办公室'],
    [2, '市司法局'],
    [4, '市委党校'],
  ]);
  const adopted = adoptPlan(ledger, AFTER, AT).ledger;

  test('keeps every entry, each with its measure', () => {
    expect(
      adopted.entries.map((entry) => (entry.kind === 'report' ? [entry.measure, entry.report.progress] : [])),
    ).toEqual([
      [1, '第1项的进展'],
      [4, '第2项的进展'],
      [100_004, '第4项的进展'],
    ]);
    const standing = foldLedger(adopted).measures.map(({ measure, report: own }) => [
      measure,
      own?.progress ?? null,
    ]);
    expect(standing).toEqual([
      [1, '第1项的进展'],
      [2, null],
      [3, null],
      [4, '第2项的进展'],
    ]);
  });

  test('keeps what the clerk entered of the units, adds the new ones, drops those that never reported', () => {
    const { units } = ledger.directory;
    const known = {
      ...ledger,
      directory: {
        ...ledger.directory,
        units: units.map((unit) => ({ ...unit, contact: `${unit.name}张三` })),
      },
    };
    const after = adoptPlan(
      known,
      plan('编制权责清单。（市委编办牵头）', '修订政府工作规则。（市政府办公室牵头）'),
      AT,
    ).ledger;
    expect(after.directory.units.map(({ name, contact }) => [name, contact])).toEqual([
      ['市政府办公室', '市政府办公室张三'],
      ['市司法局', '市司法局张三'],
      ['市委党校', '市委党校张三'],
      ['市委编办', ''],
    ]);
    const unreported = adoptPlan(ledgerWith([]), AFTER, AT).ledger.directory.units.map(({ name }) => name);
    expect(unreported).toEqual(['市政府办公室', '市司法局', '市委编办', '市大数据局']);
  });

  test('a second revision touches nothing that was struck out before, and puts nothing in its place', () => {
    const again = adoptPlan(adopted, BEFORE, AT).ledger;
    const third = adoptPlan(again, AFTER, AT).ledger;
    const numbers = (of: Ledger): readonly number[] =>
      of.entries.flatMap((entry) => (entry.kind === 'report' ? [entry.measure] : []));
    expect(numbers(again)).toEqual([1, 2, 100_004]);
    expect(numbers(third)).toEqual([1, 4, 100_004]);
  });

  test('acts of the office and divided measures follow too', () => {
    const act = { batch: 'B0009', at: AT, unit: '市司法局', period: '2023Q2' as PeriodCode, on: AS_OF };
    const acts: readonly Entry[] = [
      { ...act, id: 91, kind: 'verification', measure: 2, verification: 'closed', reason: '' },
      {
        ...act,
        id: 92,
        kind: 'extension',
        measure: 3,
        decision: 'pending',
        oldDeadline: AS_OF,
        newDeadline: AS_OF,
        reason: '',
      },
      {
        ...act,
        id: 93,
        kind: 'letter',
        letter: 'supervision',
        stage: 'first',
        year: 2023,
        serial: 1,
        office: '市司法局',
        measures: [2, 4],
      },
      { id: 94, batch: 'B0010', at: AT, kind: 'undo', undone: 'B0008' },
    ];
    const units = ledger.directory.units.map((unit) => ({
      ...unit,
      splits: [{ office: '市大数据局', measures: [2] }],
    }));
    const acted = {
      ...ledger,
      entries: [...ledger.entries, ...acts],
      directory: { ...ledger.directory, units },
    };
    const after = adoptPlan(acted, AFTER, AT).ledger;
    expect(after.entries.slice(-4)).toMatchObject([
      { measure: 4 },
      { measure: 3 },
      { measures: [4, 100_004] },
      { undone: 'B0008' },
    ]);
    expect(after.directory.units[0]?.splits).toEqual([{ office: '市大数据局', measures: [4] }]);
  });

  test('groups keep the members that were ticked, new ones begin as in a new ledger', () => {
    const grouped = plan('开展自查。（各镇人民政府负责）', '清理文件。（市司法局负责）');
    const start = createLedger(grouped, initialDirectory(grouped), defaultSettings(AS_OF));
    const groups = [{ name: '各镇人民政府', members: ['市司法局'] }];
    const ticked = { ...start, directory: { ...start.directory, groups } };
    const next = plan(
      '开展自查。（各镇人民政府负责）',
      '清理文件。（市司法局负责）',
      '报送总结。（市直各部门负责）',
    );
    expect(adoptPlan(ticked, next, AT).ledger.directory.groups).toEqual([
      ...groups,
      { name: '市直各部门', members: ['市司法局'] },
    ]);
  });

  test('says so in the log', () => {
    expect(adopted.log.at(-1)).toMatchObject({
      action: 'adoptPlan',
      at: AT,
      detail: '增加 1 项（第2项），取消 1 项（第4项），调整 3 项',
    });
  });
});
