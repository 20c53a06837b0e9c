import { leadUnitsOf, parsePlan } from '../../src/plan/parse';
import type { Measure, RemarkCode } from '../../src/plan/plan';
import { JINGMEN, placedText, squeeze, withoutLayout } from './support';

const plan = parsePlan(JINGMEN);

function measure(no: number): Measure {
  const found = plan.measures.find((one) => one.no === no);
  if (!found) throw new Error(`no measure ${no}`);
  return found;
}

function remarked(code: RemarkCode): readonly (number | null)[] {
  return plan.remarks.filter((remark) => remark.code === code).map(({ no }) => no);
}

describe('the plan as issued', () => {
  test('title, years and an id that does not change', () => {
    expect(plan.title).toBe('荆门市法治政府建设实施方案');
    expect(plan.years).toEqual({ from: 2016, to: 2020 });
    expect(plan.id).toBe('6907b1db');
    expect(plan.text).toBe(JINGMEN);
  });

  test('140 measures, 1 to 140, each the issued line word for word', () => {
    const lines = JINGMEN.split('\n').filter((line) => /^\(\d+\)/.test(line));
    expect(plan.measures.map(({ no }) => no)).toEqual(Array.from({ length: 140 }, (_, index) => index + 1));
    expect(plan.measures.map(({ no, text, clause }) => squeeze(`(${no})${text}${clause}`))).toEqual(
      lines.map(squeeze),
    );
  });

  test('sections, in the order of the text', () => {
    expect(plan.sections.map(({ no, measures }) => [no, measures])).toEqual([
      ['(一)', 49],
      ['(二)', 7],
      ['(三)', 14],
      ['(四)', 18],
      ['(五)', 16],
      ['(六)', 14],
      ['(七)', 5],
      ['三', 17],
    ]);
    expect(plan.sections.at(-2)?.title).toBe('全面提高依法行政能力');
    expect(plan.sections.at(-1)?.title).toBe('组织保障和落实机制');
  });

  test('40 tasks; 36 to 40 stand directly under part 三', () => {
    const tasks = new Map(plan.measures.map(({ taskNo, task, section }) => [taskNo, { task, section }]));
    expect([...tasks.keys()]).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(tasks.get(1)).toEqual({ task: '深化行政审批制度改革', section: '(一)' });
    expect([36, 37, 38, 39, 40].map((no) => tasks.get(no)?.section)).toEqual(['三', '三', '三', '三', '三']);
  });

  test.each([
    ['2016-12-31', 40],
    ['2017-12-31', 69],
    ['2018-12-31', 28],
    [null, 3],
  ])('deadline %s: %i measures', (deadline, count) => {
    expect(plan.measures.filter((one) => one.deadline === deadline)).toHaveLength(count);
  });

  test('33 lead units in the order of first mention', () => {
    const units = leadUnitsOf(plan);
    expect(units).toHaveLength(33);
    expect(units.slice(0, 4)).toEqual(['市编办', '市行政审批局', '市人社局', '市人大常委会法工委']);
    const count = (unit: string): number =>
      plan.measures.filter((one) => one.leadUnits.includes(unit)).length;
    expect(['市政府办公室', '市政府法制办', '市编办'].map(count)).toEqual([30, 28, 14]);
  });

  test('125 has two lead units, 127 and 128 a group, 129 no date', () => {
    expect(measure(125).leadUnits).toEqual(['市委办公室', '市政府办公室']);
    expect([measure(127), measure(128)].map(({ leadUnits, leadGroup }) => [leadUnits, leadGroup])).toEqual([
      [[], '各牵头单位'],
      [[], '各责任单位'],
    ]);
    expect(measure(129)).toMatchObject({ leadUnits: ['市政府法制办'], deadline: null, deadlineKind: 'none' });
    expect(
      plan.measures.every(({ supportUnits, milestones }) => supportUnits.length + milestones.length === 0),
    ).toBe(true);
  });

  test.each<[RemarkCode, readonly (number | null)[]]>([
    ['missingCompletionWord', [85, 87]],
    ['responsibleUnitLabel', [89]],
    ['commaBeforeDeadline', [110, 111, 112]],
    ['fullStopInClause', [110, 128]],
    ['noDeadline', [127, 128, 129]],
    ['unitGroup', [127, 128]],
    ['severalLeadUnits', [125]],
    ['strayWhitespace', [null, 105, 122]],
    ['innerBrackets', [2, 17, 33, 40, 71, 73, 88, 95, 114, 121, 125, 126, 129, 130, 131, 134]],
  ])('odd clauses are remarked: %s', (code, numbers) => {
    expect(remarked(code)).toEqual(numbers);
  });

  test('no other remark: nothing in this plan is a doubtful reading', () => {
    expect(new Set(plan.remarks.map(({ code }) => code)).size).toBe(9);
    expect(plan.remarks[0]).toEqual({
      no: null,
      code: 'strayWhitespace',
      found: '(七) 全面提高依法行政能力',
    });
  });

  test('every character is in a heading, a measure or the rest', () => {
    expect(placedText(plan)).toBe(squeeze(JINGMEN));
    expect(plan.rest.map(({ text }) => text.slice(0, 6))).toEqual(['为贯彻落实中', '紧紧围绕建设']);
    expect(plan.headings).toHaveLength(52);
  });
});

function fullWidth(text: string): string {
  const signs: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；' };
  return text.replace(/[(),:;]/g, (sign) => signs[sign] ?? sign).replace(/(\d)\./g, '$1．');
}

function wrapped(width: number, indent: string): string {
  const lines = JINGMEN.split('\n').map((line) => indent + line);
  return lines.map((line) => line.replace(new RegExp(`(.{${width}})`, 'gu'), '$1\n')).join('\n');
}

describe('the same plan, however it arrives', () => {
  test.each([
    ['with Windows line breaks', JINGMEN.replace(/\n/g, '\r\n')],
    ['with a blank line and an indent before each paragraph', JINGMEN.replace(/^/gm, '\n　　')],
    ['as one line', JINGMEN.replace(/\n/g, '')],
    ['as one line, a space for each break', JINGMEN.replace(/\n/g, ' ')],
    ['wrapped at 32 characters, as copied from a PDF', wrapped(32, '')],
    ['wrapped at 28 characters with indents', wrapped(28, '　　')],
    ['with a byte order mark', `\ufeff${JINGMEN}`],
  ])('%s', (_how, text) => {
    const other = parsePlan(text);
    expect(other.id).toBe(plan.id);
    expect(withoutLayout(other).measures).toEqual(withoutLayout(plan).measures);
    expect(other.sections).toEqual(plan.sections);
    expect(placedText(other)).toBe(squeeze(text.replace('\ufeff', '')));
  });

  test('with full-width punctuation the words stay full-width, the reading is the same', () => {
    const other = parsePlan(fullWidth(JINGMEN));
    const reading = ({ no, taskNo, leadUnits, leadGroup, deadline }: Measure) => [
      no,
      taskNo,
      leadUnits,
      leadGroup,
      deadline,
    ];
    expect(other.id).toBe(plan.id);
    expect(other.measures.map(reading)).toEqual(plan.measures.map(reading));
    expect(other.measures[0]?.clause).toBe('（牵头单位：市编办。2016年底完成）');
    expect(other.sections[0]?.no).toBe('（一）');
  });
});
