import type { CellFormat, RangeFormat } from '../../../base/blueprint';
import { cellsOf, everywhere } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { lookRuns, wholeLook, type LookRun } from '../writing/cell-looks';

const ACTIONS_A_RUN = 9;
const LOOK_BYTES = 420;
/** Below, number formats go cell by cell in one call. */
const CELLS_ONE_BY_ONE = 150;
const GENERAL = 'General';

/**
 * The whole look of cells: a run of rows that look alike in one call, column by column. Nothing is copied from other cells:
 * their conditional formats would come along.
 */
export function lookSteps(getSheet: () => Excel.Worksheet, formats: readonly RangeFormat[]): readonly Step[] {
  return lookRuns(formats).map((run) => ({
    bytes: ACTIONS_A_RUN * ACTION_BYTES + run.looks.length * LOOK_BYTES,
    play: () => {
      paint(getSheet(), run);
    },
  }));
}

function paint(sheet: Excel.Worksheet, run: LookRun): void {
  const { top, bottom, left, looks } = run;
  const cells = cellsOf(sheet, { top, bottom, left, right: left + looks.length - 1 });
  const extent = { height: bottom - top + 1, width: 1 };
  cells.setColumnProperties(looks.map((look) => ({ format: wholeLook(look, extent) })));
  const formats = looks.map(numberFormat);
  const [first = GENERAL] = formats;
  const height = bottom - top + 1;
  if (formats.every((format) => format === first)) cells.numberFormat = everywhere(first);
  else if (height * looks.length <= CELLS_ONE_BY_ONE) {
    cells.numberFormat = Array.from({ length: height }, () => formats);
  } else {
    cells.numberFormat = everywhere(GENERAL);
    setNumberFormats(sheet, run, formats);
  }
}

/** Those of their own, columns side by side in one go. */
function setNumberFormats(sheet: Excel.Worksheet, { top, bottom, left }: LookRun, formats: string[]): void {
  let first = 0;
  formats.forEach((format, index) => {
    if (formats[index + 1] === format) return;
    if (format !== GENERAL) {
      const part = cellsOf(sheet, { top, bottom, left: left + first, right: left + index });
      part.numberFormat = everywhere(format);
    }
    first = index + 1;
  });
}

function numberFormat(look: CellFormat): string {
  return look.numberFormat ?? GENERAL;
}
