import { placeOf } from '../../src/plan/units/place';
import {
  matchOffice,
  officeInCharge,
  officesOf,
  officesOfPeriod,
  officesOn,
} from '../../src/ledger/units/offices';
import type { Unit, UnitDirectory } from '../../src/ledger/records';
import { day, period, smallLedger, unit } from './builders';

const REFORM = day('2019-01-01');

function succeeded(name: string, successor: string, splits: Unit['splits'] = []): Unit {
  return { ...unit(name), successor: { name: successor, from: REFORM }, splits };
}

const directory: UnitDirectory = {
  units: [
    succeeded('市物价局', '市发改委', [{ office: '市市场监管局', measures: [7, 9] }]),
    unit('市发改委'),
    succeeded('甲', '乙'),
    succeeded('乙', '丙'),
    succeeded('子', '丑'),
    succeeded('丑', '子'),
  ],
  groups: [],
};

test.each([
  ['before the reform the unit itself', '市物价局', 1, '2018-12-31', '市物价局'],
  ['from the day of the reform its successor', '市物价局', 1, '2019-01-01', '市发改委'],
  ['for a measure that was split off another office', '市物价局', 9, '2019-01-01', '市市场监管局'],
  ['without a successor always the unit', '市发改委', 1, '2030-01-01', '市发改委'],
  ['a successor that has one too', '甲', 1, '2019-06-30', '丙'],
  ['successors that go round in a circle end where they began', '子', 1, '2019-06-30', '子'],
  ['a unit outside the directory', '外单位', 1, '2019-06-30', '外单位'],
])('in charge is %s', (_, name, measure, on, office) => {
  expect(officeInCharge(directory, { unit: name, measure }, day(on))).toBe(office);
});

test('an office holds what several units left it', () => {
  const small = smallLedger();
  const units = [unit('市编办'), succeeded('市委办公室', '市编办'), unit('市政府办公室')];
  const ledger = { ...small, directory: { ...small.directory, units } };
  const held = officesOn(ledger, day('2019-02-01')).map(({ office, assignments }) => [
    office,
    assignments.map(({ measure, unit: of }) => `${measure} ${of}`),
  ]);
  expect(held).toEqual([
    ['市编办', ['1 市编办', '2 市编办', '4 市编办', '3 市委办公室', '4 市委办公室']],
    ['市政府办公室', ['3 市政府办公室', '4 市政府办公室']],
  ]);
});

test('a period is reported by whoever is in charge when its returns are due', () => {
  const small = smallLedger();
  const units = [succeeded('市编办', '市委编办'), unit('市委办公室'), unit('市政府办公室')];
  const ledger = { ...small, directory: { ...small.directory, units } };
  const first = (code: string) => officesOfPeriod(ledger, period(code))[0]?.office;
  expect([first('2018Q3'), first('2018Q4'), first('2018')]).toEqual(['市编办', '市委编办', '市委编办']);
});

describe('a unit that is no more, as a return names it', () => {
  const small = smallLedger();
  const place = placeOf(small.plan);
  const charged = (...splits: Unit['splits']) => {
    const units = [succeeded('市编办', '市委编办', splits), unit('市委办公室'), unit('市政府办公室')];
    const ledger = { ...small, directory: { ...small.directory, units } };
    return { directory: ledger.directory, charges: officesOn(ledger, REFORM) };
  };
  const matched = ({ directory: of, charges }: ReturnType<typeof charged>, name: string) =>
    matchOffice(name, charges, { directory: of, place });

  test('is its one successor', () => {
    expect(matched(charged(), '市编办')).toEqual({ unit: '市委编办', how: 'successor' });
  });

  test('is nobody in particular where its measures went to just two offices', () => {
    const two = charged({ office: '市审改办', measures: [1] });
    expect(officesOf('市编办', two.charges)).toEqual(['市审改办', '市委编办']);
    expect(matched(two, '市编办')).toEqual({ ambiguous: ['市审改办', '市委编办'] });
  });

  test('is among the offices that have its measures while it holds those of another unit only', () => {
    const given = [{ office: '市审改办', measures: [1, 2, 4] }];
    const units = [
      { ...unit('市编办'), splits: given, successor: { name: '市编办', from: REFORM } },
      succeeded('市委办公室', '市编办'),
      unit('市政府办公室'),
    ];
    const charges = officesOn({ ...small, directory: { ...small.directory, units } }, REFORM);
    expect([...officesOf('市编办', charges)].sort()).toEqual(['市审改办', '市编办'].sort());
  });

  test('is nobody where nothing of it is left to report on', () => {
    const { directory: of } = charged();
    expect(matchOffice('市编办', [], { directory: of, place })).toBeUndefined();
  });

  test('an office in charge goes by its own name first', () => {
    expect(matched(charged(), '市委编办')).toMatchObject({ unit: '市委编办' });
    expect(matched(charged(), '市委办公室')).toMatchObject({ unit: '市委办公室' });
  });
});
