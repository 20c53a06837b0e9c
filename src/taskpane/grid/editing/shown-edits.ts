import type { CellEdit } from '../../../app/changes/edit-cells';
import { cellAddress } from '../../../base/raw-sheet';
import type { EditAnswer } from '../../session/commands/grid-commands';
import { placeOfAddress } from '../selecting/selection';
import type { SheetGridModel } from '../sheet-grid-model';

/** Edits of places as they are shown, taken in where those are drawn; the answer speaks of the places shown. */
export function shownEdits(
  model: SheetGridModel,
  edit: (edits: readonly CellEdit[]) => EditAnswer,
): (edits: readonly CellEdit[]) => EditAnswer {
  return (edits) => {
    const drawn: CellEdit[] = [];
    for (const { row, column, typed } of edits) {
      const place = model.drawnPlace(row, column);
      if (place === undefined)
        return { kind: 'refused', cell: cellAddress(model.rowNumber(row), column), typed, rule: undefined };
      drawn.push({ ...place, typed });
    }
    const answer = edit(drawn);
    return 'cell' in answer ? { ...answer, cell: shownAddress(model, answer.cell) } : answer;
  };
}

function shownAddress(model: SheetGridModel, drawn: string): string {
  const place = placeOfAddress(drawn);
  if (place === undefined) return drawn;
  const { row, column } = model.tab.shown(place);
  return cellAddress(row, column);
}
