import { NotModelledError } from '../protocol/errors';
import { type Argument, shown } from '../protocol/handles';
import { columnsOf, rowsOf } from '../model/address';
import { moveReferences } from '../model/formula-rewrite';
import { ensureAllowed } from '../model/protection';
import type { Area } from './arguments';

export interface CopyOptions {
  readonly copyType: Argument | undefined;
  readonly skipBlanks: Argument | undefined;
  readonly transpose: Argument | undefined;
}

/** `range.copyFrom` of values, formulas or formats; the target is at least of the size of the source. */
export function copyCells(to: Area, from: Area, options: CopyOptions): void {
  const { copyType, skipBlanks, transpose } = options;
  if (skipBlanks === true || transpose === true)
    throw new NotModelledError('copyFrom with skipBlanks or transpose');
  if (copyType !== 'Values' && copyType !== 'Formulas' && copyType !== 'Formats')
    throw new NotModelledError(`copyFrom ${shown(copyType)}`);
  const { rect } = from;
  const target = {
    top: to.rect.top,
    left: to.rect.left,
    bottom: to.rect.top + Math.max(rowsOf(rect), rowsOf(to.rect)) - 1,
    right: to.rect.left + Math.max(columnsOf(rect), columnsOf(to.rect)) - 1,
  };
  if (copyType === 'Formats') ensureAllowed(to.sheet, 'allowFormatCells');
  else to.sheet.ensureWritable(target);
  from.sheet.workbook.ensureCalculated(from);
  for (let row = target.top; row <= target.bottom; row += 1) {
    for (let column = target.left; column <= target.right; column += 1) {
      const sourceRow = rect.top + ((row - target.top) % rowsOf(rect));
      const sourceColumn = rect.left + ((column - target.left) % columnsOf(rect));
      const cell = to.sheet.grid.ensureCell(row, column);
      if (copyType === 'Formats') cell.style = from.sheet.grid.styleAt(sourceRow, sourceColumn);
      else {
        const formula = from.sheet.grid.cell(sourceRow, sourceColumn)?.formula;
        const moved =
          copyType === 'Formulas' && formula !== undefined
            ? moveReferences(formula, row - sourceRow, column - sourceColumn)
            : undefined;
        Object.assign(cell, { value: from.sheet.grid.value(sourceRow, sourceColumn), formula: moved });
      }
    }
  }
  to.sheet.workbook.touch();
}
