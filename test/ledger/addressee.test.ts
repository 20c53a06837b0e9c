import { mayBeOrdered, orderRule, youOf } from '../../src/ledger/units/addressee';
import { smallLedger } from './builders';

const CITY = { stem: '江口', level: '市' };
const COUNTY = { stem: '青山', level: '县' };
const SCHOOL = { stem: '', level: '' };

test.each([
  ['市财政局', CITY, true],
  ['市政府办公室', CITY, true],
  ['市卫生健康委', CITY, true],
  ['江口市公安局', CITY, true],
  ['市委组织部', CITY, false],
  ['市纪委监察局', CITY, false],
  ['市人大常委会法工委', CITY, false],
  ['市中级人民法院', CITY, false],
  ['市人民检察院', CITY, false],
  ['江口军分区', CITY, false],
  ['市国税局', CITY, false],
  ['省财政厅', CITY, false],
  ['东宝区财政局', CITY, false],
  ['县财政局', CITY, false],
  ['各县市区人民政府', CITY, false],
  ['青山县人民政府', CITY, false],
  ['漳河新区管委会', CITY, false],
  ['市城投公司', CITY, false],
  ['县财政局', COUNTY, true],
  ['市财政局', COUNTY, false],
  ['省财政厅', { stem: '', level: '省' }, true],
  ['教务处', SCHOOL, true],
  ['集团财务部', SCHOOL, true],
  ['校党委宣传部', SCHOOL, false],
])('%s of %j may be ordered: %j', (office, place, answer) => {
  expect(mayBeOrdered(office, place)).toBe(answer);
});

test('what the directory says goes before what the name tells', () => {
  const ledger = smallLedger();
  const units = ledger.directory.units.map((unit) =>
    unit.name === '市编办' ? { ...unit, isOrdered: true } : unit,
  );
  const isOrdered = orderRule({ ...ledger, directory: { ...ledger.directory, units } });
  expect(['市编办', '市委办公室', '市政府办公室'].map(isOrdered)).toEqual([true, false, true]);
  expect([youOf(true), youOf(false)]).toEqual(['你单位', '贵单位']);
});
