import { leadUnitsOf, parsePlan } from '../../src/plan/parse';
import { placeOf, withoutPlace } from '../../src/plan/units/place';
import { KNOWN_UNITS } from '../../src/plan/units/unit-names';
import { knownUnit, matchUnit } from '../../src/plan/units/units';
import { JINGMEN } from './support';

const plan = parsePlan(JINGMEN);
const place = placeOf(plan);
const names = leadUnitsOf(plan);
const candidates = names.map((name) => ({ name, ...knownUnit(name, place) }));

test('every lead unit of the plan is known, and no other', () => {
  expect(new Set(KNOWN_UNITS.keys())).toEqual(new Set(names.map((name) => withoutPlace(name, place))));
  expect(knownUnit('市体育局', place)).toEqual({ shortNames: [], successor: null });
});

test('successors take over with the reform', () => {
  expect(knownUnit('市政府法制办', place).successor).toEqual({ name: '市司法局', from: '2019-01-01' });
  expect(knownUnit('市财政局', place).successor).toBeNull();
});

test('every unit is found by its own name and by each of its short names', () => {
  for (const { name, shortNames } of candidates) {
    expect(matchUnit(name, candidates, place)).toEqual({ unit: name, how: 'exact' });
    for (const short of shortNames) expect(matchUnit(short, candidates, place)).toMatchObject({ unit: name });
  }
});

describe('whose name is it', () => {
  test.each([
    ['市财政局', '市财政局', 'exact'],
    [' 市 财政局　', '市财政局', 'exact'],
    ['荆门市财政局', '市财政局', 'exact'],
    ['中共荆门市委组织部', '市委组织部', 'exact'],
    ['“市财政局”。', '市财政局', 'exact'],
    ['财政局', '市财政局', 'shortName'],
    ['荆门市人力资源和社会保障局', '市人社局', 'shortName'],
    ['市人力资源社会保障局', '市人社局', 'shortName'],
    ['市委机构编制委员会办公室', '市编办', 'shortName'],
    ['市发展和改革委员会', '市发改委', 'shortName'],
    ['市发展改革委', '市发改委', 'shortName'],
    ['荆门市人民政府办公室', '市政府办公室', 'shortName'],
    ['市府办', '市政府办公室', 'shortName'],
    ['市委办', '市委办公室', 'shortName'],
    ['市法制办', '市政府法制办', 'shortName'],
    ['市人民政府法制办公室', '市政府法制办', 'shortName'],
    ['市食品药品监督管理局', '市食药监局', 'shortName'],
    ['市安全生产监督管理局', '市安监局', 'shortName'],
    ['市纪委', '市纪委监察局', 'shortName'],
    ['荆门仲裁委', '荆门仲裁委员会秘书处', 'shortName'],
    ['市司法局', '市司法局', 'exact'],
    ['市生态环境局', '市环保局', 'successor'],
    ['荆门市农业农村局', '市经管局', 'successor'],
    ['市纪委监委', '市纪委监察局', 'successor'],
    ['市委政法委员会', '市委政法委', 'shortName'],
  ])('%s is %s (%s)', (written, unit, how) => {
    expect(matchUnit(written, candidates, place)).toEqual({ unit, how });
  });

  test.each([
    ['市应急管理局', ['市政府应急办', '市安监局']],
    ['市市场监督管理局', ['市工商局', '市食药监局']],
    ['市政务服务和大数据管理局', ['市行政审批局', '市电子政务办']],
  ])('%s succeeds two units: ask', (written, ambiguous) => {
    expect(matchUnit(written, candidates, place)).toEqual({ ambiguous });
  });

  test.each([
    ['a namesake of a district', '掇刀区财政局'],
    ['a namesake of a county-level city', '钟祥市财政局'],
    ['a namesake of a county', '沙洋县政府办公室'],
    ['a namesake of the province', '湖北省财政厅'],
    ['a unit that is not in the plan', '市体育局'],
    ['part of a name', '局'],
    ['nothing', ''],
  ])('%s is nobody', (_who, written) => {
    expect(matchUnit(written, candidates, place)).toBeUndefined();
  });

  test.each([
    ['湖北省荆门市财政局', { unit: '市财政局', how: 'exact' }],
    ['荆门财政局', { unit: '市财政局', how: 'shortName' }],
    ['荆门县财政局', undefined],
    ['湖北荆门财政局', undefined],
  ])('the plan’s own place may stand before a name: %s', (written, expected) => {
    expect(matchUnit(written, candidates, place)).toEqual(expected);
  });
});

describe('the place a plan is of', () => {
  const planOf = (title: string, units: string, signature = '') =>
    parsePlan(`${title}\n1.建设平台。（${units}负责，2024年6月底前完成）\n${signature}`);

  test.each([
    ['江口市2024年工作要点', '市财政局、市教育局', '', { stem: '江口', level: '市' }],
    ['湖北省江口市2024年工作要点', '市财政局、省税务局、市教育局', '', { stem: '江口', level: '市' }],
    ['江口市沙河县优化社区服务工作要点', '县财政局、县民政局', '', { stem: '沙河', level: '县' }],
    ['关于优化营商环境的工作要点', '市财政局', '　　青禾市人民政府办公室', { stem: '青禾', level: '市' }],
    ['关于优化营商环境的工作要点', '市财政局', '', { stem: '', level: '市' }],
    ['江口学院2024年工作要点', '教务处', '', { stem: '', level: '' }],
  ])('%s, by its units %s and its signature “%s”', (title, units, signature, expected) => {
    expect(placeOf(planOf(title, units, signature))).toEqual(expected);
  });

  test.each([
    ['江口县财政局', { unit: '县财政局', how: 'exact' }],
    ['财政局', { unit: '县财政局', how: 'shortName' }],
    ['沙河县财政局', undefined],
    ['江口市财政局', undefined],
  ])('a county’s units are found as a city’s are: %s', (written, expected) => {
    const units = [{ name: '县财政局', shortNames: [], successor: null }];
    expect(matchUnit(written, units, { stem: '江口', level: '县' })).toEqual(expected);
  });

  test('where a plan says no place, a name is taken as it stands', () => {
    const units = [{ name: '教务处', shortNames: [], successor: null }];
    expect(matchUnit('江口学院教务处', units, { stem: '', level: '' })).toBeUndefined();
    expect(matchUnit('教务处', units, { stem: '', level: '' })).toEqual({ unit: '教务处', how: 'exact' });
  });
});
