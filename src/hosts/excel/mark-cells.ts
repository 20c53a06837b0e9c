import type { ActiveSheet, CellMark } from '../../base/workbook-port';
import { MARK_FILL } from '../../returns/locate/form-columns';
import { htmlColor, runs } from './ranges';
import { addNotesSteps, commentsOf, hasNotes, notesOf, type TextOverCell } from './cell-notes';
import { ACTION_BYTES, sendRequests, textBytes, type Step, type TellUndone } from './requests';

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

/**
 * Two round trips: what marks there are and whether the sheet is protected; then the marks. Of these the notes may fail without
 * harm: the fills are there, and the pane says the same. False as `LiveWorkbook.mark`.
 */
export function markCells(
  context: Excel.RequestContext,
  { sheet, commented }: Pick<ActiveSheet, 'sheet' | 'commented'>,
  marks: readonly CellMark[],
  manner: Manner,
): Promise<boolean> {
  return changeMarks(context, sheet, manner, (worksheet) => [
    {
      bytes: marks.length * 6 * ACTION_BYTES,
      play: () => {
        for (const { column, first, last, severity } of markRuns(marks)) {
          const range = worksheet.getRange(`${column}${first}:${column}${last}`);
          paint(range, MARK_FILL[severity]);
        }
      },
    },
    ...textSteps(worksheet, textsOf(marks, commented)),
  ]);
}

interface Manner {
  readonly lifted: LiftedProtections;
  readonly tell: TellUndone;
}

/** A cell has one note, whatever is to be said of it. */
function textsOf(marks: readonly CellMark[], commented: ReadonlySet<string>): readonly TextOverCell[] {
  const texts = new Map<string, string>();
  for (const { cell, note } of marks) {
    const before = texts.get(cell);
    if (!commented.has(cell)) texts.set(cell, before === undefined ? NOTE_HEAD + note : `${before}\n${note}`);
  }
  return [...texts].map(([cell, text]) => ({ cell, text }));
}

/**
 * Comments where add-ins do not get at notes. One that a cell with a note refuses, which cannot be known there, is left out with
 * all after it; so are all of them in Excel 2019, which has no comments (OfficeDev/office-js issues 932 and 1847).
 */
function textSteps(sheet: Excel.Worksheet, texts: readonly TextOverCell[]): readonly Step[] {
  if (hasNotes()) return addNotesSteps(() => sheet, texts);
  const comments = commentsOf(sheet);
  if (comments === undefined || texts.length === 0) return [];
  return [
    {
      bytes: texts.reduce((sum, { text }) => sum + 4 * ACTION_BYTES + textBytes(text), 0),
      play: () => {
        for (const { cell, text } of texts) comments.add(cell, text);
      },
      apart: { what: 'notes', again: () => Promise.reject(new Error('the rest of the comments')) },
    },
  ];
}

/** Marked cells one below the other, of one severity; of several marks of a cell the first counts. */
function markRuns(marks: readonly CellMark[]) {
  const byColumn = new Map<
    string,
    { readonly column: string; readonly rows: number[]; readonly mark: CellMark }
  >();
  const seen = new Set<string>();
  for (const mark of marks) {
    if (seen.has(mark.cell)) continue;
    seen.add(mark.cell);
    const column = mark.cell.replace(/\d+$/u, '');
    const key = `${column} ${mark.severity}`;
    const group = byColumn.get(key) ?? { column, rows: [], mark };
    group.rows.push(Number(mark.cell.slice(column.length)));
    byColumn.set(key, group);
  }
  return [...byColumn.values()].flatMap(({ column, rows, mark: { severity } }) =>
    runs(rows.sort((a, b) => a - b)).map((run) => ({ column, ...run, severity })),
  );
}

/** Two round trips. */
export function clearMarks(context: Excel.RequestContext, sheet: string, manner: Manner): Promise<boolean> {
  return changeMarks(context, sheet, manner, () => []);
}

/** Removes the old marks and lets `add` set new ones, in one request that ends with the sheet protected as before. */
async function changeMarks(
  context: Excel.RequestContext,
  name: string,
  { lifted, tell }: Manner,
  add: (sheet: Excel.Worksheet) => readonly Step[],
): Promise<boolean> {
  const asked = askForMarks(context.workbook.worksheets.getItem(name));
  await context.sync();
  const { sheet, protection } = asked;
  const options = protection.protected ? givenOptions(protection.options) : lifted.get(name);
  const begin: Step = {
    bytes: asked.rules.items.length * ACTION_BYTES,
    play: () => {
      if (protection.protected) sheet.protection.unprotect();
      removeMarks(asked);
    },
  };
  const end: Step = {
    bytes: ACTION_BYTES,
    play: () => {
      if (options !== undefined) sheet.protection.protect(options);
    },
  };
  try {
    await sendRequests(context, [[begin, ...add(sheet), end]], tell);
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
    comments: commentsOf(sheet)?.load('items/id,items/content'),
    notes: notesOf(sheet)?.load('items/content'),
  };
}

type AskedMarks = ReturnType<typeof askForMarks>;

function removeMarks({ sheet, rules, comments, notes }: AskedMarks): void {
  const { conditionalFormats } = sheet.getRange();
  for (const { id, customOrNullObject } of rules.items) {
    if (!customOrNullObject.isNullObject && customOrNullObject.rule.formula === MARK_FORMULA)
      conditionalFormats.getItem(id).delete();
  }
  for (const one of [...(comments?.items ?? []), ...(notes?.items ?? [])]) {
    if (isOurNote(one.content)) one.delete();
  }
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
