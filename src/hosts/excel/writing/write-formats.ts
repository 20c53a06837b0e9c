import { largestOf } from '../../../base/extremes';
import type { SheetBlueprint } from '../../../base/blueprint';
import { cellsOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { BODY_FONT } from './body-font';
import { givenLook, lookRuns, type LookRun } from './cell-looks';

const ACTIONS_A_RUN = 3;
const LOOK_BYTES = 420;
const FONT_BYTES = 60;

/** The look of the cells, but for their number formats: rows that look alike in one call. */
export function formatSteps(getSheet: () => Excel.Worksheet, blueprint: SheetBlueprint): readonly Step[] {
  const { formats, cells } = blueprint;
  const ranges = formats.map(({ range }) => range);
  const bottom = largestOf([cells.length, ...ranges.map((range) => range.bottom)], 1);
  const right = largestOf([...cells.map((row) => row.length), ...ranges.map((range) => range.right)], 1);
  return [
    {
      bytes: ACTIONS_A_RUN * ACTION_BYTES + right * FONT_BYTES,
      play: () => {
        const cells = cellsOf(getSheet(), { top: 1, left: 1, bottom, right });
        cells.setColumnProperties(Array.from({ length: right }, () => ({ format: { font: BODY_FONT } })));
      },
    },
    ...lookRuns(
      formats.map(({ range, format: { numberFormat: _other, ...format } }) => ({ range, format })),
    ).map((run) => ({
      bytes: ACTIONS_A_RUN * ACTION_BYTES + run.looks.length * LOOK_BYTES,
      play: () => {
        paint(getSheet(), run);
      },
    })),
  ];
}

/** A single row that looks alike all over takes one look, other rows one a column. */
function paint(sheet: Excel.Worksheet, { top, bottom, left, looks }: LookRun): void {
  const cells = cellsOf(sheet, { top, bottom, left, right: left + looks.length - 1 });
  const [first = {}] = looks;
  const isEven = looks.every((look) => JSON.stringify(look) === JSON.stringify(first));
  if (top === bottom && isEven) {
    cells.setRowProperties([{ format: givenLook(first, { height: 1, width: looks.length }) }]);
  } else {
    const extent = { height: bottom - top + 1, width: 1 };
    cells.setColumnProperties(looks.map((look) => ({ format: givenLook(look, extent) })));
  }
}
