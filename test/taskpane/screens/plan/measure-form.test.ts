import { calendarDate, type CalendarDate } from '../../../../src/base/calendar';
import { editPlan } from '../../../../src/plan/edit';
import { parsePlan } from '../../../../src/plan/parse';
import type { Measure } from '../../../../src/plan/plan';
import {
  changeIn,
  formOf,
  sentenceEnds,
  type MeasureForm,
} from '../../../../src/taskpane/screens/plan/measure-form';

const PLAN = parsePlan(
  '江口市2023年工作要点\n1.建设平台。完善制度。（市财政局牵头，市税务局配合，2023年6月底前完成）\n2.通报用能。（市机关事务中心负责，每季度一次）',
);
const [DATED, RECURRING] = PLAN.measures as readonly [Measure, Measure];
const LATER = calendarDate(2023, 9, 30) as CalendarDate;

test.each<[string, Measure, Partial<MeasureForm>, ReturnType<typeof changeIn>]>([
  ['nothing typed', DATED, {}, null],
  ['other words', DATED, { text: ' 建设平台。' }, { text: '建设平台。' }],
  ['no words at all are no change', DATED, { text: ' ' }, null],
  [
    'units with any separator',
    DATED,
    { leadUnits: '市发改委，市财政局' },
    { leadUnits: ['市发改委', '市财政局'] },
  ],
  ['no supporting unit', DATED, { supportUnits: '' }, { supportUnits: [] }],
  ['a group', DATED, { leadGroup: '各县区' }, { leadGroup: '各县区' }],
  ['another day', DATED, { deadline: LATER }, { deadline: LATER, deadlineKind: 'date', milestones: [] }],
  [
    'no end',
    DATED,
    { deadlineKind: 'openEnded' },
    { deadline: null, deadlineKind: 'openEnded', milestones: [] },
  ],
  ['a day of which nothing is typed yet', RECURRING, { deadlineKind: 'date' }, null],
])('%s', (_what, measure, typed, expected) => {
  expect(changeIn({ ...formOf(measure), ...typed }, measure)).toEqual(expected);
});

test('what is typed is what the plan then says', () => {
  const typed: MeasureForm = {
    text: '建成平台。',
    leadUnits: '市发改委',
    leadGroup: '各县（市、区）人民政府',
    supportUnits: '市审计局、市税务局',
    deadline: LATER,
    deadlineKind: 'date',
  };
  const change = changeIn(typed, DATED);
  const edited = change && editPlan(PLAN, { kind: 'set', no: 1, change });
  expect(formOf(edited?.measures[0] as Measure)).toEqual(typed);
});

test.each([
  ['一句。', []],
  ['一句。两句。', [3]],
  ['甲；乙；丙', [2, 4]],
])('%s can be split at %j', (text, positions) => {
  expect(sentenceEnds(text)).toEqual(positions);
});
