import { fold } from '../../src/base/fold-text';
import { looksLikeUnit, readUnits } from '../../src/plan/units/unit-list';

function names(written: string): readonly string[] {
  return readUnits(written, fold(written)).units.map(({ name, role, group }) => {
    return `${group ? '*' : ''}${name}${role === undefined ? '' : `:${role}`}`;
  });
}

describe('lists of units', () => {
  test.each([
    ['市财政局、市税务局', ['市财政局', '市税务局']],
    ['市财政局，市税务局；市审计局', ['市财政局', '市税务局', '市审计局']],
    ['市财政局 市税务局', ['市财政局', '市税务局']],
    ['市 财政局', ['市财政局']],
    ['市财政局和市税务局', ['市财政局', '市税务局']],
    ['市财政局以及各县区政府', ['市财政局', '*各县区政府']],
    ['市发展和改革委员会与市住房和城乡建设局', ['市发展和改革委员会', '市住房和城乡建设局']],
    ['市委办公室和改革科', ['市委办公室和改革科']],
    ['由市财政局', ['市财政局']],
    [
      '市财政局（牵头）、市税务局(配合)、市审计局（负责）',
      ['市财政局:lead', '市税务局:support', '市审计局:responsible'],
    ],
    ['市住建局（市人防办）', ['市住建局（市人防办）']],
    ['各县（市、区）人民政府', ['*各县（市、区）人民政府']],
    ['各县、市、区人民政府、市财政局', ['*各县、市、区人民政府', '市财政局']],
    ['市直有关部门', ['*市直有关部门']],
    ['市住建局、审批服务局', ['市住建局', '市审批服务局']],
    ['市住建局、国家统计局江口调查队、团市委', ['市住建局', '国家统计局江口调查队', '团市委']],
    ['财政局、审批服务局', ['财政局', '审批服务局']],
    ['市財政局、市稅務局', ['市財政局', '市稅務局']],
    ['市财政局、', ['市财政局']],
    ['省发改委、水利厅等省有关部门和各市人民政府', ['省发改委', '省水利厅', '*各市人民政府']],
    ['市财政局等，各县政府', ['市财政局', '*各县政府']],
    ['市高等法院', ['市高等法院']],
    ['市财政局、市税务局（列第一位者为牵头单位，下同）', ['市财政局', '市税务局']],
    ['', []],
  ])('%s', (written, expected) => {
    expect(names(written)).toEqual(expected);
  });

  test('names left out and prefixes left out are doubtful', () => {
    const codes = (written: string) =>
      readUnits(written, fold(written)).doubts.map(({ code, found }) => [code, found]);
    expect(codes('市财政局、市税务局等部门')).toEqual([['andOthers', '市财政局、市税务局等部门']]);
    expect(codes('市住建局、审批服务局')).toEqual([['omittedPrefix', '审批服务局']]);
    expect(codes('市住建局、市公安局')).toEqual([]);
  });
});

test.each([
  ['市财政局', true],
  ['江口高新区管委会', true],
  ['各有关单位', true],
  ['市场监管所', true],
  ['推进改革', false],
  ['局', false],
  ['一个名字太长而不可能是任何一个机关单位的名称因为它有超过三十个字而且还在继续写局', false],
])('%s can be a unit: %s', (name, can) => {
  expect(looksLikeUnit(name)).toBe(can);
});
