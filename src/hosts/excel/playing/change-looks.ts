import type { CellFormat, RangeFormat } from '../../../base/blueprint';
import type { LookDetail } from '../../../base/workbook-difference';
import { cellsOf, everywhere } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { lookRuns, wholeLook, type LookRun } from '../writing/cell-looks';

const ACTIONS_A_RUN = 9;
const ACTIONS_A_DETAIL = 4;
const LOOK_BYTES = 420;
/** Below, number formats go cell by cell in one call. */
const CELLS_ONE_BY_ONE = 150;
const GENERAL = 'General';

/**
 * The whole look of cells: a run of rows that look alike in one call, column by column. Nothing is copied from other cells:
 * their conditional formats would come along.
 */
export function lookSteps(getSheet: () => Excel.Worksheet, formats: readonly RangeFormat[]): readonly Step[] {
  const runs = lookRuns(formats);
  const lines = oneBelowTheOther(runs.filter(isLine));
  const columns = runs.filter((run) => !isLine(run));
  // From the top: cells without lines take away the one below them, which those below then draw again.
  return [
    ...lines.map((some) => ({
      top: some[0].top,
      looks: some.length,
      paint: (sheet: Excel.Worksheet) => {
        paintLines(sheet, some);
      },
    })),
    ...columns.map((run) => ({
      top: run.top,
      looks: run.looks.length,
      paint: (sheet: Excel.Worksheet) => {
        paintColumns(sheet, run);
      },
    })),
  ]
    .toSorted((one, other) => one.top - other.top)
    .map(({ looks, paint }) => ({
      bytes: ACTIONS_A_RUN * ACTION_BYTES + looks * LOOK_BYTES,
      play: () => {
        paint(getSheet());
      },
    }));
}

/** What changes alone in the looks of cells that stay. */
export function detailSteps(
  getSheet: () => Excel.Worksheet,
  details: readonly LookDetail[],
): readonly Step[] {
  return details.map(({ range, format: { size, numberFormat } }) => ({
    bytes: ACTIONS_A_DETAIL * ACTION_BYTES,
    play: () => {
      const cells = cellsOf(getSheet(), range);
      if (size !== undefined) cells.format.font.size = size;
      if (numberFormat !== undefined) cells.numberFormat = everywhere(numberFormat);
    },
  }));
}

/** One row whose cells all look alike but for their number formats. */
function isLine({ top, bottom, looks }: LookRun): boolean {
  const drawn = looks.map(({ numberFormat: _, ...look }) => JSON.stringify(look));
  return top === bottom && drawn.every((look) => look === drawn[0]);
}

/** Lines of the same columns, of which each has the next below it. */
function oneBelowTheOther(lines: readonly LookRun[]): readonly (readonly [LookRun, ...LookRun[]])[] {
  const groups: [LookRun, ...LookRun[]][] = [];
  for (const line of lines.toSorted((one, other) => one.left - other.left || one.top - other.top)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joins =
      last?.left === line.left && last.looks.length === line.looks.length && last.top + 1 === line.top;
    if (group !== undefined && joins) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** A look a row. */
function paintLines(sheet: Excel.Worksheet, lines: readonly [LookRun, ...LookRun[]]): void {
  const [{ top, left, looks }] = lines;
  const width = looks.length;
  const cells = cellsOf(sheet, { top, bottom: top + lines.length - 1, left, right: left + width - 1 });
  cells.setRowProperties(
    lines.map(({ looks: [look = {}] }) => ({ format: wholeLook(look, { height: 1, width }) })),
  );
  const formats = lines.map((line) => line.looks.map(numberFormat));
  const first = formats[0]?.[0] ?? GENERAL;
  cells.numberFormat = formats.flat().every((format) => format === first) ? everywhere(first) : formats;
}

function paintColumns(sheet: Excel.Worksheet, run: LookRun): void {
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
