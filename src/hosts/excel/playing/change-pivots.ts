import type { PivotBlueprint } from '../../../base/blueprint';
import type { ListDifference } from '../../../base/workbook-difference';
import { ACTION_BYTES, type Step } from '../requests';
import { addPivot } from '../writing/write-pivots';

const ACTIONS_A_PIVOT = 40;

/**
 * PivotTables of ours by name. One that stays reads its source anew, as the clerk turned it; one that the clerk deleted
 * stays deleted. In a request of their own: the figures have been worked out by then.
 */
export function pivotChangeSteps(
  workbook: Excel.Workbook,
  home: string,
  { removed, added }: ListDifference<PivotBlueprint>,
): readonly Step[] {
  const find = (name: string) => workbook.worksheets.getItem(home).pivotTables.getItemOrNullObject(name);
  const isIn = (list: readonly PivotBlueprint[], { name }: PivotBlueprint) =>
    list.some((one) => one.name === name);
  const gone = removed.filter((pivot) => !isIn(added, pivot));
  return [
    ...gone.map(({ name }) => ({
      bytes: 4 * ACTION_BYTES,
      play: () => {
        find(name).delete();
      },
    })),
    ...added.map((pivot) => ({
      bytes: (isIn(removed, pivot) ? 4 : ACTIONS_A_PIVOT) * ACTION_BYTES,
      play: () => {
        const found = find(pivot.name);
        if (isIn(removed, pivot)) found.refresh();
        else {
          // One of an earlier write that did not come to its end.
          found.delete();
          addPivot(workbook, home, pivot);
        }
      },
    })),
  ];
}
