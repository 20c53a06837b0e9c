import fc from 'fast-check';
import { parseIsoDate, type CalendarDate } from '../../src/base/calendar';
import { PlanParseError } from '../../src/plan/plan-errors';
import { parsePlan } from '../../src/plan/parse';
import { printPlan } from '../../src/plan/text/print-plan';
import type { Measure, Plan } from '../../src/plan/plan';
import { placedText, squeeze, withoutLayout } from './support';

/** Everything a plan is made of, in any order: no such text may break the parser or lose a character. */
const SHREDS = [
  ...['一、', '二、', '（一）', '(二)', '1.', '2．', '3、', '（1）', '(2)', '①', '②', '第一部分', '1.1'],
  ...['。', '，', '；', '、', '：', '\n', '\n\n', ' ', '　', '（', '）', '(', ')', '“', '”', '《', '》'],
  ...[
    '牵头单位：',
    '责任单位：',
    '配合单位:',
    '完成时限：',
    '责任人：',
    '牵头',
    '配合',
    '负责',
    '由',
    '会同',
    '等',
  ],
  ...[
    '市财政局',
    '县教育局',
    '各县（市、区）政府',
    '市直有关部门',
    '（市财政局牵头）',
    '（责任单位：市税务局）',
  ],
  ...[
    '2020年底',
    '6月底前',
    '2020年2月30日',
    '每年第一季度',
    '长期坚持',
    '2019年',
    '完成',
    '（2016—2020年）',
  ],
  ...['推进改革', '加强培训', '某市实施方案', '工作要点', '5', '％', 'ABC', '𠮷'],
] as const;
const soup = fc.array(fc.constantFrom(...SHREDS), { maxLength: 60 }).map((shreds) => shreds.join(''));

function parsed(text: string): Plan | undefined {
  try {
    return parsePlan(text);
  } catch (error) {
    if (error instanceof PlanParseError) return undefined;
    throw error;
  }
}

describe('any text', () => {
  test('nothing is lost, nothing is placed twice', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const plan = parsed(text);
        if (plan) expect(placedText(plan)).toBe(squeeze(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('measures keep the order of the text, their numbers rise, each has a section that counts it', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const measures = parsed(text)?.measures ?? [];
        const rising = (values: readonly number[]): boolean =>
          values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
        expect(rising(measures.map(({ no }) => no))).toBe(true);
        expect(rising(measures.map(({ source }) => source.start))).toBe(true);
        for (const { no, measures: count } of parsed(text)?.sections ?? []) {
          expect(measures.filter(({ section }) => section === no)).toHaveLength(count);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const unit = fc.constantFrom(
  '市财政局',
  '市发展和改革委员会',
  '市教育局',
  '市委宣传部',
  '市卫健委',
  '市直有关部门',
);
const units = fc.uniqueArray(unit, { minLength: 1, maxLength: 3 });
const day = fc
  .record({ year: fc.integer({ min: 2016, max: 2020 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}年${month}月底前`);
const clause = fc.oneof(
  fc
    .record({ lead: units, until: day })
    .map(({ lead, until }) => `（牵头单位：${lead.join('、')}。${until}完成）`),
  fc
    .record({ lead: unit, others: units })
    .map(({ lead, others }) => `（${lead}牵头，${others.join('、')}配合）`),
  units.map((all) => `〔责任单位：${all.join('、')}；完成时限：长期坚持〕`),
  fc
    .record({ all: units, until: day })
    .map(({ all, until }) => `（${until}，${all.join('、')}按职责分工负责）`),
  fc.record({ lead: unit, until: day }).map(({ lead, until }) => `\n牵头单位：${lead}\n完成时限：${until}`),
);
const body = fc
  .array(
    fc.constantFrom(
      '推进县（市、区）改革',
      '落实“一岗双责”',
      '完善制度',
      '建成5个中心',
      '做到应改尽改、不留死角',
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => `${parts.join('，')}。`);
const measure = fc.record({ body, clause });
const task = fc.record({
  title: fc.constantFrom('深化改革', '加强培训', '完善保障'),
  measures: fc.array(measure, { minLength: 1, maxLength: 4 }),
});
const section = fc.record({
  title: fc.constantFrom('主要任务', '组织保障'),
  tasks: fc.array(task, { minLength: 1, maxLength: 3 }),
});
const document = fc.array(section, { minLength: 1, maxLength: 3 }).map((sections) => {
  const measures: { readonly body: string; readonly clause: string }[] = [];
  const lines = sections.flatMap(({ title, tasks }, index) => [
    `${'一二三'.charAt(index)}、${title}`,
    ...tasks.flatMap((one, taskIndex) => [
      `（${'一二三'.charAt(taskIndex)}）${one.title}`,
      ...one.measures.map((own, measureIndex) => {
        measures.push(own);
        return `${measureIndex + 1}．${own.body}${own.clause}`;
      }),
    ]),
  ]);
  const head = ['某市依法行政工作实施方案', '（2016—2020年）', '为推进依法行政，制定本方案。'];
  return { text: [...head, ...lines].join('\n'), measures };
});

describe('a plan of the usual build', () => {
  test('every measure is found, in order and word for word', () => {
    fc.assert(
      fc.property(document, ({ text, measures }) => {
        const plan = parsePlan(text);
        expect(plan.measures.map((one) => one.text)).toEqual(measures.map((one) => one.body));
        expect(plan.measures.map((one) => one.clause)).toEqual(measures.map((one) => one.clause.trim()));
        expect(plan.measures.map((one) => one.writtenNo)).toEqual(
          plan.measures.map(({ writtenNo }) => writtenNo),
        );
        expect(placedText(plan)).toBe(squeeze(text));
      }),
    );
  });

  test('printed, it reads as the same plan, and prints the same again', () => {
    fc.assert(
      fc.property(document, ({ text }) => {
        const plan = parsePlan(text);
        const printed = printPlan(plan);
        expect(withoutLayout(parsePlan(printed))).toEqual(withoutLayout(plan));
        expect(printPlan(parsePlan(printed))).toBe(printed);
      }),
    );
  });

  test('as one line it holds the same measures', () => {
    fc.assert(
      fc.property(document, ({ text }) => {
        const reading = ({
          text: own,
          leadUnits,
          leadGroup,
          supportUnits,
          deadline,
          deadlineKind,
        }: Measure) => [own, leadUnits, leadGroup, supportUnits, deadline, deadlineKind] as const;
        const glued = parsePlan(text.replace(/\n(?!牵头|完成)/g, '').replace(/\n/g, ' '));
        expect(glued.measures.map(reading)).toEqual(parsePlan(text).measures.map(reading));
      }),
    );
  });

  const edit = fc.record({
    leadUnits: fc.uniqueArray(fc.constantFrom('市司法局', '市审计局', '市发展和改革委员会'), {
      minLength: 1,
      maxLength: 3,
    }),
    supportUnits: fc.uniqueArray(fc.constantFrom('市统计局', '各县（市、区）政府'), { maxLength: 2 }),
    deadlineKind: fc.constantFrom('date' as const, 'openEnded' as const, 'none' as const),
    deadline: fc.constantFrom('2018-06-30', '2019-12-31').map((text) => parseIsoDate(text) as CalendarDate),
  });

  test('units and dates set by hand are printed and read back', () => {
    fc.assert(
      fc.property(document, edit, fc.nat(), ({ text }, change, pick) => {
        const plan = parsePlan(text);
        const at = pick % plan.measures.length;
        const deadline = change.deadlineKind === 'date' ? change.deadline : null;
        const edited = { ...change, deadline, leadGroup: null, milestones: [] };
        const measures = plan.measures.map((one, index) => (index === at ? { ...one, ...edited } : one));
        const again = parsePlan(printPlan({ ...plan, measures }));
        expect(again.measures[at]).toMatchObject(edited);
        expect(again.measures).toHaveLength(measures.length);
      }),
    );
  });
});
