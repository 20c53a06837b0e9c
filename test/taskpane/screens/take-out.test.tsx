/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, type ComponentProps } from 'react';
import { createRoot } from 'react-dom/client';
import { TakeOut } from '../../../src/taskpane/screens/returns/TakeOut';

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
  const place = document.body.appendChild(document.createElement('div'));
  act(() =>
    createRoot(place).render(
      <FluentProvider theme={webLightTheme}>
        <TakeOut {...props} />
      </FluentProvider>,
    ),
  );
  const press = (label: string) => {
    const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === label);
    if (button === undefined) throw new Error(`no button ${label}`);
    act(() => button.click());
  };
  return { taken, press, text: () => place.textContent };
}

beforeAll(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true }));

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
