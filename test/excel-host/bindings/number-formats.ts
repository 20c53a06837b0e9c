import { invalidArgument } from '../protocol/errors';
import type { Argument } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { ensureAllowed } from '../model/protection';
import { changer } from '../model/style';
import { readCells, shapeOf } from '../model/write-cells';
import { onlyArea, type Areas } from './arguments';

export function readNumberFormats(target: Areas): Json {
  const { sheet, rect } = onlyArea(target);
  return readCells(rect, (row, column) => sheet.grid.styleAt(row, column).numberFormat);
}

/** One format for the whole block or a 2-D array; null leaves a cell as it is, '' means General. */
export function writeNumberFormats(target: Areas, value: Argument): void {
  const { sheet, rect } = onlyArea(target);
  const at = shapeOf(rect, value);
  ensureAllowed(sheet, 'allowFormatCells');
  const changers = new Map<string, ReturnType<typeof changer>>();
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      const given = at(row - rect.top, column - rect.left);
      if (given === null) continue;
      if (typeof given !== 'string') throw invalidArgument('number format');
      const numberFormat = given === '' ? 'General' : given;
      const change = changers.get(numberFormat) ?? changer(() => ({ numberFormat }));
      changers.set(numberFormat, change);
      sheet.grid.ensureCell(row, column).style = change(sheet.grid.styleAt(row, column));
    }
  }
  sheet.workbook.touch();
}
