import fc from 'fast-check';
import type { CalendarDate } from '../../src/base/calendar';
import { editPlan, type PlanEdit } from '../../src/plan/edit';
import { parsePlan } from '../../src/plan/parse';
import type { Measure, Plan } from '../../src/plan/plan';
import { JINGMEN, placedText, squeeze } from './support';

const TEXT = [
  '江口市2023年工作要点',
  '一、主要任务',
  '1.建设平台。完善制度。（市财政局牵头，市税务局配合，2023年6月底前完成）',
  '2.开展培训。（市委党校负责，2023年9月底前完成）',
  '3.清理文件。',
  '4.评查案卷。',
  '牵头单位：市司法局',
  '二、组织保障',
  '5.加强督查。（市政府办公室负责）',
].join('\n');
const PLAN = parsePlan(TEXT);

function says({ text, leadUnits, leadGroup, supportUnits, deadline, deadlineKind }: Measure): string {
  const support = supportUnits.length === 0 ? '' : ` with ${supportUnits.join('、')}`;
  return `${text} ${[...leadUnits, ...(leadGroup === null ? [] : [leadGroup])].join('、')}${support} ${deadline ?? deadlineKind}`;
}

function edited(edit: PlanEdit): readonly string[] | undefined {
  const plan = editPlan(PLAN, edit);
  if (plan === undefined) return undefined;
  expect(parsePlan(plan.text)).toEqual(plan);
  expect(placedText(plan)).toBe(squeeze(plan.text));
  return plan.measures.map(says);
}

const AS_IT_WAS = [
  '建设平台。完善制度。 市财政局 with 市税务局 2023-06-30',
  '开展培训。 市委党校 2023-09-30',
  '清理文件。  none',
  '评查案卷。 市司法局 none',
  '加强督查。 市政府办公室 none',
];

test.each<[string, PlanEdit, readonly (readonly [index: number, count: number, ...now: string[]])[]]>([
  [
    'a unit',
    { kind: 'set', no: 2, change: { leadUnits: ['市委组织部', '市委党校'] } },
    [[1, 1, '开展培训。 市委组织部、市委党校 2023-09-30']],
  ],
  [
    'a day',
    { kind: 'set', no: 2, change: { deadline: '2023-12-31' as CalendarDate, deadlineKind: 'date' } },
    [[1, 1, '开展培训。 市委党校 2023-12-31']],
  ],
  [
    'no day at all',
    { kind: 'set', no: 1, change: { deadline: null, deadlineKind: 'openEnded', milestones: [] } },
    [[0, 1, '建设平台。完善制度。 市财政局 with 市税务局 openEnded']],
  ],
  [
    'the unit of one that shares its clause with another',
    { kind: 'set', no: 3, change: { leadUnits: ['市档案馆'] } },
    [[2, 1, '清理文件。 市档案馆 none']],
  ],
  [
    'words',
    { kind: 'set', no: 5, change: { text: '加强督查考核。' } },
    [[4, 1, '加强督查考核。 市政府办公室 none']],
  ],
  [
    'one becomes two',
    { kind: 'split', no: 1, at: 5 },
    [[0, 1, '建设平台。 市财政局 with 市税务局 2023-06-30', '完善制度。 市财政局 with 市税务局 2023-06-30']],
  ],
  [
    'two become one',
    { kind: 'join', no: 1 },
    [[0, 2, '建设平台。完善制度。开展培训。 市财政局、市委党校 with 市税务局 2023-09-30']],
  ],
])('%s, and nothing else changes', (_what, edit, changes) => {
  const expected = [...AS_IT_WAS];
  for (const [index, count, ...now] of changes) expected.splice(index, count, ...now);
  expect(edited(edit)).toEqual(expected);
});

test.each<[string, PlanEdit]>([
  ['a measure that is not there', { kind: 'join', no: 99 }],
  ['the last with a next', { kind: 'join', no: 5 }],
  ['across a heading', { kind: 'join', no: 4 }],
  ['at its beginning', { kind: 'split', no: 2, at: 0 }],
  ['at its end', { kind: 'split', no: 2, at: 5 }],
])('what cannot be done is not: %s', (_what, edit) => {
  expect(editPlan(PLAN, edit)).toBeUndefined();
});

test('of two that are joined both groups and the later day hold', () => {
  const plan = parsePlan(
    '江口市2023年工作要点\n1.开展自查。（各镇人民政府负责，2023年9月底前完成）\n2.开展互查。（市直各部门负责，市司法局配合，2023年6月底前完成）',
  );
  expect(editPlan(plan, { kind: 'join', no: 1 })?.measures.map(says)).toEqual([
    '开展自查。开展互查。 各镇人民政府、市直各部门 with 市司法局 2023-09-30',
  ]);
});

test('an edit that no text can say changes nothing', () => {
  const text = '开展培训。（市财政局负责）\n9.另一项。';
  expect(editPlan(PLAN, { kind: 'set', no: 2, change: { text } })).toBeUndefined();
});

describe('the Jingmen plan', () => {
  const jingmen = parsePlan(JINGMEN);

  test('any measure can be given other units and another day, and the rest stays word for word', () => {
    const measure = fc.constantFrom(...jingmen.measures);
    const units = fc.uniqueArray(fc.constantFrom('市司法局', '市审计局', '市发改委'), { minLength: 1 });
    fc.assert(
      fc.property(measure, units, ({ no }, leadUnits) => {
        const change = {
          leadUnits,
          leadGroup: null,
          deadline: '2019-06-30' as CalendarDate,
          deadlineKind: 'date' as const,
        };
        const plan = editPlan(jingmen, { kind: 'set', no, change }) as Plan;
        expect(plan.measures[no - 1]).toMatchObject(change);
        const others = ({ measures }: Plan): readonly string[] =>
          measures.filter((one) => one.no !== no).map(({ text, clause }) => squeeze(text + clause));
        expect(others(plan)).toEqual(others(jingmen));
      }),
      { numRuns: 5 },
    );
  });
});
