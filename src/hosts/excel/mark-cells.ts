import type { ActiveSheet, CellMark } from '../../base/workbook-port';
import { MARK_FILL } from '../../returns/locate/form-columns';
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

/** Sheets whose protection was lifted and could not be put back, with the options it had; the next call puts it back. */
export type LiftedProtections = Map<string, Excel.WorksheetProtectionOptions>;

/** Two round trips: what marks there are and whether the sheet is protected; then the marks. False as `LiveWorkbook.mark`. */
export function markCells(
  context: Excel.RequestContext,
  { sheet, commented }: Pick<ActiveSheet, 'sheet' | 'commented'>,
  marks: readonly CellMark[],
  lifted: LiftedProtections,
): Promise<boolean> {
  return changeMarks(context, sheet, lifted, (worksheet) => {
    for (const { cell, severity, note } of marks) {
      const range = worksheet.getRange(cell);
      paint(range, MARK_FILL[severity]);
      if (supportsExcelApi('1.10') && !commented.has(cell)) worksheet.comments.add(range, NOTE_HEAD + note);
    }
  });
}

/** Two round trips. */
export function clearMarks(
  context: Excel.RequestContext,
  sheet: string,
  lifted: LiftedProtections,
): Promise<boolean> {
  return changeMarks(context, sheet, lifted, () => undefined);
}

/** Removes the old marks and lets `add` set new ones, in one request that ends with the sheet protected as before. */
async function changeMarks(
  context: Excel.RequestContext,
  name: string,
  lifted: LiftedProtections,
  add: (sheet: Excel.Worksheet) => void,
): Promise<boolean> {
  const asked = askForMarks(context.workbook.worksheets.getItem(name));
  await context.sync();
  const { sheet, protection } = asked;
  const options = protection.protected ? givenOptions(protection.options) : lifted.get(name);
  if (protection.protected) sheet.protection.unprotect();
  removeMarks(asked);
  add(sheet);
  if (options !== undefined) sheet.protection.protect(options);
  try {
    await context.sync();
    lifted.delete(name);
    return true;
  } catch (error) {
    if (options === undefined) throw error;
    if (protection.protected && isRefused(error)) return false;
    lifted.set(name, options);
    await protectAgain(context, name, options, lifted);
    throw error;
  }
}

/** Best effort: whatever this fails with, what is to be told is why the marks are not there. */
async function protectAgain(
  context: Excel.RequestContext,
  name: string,
  options: Excel.WorksheetProtectionOptions,
  lifted: LiftedProtections,
): Promise<void> {
  try {
    context.workbook.worksheets.getItem(name).protection.protect(options);
    await context.sync();
    lifted.delete(name);
  } catch {
    // The next call finds the sheet in `lifted`, or protected already.
  }
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

/** Options read back hold nulls for what was not set, which `protect` refuses. */
function givenOptions(options: Excel.WorksheetProtectionOptions): Excel.WorksheetProtectionOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** A sheet under a password, and `unprotect()` in some builds (OfficeDev/office-js issue 6784), answer AccessDenied. */
function isRefused(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === 'AccessDenied';
}
