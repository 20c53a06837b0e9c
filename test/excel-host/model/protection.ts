import { accessDenied, invalidArgument } from '../protocol/errors';
import type { Argument } from '../protocol/handles';
import type { Rect } from './address';
import { MessageType, workbookTarget } from './event-types';
import type { Sheet } from './sheet';

/** `Excel.WorksheetProtectionOptions` with Excel's defaults: everything forbidden but selecting. */
export const defaultProtection = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export type ProtectionOptions = typeof defaultProtection;
export type Permission = Exclude<keyof ProtectionOptions, 'selectionMode'>;

export interface Protection {
  readonly options: ProtectionOptions;
  readonly password: string | null;
}

/** @throws AccessDenied when the sheet is protected already (OfficeDev/office-js issue 6784). */
export function protectSheet(sheet: Sheet, options: Argument, password: string | null): void {
  if (sheet.protection) throw accessDenied(`${sheet.name} is protected already`);
  sheet.protection = { options: readOptions(options), password };
  announce(sheet);
}

/** @throws AccessDenied with a wrong password, or in builds in which `unprotect()` never works (issue 6784). */
export function unprotectSheet(sheet: Sheet, password: string | null): void {
  if (sheet.workbook.behaviour.unprotectFails) throw accessDenied('unprotect');
  if (!sheet.protection) return;
  if (sheet.protection.password !== password) throw accessDenied('wrong password');
  sheet.protection = null;
  announce(sheet);
}

function announce(sheet: Sheet): void {
  sheet.workbook.notifier.emit(MessageType.sheetProtectionChanged, [sheet.id, workbookTarget], {
    worksheetId: sheet.id,
    isProtected: sheet.protection !== null,
    source: 'Local',
  });
}

/** Unknown options and options that are no booleans (nulls read back, say) are refused. */
function readOptions(options: Argument): ProtectionOptions {
  if (options === null) return defaultProtection;
  if (typeof options !== 'object') throw invalidArgument('protection options');
  for (const [name, value] of Object.entries(options)) {
    const expected = defaultProtection[name as keyof ProtectionOptions];
    if (expected === undefined || typeof value !== typeof expected)
      throw invalidArgument(`protection option ${name}`);
  }
  return { ...defaultProtection, ...(options as Partial<ProtectionOptions>) };
}

/** @throws AccessDenied when the sheet is protected and the action is not allowed on it. */
export function ensureAllowed(sheet: Sheet, permission: Permission | 'never'): void {
  const options = sheet.protection?.options;
  if (!options) return;
  if (permission === 'never' || !options[permission]) throw accessDenied(`${sheet.name} is protected`);
}

/** @throws AccessDenied when any cell of the block is locked on a protected sheet. */
export function ensureUnlocked(sheet: Sheet, rect: Rect): void {
  if (!sheet.protection) return;
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      if (sheet.grid.styleAt(row, column).locked)
        throw accessDenied(`${sheet.name} is protected, the cell is locked`);
    }
  }
}
