import type { SheetBlueprint } from '../../../base/blueprint';
import { cellsOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';

const ACTIONS_A_TABLE = 8;

/** Tables over what the cells hold by now; one that was kept is only resized. */
export function tableSteps(
  getSheet: () => Excel.Worksheet,
  { tables }: SheetBlueprint,
  kept: ReadonlySet<string>,
): readonly Step[] {
  return tables.map(({ name, range, style, banded }) => ({
    bytes: ACTIONS_A_TABLE * ACTION_BYTES,
    play: () => {
      const sheet = getSheet();
      const cells = cellsOf(sheet, range);
      const table = kept.has(name) ? sheet.tables.getItem(name) : sheet.tables.add(cells, true);
      if (kept.has(name)) table.resize(cells);
      else table.name = name;
      table.style = style;
      table.showBandedRows = banded;
    },
  }));
}
