import { safeSheetNames } from '../../src/app/wording/safe-sheet-names';
import { NoPagesError, unitPageFiles, unitPagesWorkbook } from '../../src/app/papers/unit-pages';
import { UnknownUnitError } from '../../src/app/wording/name-units';
import { smallLedger, unit } from '../ledger/builders';
import { memoryFiles } from '../support/memory-files';

test.each([
  ['names as they are', ['市编办', '市财政局'], {}, ['市编办', '市财政局']],
  ['what Excel refuses', ["'a/b:c*[d]?\\'", ' \u0007 '], {}, ['a_b_c__d___', '_']],
  ['what Excel keeps for itself', ['History', 'histories'], {}, ['_History', 'histories']],
  ['two that differ by case alone', ['Office', 'OFFICE', 'office'], {}, ['Office', 'OFFICE_2', 'office_3']],
  [
    'long ones that begin alike, cut to whole characters',
    ['一'.repeat(40), `${'一'.repeat(40)}二`, `${'a'.repeat(30)}𠮷`],
    {},
    ['一'.repeat(31), `${'一'.repeat(29)}_2`, 'a'.repeat(30)],
  ],
  ['an end that stays', ['一'.repeat(40)], { end: '_2017Q3', most: 20 }, [`${'一'.repeat(13)}_2017Q3`]],
] as const)('safe names of sheets: %s', (_what, names, options, expected) => {
  expect(safeSheetNames(names, options)).toEqual(expected);
  for (const name of expected) expect(name.length).toBeLessThanOrEqual(31);
});

test('a ledger in which nobody is in charge of anything makes no page and says so', async () => {
  const ledger = smallLedger();
  const nobody = { ...ledger, plan: { ...ledger.plan, measures: [] } };
  await expect(unitPageFiles(nobody, memoryFiles)).rejects.toThrow(NoPagesError);
  await expect(unitPagesWorkbook(nobody, memoryFiles)).rejects.toThrow(NoPagesError);
});

test('an office of the directory without measures gets no page, and is named when it is asked for', async () => {
  const ledger = smallLedger();
  const directory = { ...ledger.directory, units: [...ledger.directory.units, unit('市档案局')] };
  const idle = { ...ledger, directory };
  expect((await unitPageFiles(idle, memoryFiles)).map(({ office }) => office)).not.toContain('市档案局');
  await expect(unitPageFiles(idle, memoryFiles, { offices: ['市档案局'] })).rejects.toThrow(UnknownUnitError);
});

test('told of each page before it is made, so that the clerk can cancel in between', async () => {
  const told: string[] = [];
  const progress = (done: number, all: number, item: string) => {
    told.push(`${done}/${all} ${item}`);
    if (done === 1) throw new Error('cancelled');
    return Promise.resolve();
  };
  await expect(unitPageFiles(smallLedger(), memoryFiles, { progress })).rejects.toThrow('cancelled');
  expect(told).toEqual(['0/3 市编办', '1/3 市委办公室']);
});
