import {
  asClause,
  asPrinted,
  gist,
  measuresList,
  planNames,
  sentencesOf,
  share,
  shortDate,
  shortened,
  unitsList,
} from '../../src/documents/wording';
import { isGovernmentDepartment } from '../../src/plan/units/unit-nature';
import { day, SMALL_PLAN } from '../ledger/builders';

describe('the words of official papers', () => {
  test.each([
    [
      'half-width signs become full-width',
      '建立目录清单,实行动态调整;并公开',
      '建立目录清单，实行动态调整；并公开',
    ],
    ['brackets too', '县(市、区)', '县（市、区）'],
    ['but not within figures', '共1,200件,比例3:1', '共1,200件，比例3:1'],
    ['spaces beside Chinese go', '走访 24 家 单位', '走访24家单位'],
    ['spaces between Latin words stay', '见 Open Data 平台', '见Open Data平台'],
  ])('as printed: %s', (_, text, printed) => expect(asPrinted(text)).toBe(printed));

  test.each([
    ['the full stop goes', '已印发实施。', '已印发实施'],
    ['lines become one sentence, their numbers gone', '1.已印发；\n2、已培训。', '已印发；已培训'],
    ['a number that belongs to the text stays', '2.5万人受益', '2.5万人受益'],
    ['nothing said stays nothing', ' 。\n', ''],
  ])('as a clause: %s', (_, text, clause) => expect(asClause(text)).toBe(clause));

  test('lists', () => {
    expect(unitsList(['甲局', '乙局', '丙局'])).toBe('甲局、乙局、丙局');
    expect(unitsList(['甲局', '乙局', '丙局'], 2)).toBe('甲局、乙局等3个单位');
    expect(measuresList([12, 3])).toBe('第3、12项');
  });

  test.each([
    ['stops and semicolons end a sentence', '已印发方案。共3批；已公开', ['已印发方案', '共3批', '已公开']],
    [
      'not within quotation marks',
      '推进“放管服；一网通办。”改革。完成',
      ['推进“放管服；一网通办。”改革', '完成'],
    ],
    ['nor within brackets, closed or not', '目录（含子项；共3批。', ['目录（含子项；共3批。']],
    ['a bracket too many changes nothing', '目录）已印发。完成', ['目录）已印发', '完成']],
    ['nothing has no sentence', '。；', []],
  ])('sentences: %s', (_, text, sentences) => expect(sentencesOf(text)).toEqual(sentences));

  test.each([
    ['what has room stays whole', '已印发方案，共3批', 20, '已印发方案，共3批'],
    [
      'clauses that have no room go',
      '全市已印发实施方案并公开，共3批，另有2批',
      18,
      '全市已印发实施方案并公开，共3批',
    ],
    ['a comma in quotation marks is no end', '全市已推进“甲事项，乙事项”落地见效', 12, null],
    [
      'nor is a clause that leads on to the next',
      '各县区已印发实施方案，按照市政府的统一要求，组织开展培训三期',
      24,
      '各县区已印发实施方案',
    ],
    ['a beginning that says too little is none', '目前，全市各县区已经先后印发实施方案', 10, null],
  ])('shortened: %s', (_, text, most, short) => expect(shortened(text, most)).toBe(short));

  test('what a measure is about: its first sentence, or as much as has room', () => {
    expect(gist('建立目录清单,实行动态调整。向社会公布。', 40)).toBe('建立目录清单，实行动态调整');
    expect(gist('建立行政审批事项目录清单,实行动态调整。', 14)).toBe('建立行政审批事项目录清单');
    expect(gist('建立行政审批事项目录清单和办事指南', 8)).toBe('建立行政审批事项……');
  });

  test('figures', () => {
    expect(share(1, 3)).toBe('33.3%');
    expect(share(2, 2)).toBe('100%');
    expect(share(0, 0)).toBe('—');
    expect(shortDate(day('2016-12-31'))).toBe('2016.12.31');
  });

  test('a plan is named in full, then in short', () => {
    expect(planNames(SMALL_PLAN)).toEqual({
      full: '《某市法治政府建设实施方案（2016—2020年）》',
      short: '《实施方案》',
      place: '某市',
      subject: '法治政府建设',
      item: '措施',
    });
    expect(planNames({ ...SMALL_PLAN, title: '优化营商环境行动方案', years: { from: 0, to: 0 } })).toEqual({
      full: '《优化营商环境行动方案》',
      short: '《行动方案》',
      place: '',
      subject: '优化营商环境',
      item: '措施',
    });
  });

  test.each([
    ['江口市2024年政府工作要点', '《工作要点》', '江口市', '政府', '任务'],
    [
      '江口市关于中央环保督察反馈意见的整改方案',
      '《整改方案》',
      '江口市',
      '中央环保督察反馈意见',
      '整改任务',
    ],
    ['某某大学2024—2025年重点任务清单', '《重点任务清单》', '', '某某大学', '任务'],
    ['2024年工作要点', '《工作要点》', '', '重点工作', '任务'],
    ['某某集团安全生产专项行动方案', '《行动方案》', '', '某某集团安全生产专项', '措施'],
  ])('%s has words of its own', (title, short, place, subject, item) => {
    const names = planNames({ ...SMALL_PLAN, title, years: { from: 0, to: 0 } });
    expect(names).toMatchObject({ short, place, subject, item });
  });

  test.each([
    ['市财政局', true],
    ['市发展和改革委员会', true],
    ['市住建委', true],
    ['市公务员局', true],
    ['市人大常委会法工委', false],
    ['市人民检察院', false],
    ['荆门仲裁委员会秘书处', false],
    ['市委组织部', false],
    ['市编办', false],
    ['市纪委监委', false],
  ])('%s is a government department: %s', (name, answer) =>
    expect(isGovernmentDepartment(name)).toBe(answer),
  );
});
