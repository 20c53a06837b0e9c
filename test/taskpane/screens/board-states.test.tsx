/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import type { OfficeState } from '../../../src/app/inbox/board';
import { BoardStates } from '../../../src/taskpane/screens/returns/BoardStates';
import { mounted } from '../../support/mounted';

const NONE = { faulty: 0, sentBack: 0, received: 0, pictured: 0, missing: 0, late: 0, taken: 0 };

test('a state that offices are in has a button; pressed once more it is given up', () => {
  const chosen: (OfficeState | null)[] = [];
  const counts = { ...NONE, faulty: 2, missing: 31 };
  const { text, press } = mounted(
    <BoardStates counts={counts} chosen="faulty" onChoose={(state) => chosen.push(state)} />,
  );
  expect(text()).toBe('需更正 2未报 31');
  press('未报 31');
  press('需更正 2');
  expect(chosen).toEqual(['missing', null]);
});

test('the chosen state keeps its button when no office is in it any more', () => {
  const chosen: (OfficeState | null)[] = [];
  const { text, press } = mounted(
    <BoardStates counts={{ ...NONE, taken: 33 }} chosen="faulty" onChoose={(state) => chosen.push(state)} />,
  );
  expect(text()).toBe('需更正 0已汇入 33');
  press('需更正 0');
  expect(chosen).toEqual([null]);
});
