import type { WriteMark } from '../../../base/blueprint';
import { WorkbookChangedError } from '../../../base/workbook-port';
import { cellsOf, sheetOf } from '../ranges';
import { ACTION_BYTES, sendRequests, type Step, type TellUndone } from '../requests';

const ACTIONS = 5;

/**
 * Looks for a text in its cell, before anything else of a write. `find` fails where it is not there any more (Learn,
 * “Excel.Range.find”), and a request ends with the first action that fails: whether somebody else has written since the
 * workbook was read is asked and answered in the very request that writes.
 */
export function guardSteps(
  worksheets: Excel.WorksheetCollection,
  guard: WriteMark | undefined,
): readonly Step[] {
  if (guard === undefined) return [];
  const { sheet, row, column, text } = guard;
  return [
    {
      bytes: ACTIONS * ACTION_BYTES,
      play: () => {
        const cell = cellsOf(sheetOf(worksheets, sheet), {
          top: row,
          left: column,
          bottom: row,
          right: column,
        });
        cell.find(text, { completeMatch: true, matchCase: true });
      },
    },
  ];
}

/** A mark as only one pane sets it. */
export function ownMarkOf(mark: WriteMark, token: string): WriteMark {
  return { ...mark, text: `${mark.text}${token}` };
}

/** How a write is told from that of another pane. */
export interface Own {
  readonly guard: WriteMark | undefined;
  /** With a text that no other pane's mark has. */
  readonly mark: WriteMark | undefined;
}

/**
 * One round trip a request, and one more where the first is refused for something that is not there, to see whether it was
 * the guard.
 * @throws WorkbookChangedError when it was: nothing has been written
 */
export async function sendGuarded(
  context: Excel.RequestContext,
  own: Own,
  [first = [], ...others]: readonly (readonly Step[])[],
  tell: TellUndone,
): Promise<void> {
  try {
    await sendRequests(context, [first], tell);
  } catch (error) {
    const isMissing = error instanceof OfficeExtension.Error && error.code === 'ItemNotFound';
    if (!isMissing || !(await hasFailed(context, own))) throw error;
    throw new WorkbookChangedError('written by somebody else since it was read', { cause: error });
  }
  await sendRequests(context, others, tell);
}

/** Where our own mark is there by now the guard has held. */
async function hasFailed(context: Excel.RequestContext, { guard, mark }: Own): Promise<boolean> {
  if (guard === undefined) return false;
  const [found, marked] = [guard, mark ?? guard].map((one) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(one.sheet);
    return sheet.getCell(one.row - 1, one.column - 1).load('values');
  });
  await context.sync();
  const textOf = (cell: Excel.Range | undefined) =>
    cell === undefined || cell.isNullObject ? '' : String(cell.values[0]?.[0] ?? '');
  return textOf(found) !== guard.text && textOf(marked) !== mark?.text;
}
