/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import type { ComponentProps } from 'react';
import { TakeOut } from '../../../src/taskpane/screens/returns/TakeOut';
import { mounted } from '../../support/mounted';

const SHA = 'a'.repeat(64);

/** The button beside a file on which so much was decided; the keys of what it takes out. */
function shown({ agreed = [], chosen = [] }: { agreed?: readonly string[]; chosen?: readonly string[] }) {
  const taken: string[] = [];
  const checked = { file: '市编办.xlsx', sha256: SHA, agreed };
  const props = {
    item: { checked },
    session: { inbox: { chosen } },
    commands: { returns: { putAside: (keys: ReadonlySet<string>) => taken.push(...keys) } },
  } as unknown as ComponentProps<typeof TakeOut>;
  return { taken, ...mounted(<TakeOut {...props} />) };
}

test('a file on which nothing was decided goes at once', () => {
  const { taken, press } = shown({ chosen: ['b'.repeat(64)] });
  press('移出');
  expect(taken).toEqual([SHA]);
});

test.each([
  ['corrections were agreed to', { agreed: ['D5'] }],
  ['it was chosen among several', { chosen: [SHA] }],
])('where %s it is asked about first', (_, decided) => {
  const { taken, press, text } = shown(decided);
  press('移出');
  expect([taken, text()]).toEqual([[], expect.stringContaining('市编办.xlsx')]);
  press('留下');
  expect(text()).toBe('移出');
  press('移出');
  press('移出');
  expect(taken).toEqual([SHA]);
});
