import type { ActiveSheet, CellMark } from '../../sheets/workbook-host';
import { MARK_FILL } from '../../returns/form-columns';
import { htmlColor } from './ranges';
import { supportsExcelApi } from './requirement-sets';

/**
 * A rule that is always true and that nobody else would write: the fill lies over the cell's own format, which stays as
 * it is, and the marks are known again by it.
 */
const MARK_FORMULA = '=LEN("措施台账校验")>0';

/** What a note of ours begins with. */
const NOTE_HEAD = '【校验】';

export function isOurNote(content: string): boolean {
  return content.startsWith(NOTE_HEAD);
}

/** Two round trips: what marks there are and whether the sheet is protected; then the marks. False as `LiveWorkbook.mark`. */
export async function markCells(
  context: Excel.RequestContext,
  { sheet: name, commented }: Pick<ActiveSheet, 'sheet' | 'commented'>,
  marks: readonly CellMark[],
): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(name);
  const asked = askForMarks(sheet);
  await context.sync();
  const protectAgain = unprotect(asked);
  removeMarks(asked);
  for (const { cell, severity, note } of marks) {
    const range = sheet.getRange(cell);
    paint(range, MARK_FILL[severity]);
    if (supportsExcelApi('1.10') && !commented.has(cell)) sheet.comments.add(range, NOTE_HEAD + note);
  }
  protectAgain();
  return isDone(context, asked.protection.protected);
}

/** Two round trips. */
export async function clearMarks(context: Excel.RequestContext, name: string): Promise<boolean> {
  const asked = askForMarks(context.workbook.worksheets.getItem(name));
  await context.sync();
  const protectAgain = unprotect(asked);
  removeMarks(asked);
  protectAgain();
  return isDone(context, asked.protection.protected);
}

function askForMarks(sheet: Excel.Worksheet) {
  return {
    sheet,
    protection: sheet.protection.load('protected,options'),
    rules: sheet
      .getRange()
      .conditionalFormats.load('items/id,items/type,items/customOrNullObject/rule/formula'),
    comments: supportsExcelApi('1.10') ? sheet.comments.load('items/id,items/content') : undefined,
  };
}

type AskedMarks = ReturnType<typeof askForMarks>;

function removeMarks({ rules, comments }: AskedMarks): void {
  for (const rule of rules.items) {
    if (!rule.customOrNullObject.isNullObject && rule.customOrNullObject.rule.formula === MARK_FORMULA)
      rule.delete();
  }
  for (const comment of comments?.items ?? []) if (isOurNote(comment.content)) comment.delete();
}

/** In front of the sheet's own rules. */
function paint(range: Excel.Range, fill: string): void {
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = MARK_FORMULA;
  custom.format.fill.color = htmlColor(fill);
}

/** Lifts the protection for this batch; the returned step puts it back with the options it had. */
function unprotect({ sheet, protection }: AskedMarks): () => void {
  if (!protection.protected) return () => undefined;
  sheet.protection.unprotect();
  return () => {
    sheet.protection.protect(givenOptions(protection.options));
  };
}

/** Options read back hold nulls for what was not set, which `protect` refuses. */
function givenOptions(options: Excel.WorksheetProtectionOptions): Excel.WorksheetProtectionOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** A sheet under a password, and `unprotect()` in some builds (OfficeDev/office-js issue 6784), answer AccessDenied. */
async function isDone(context: Excel.RequestContext, wasProtected: boolean): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (wasProtected && error instanceof OfficeExtension.Error && error.code === 'AccessDenied') return false;
    throw error;
  }
}
