import type { PivotBlueprint } from '../../../base/blueprint';
import type { ListDifference } from '../../../base/workbook-difference';
import { sheetOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { addPivot } from '../writing/write-pivots';
import { dropSlicers, slicersOfPivot } from '../writing/write-slicers';
import type { TwoPartChange } from './change-rules';

const ACTIONS_A_PIVOT = 40;
/** With its slicers. */
const ACTIONS_TO_DROP = 10;

/**
 * PivotTables of ours by name. One that stays reads its source anew, as the clerk turned it; one that the clerk deleted
 * stays deleted. One that goes, or that an earlier write left which did not come to its end, goes first, since it lets no
 * cell be written; a new one comes with the second request, when the figures have been worked out.
 */
export function pivotChangeSteps(
  workbook: Excel.Workbook,
  home: string,
  { removed, added }: ListDifference<PivotBlueprint>,
): TwoPartChange {
  const find = (name: string) => sheetOf(workbook.worksheets, home).pivotTables.getItemOrNullObject(name);
  const isIn = (list: readonly PivotBlueprint[], { name }: PivotBlueprint) =>
    list.some((one) => one.name === name);
  const gone = [
    ...removed.filter((pivot) => !isIn(added, pivot)),
    ...added.filter((pivot) => !isIn(removed, pivot)),
  ];
  return {
    first: gone.map((pivot) => ({
      bytes: ACTIONS_TO_DROP * ACTION_BYTES,
      play: () => {
        dropSlicers(workbook, pivot);
        find(pivot.name).delete();
      },
    })),
    then: added.flatMap((pivot) => {
      const stays = isIn(removed, pivot);
      const refreshed: Step = {
        bytes: (stays ? 4 : ACTIONS_A_PIVOT) * ACTION_BYTES,
        play: () => {
          if (stays) find(pivot.name).refresh();
          else addPivot(workbook, home, pivot);
        },
      };
      return stays ? [refreshed] : [refreshed, ...slicersOfPivot(workbook, home, pivot)];
    }),
  };
}
