import { HostError, invalidArgument, itemNotFound } from '../protocol/errors';
import { formatRect, quoteSheet, splitSheet, tryParseRect, type Rect } from './address';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** A defined name. */
export interface NamedItem {
  readonly id: string;
  readonly name: string;
  /** Without the leading “=”. */
  formula: string;
  comment: string;
  visible: boolean;
  /** The sheet it belongs to, or null for the workbook. */
  readonly scope: Sheet | null;
}

/** Letters (Chinese too), digits, “_”, “.”, “\”; not a cell address; at most 255 characters. */
export function isValidName(name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255) return false;
  return tryParseRect(name) === undefined && !/^r(\d*)c(\d*)$|^[rc]$/iu.test(name);
}

/** Names of the workbook and of its sheets. */
export class NamedItems {
  private items: NamedItem[] = [];
  private next = 1;

  constructor(private readonly workbook: Workbook) {}

  get all(): readonly NamedItem[] {
    return this.items;
  }

  inScope(scope: Sheet | null): readonly NamedItem[] {
    return this.items.filter((item) => item.scope === scope);
  }

  find(name: string, scope: Sheet | null): NamedItem | undefined {
    return this.inScope(scope).find((item) => sameName(item.name, name) || item.id === name);
  }

  get(name: string, scope: Sheet | null): NamedItem {
    const item = this.find(name, scope);
    if (!item) throw itemNotFound(`name ${name}`);
    return item;
  }

  /** @throws InvalidArgument for a name Excel refuses, ItemAlreadyExists when it is taken in its scope. */
  add(name: string, formula: string, scope: Sheet | null, comment = ''): NamedItem {
    if (!isValidName(name)) throw invalidArgument(`name ${name}`);
    const taken = this.find(name, scope) ?? this.workbook.tables.find((table) => sameName(table.name, name));
    if (taken) throw new HostError('ItemAlreadyExists', `The name ${name} is taken`);
    const item: NamedItem = { id: `name${this.next++}`, name, formula, comment, visible: true, scope };
    this.items.push(item);
    this.workbook.touch();
    return item;
  }

  remove(item: NamedItem): void {
    this.items = this.items.filter((candidate) => candidate !== item);
    this.workbook.touch();
  }

  removeScope(scope: Sheet): void {
    this.items = this.items.filter((item) => item.scope !== scope);
  }

  /** The block a name stands for, or undefined when it is a constant, a formula or broken. */
  areaOf(item: NamedItem): { readonly sheet: Sheet; readonly rect: Rect } | undefined {
    const { sheet: sheetName, local } = splitSheet(item.formula);
    const rect = tryParseRect(local);
    const sheet = sheetName === undefined ? item.scope : this.workbook.findSheet(sheetName);
    return sheet && rect ? { sheet, rect } : undefined;
  }
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** “台账!$A$1:$C$3”, as names and charts refer to cells. */
export function absoluteReference(sheet: Sheet, rect: Rect): string {
  return `${quoteSheet(sheet.name)}!${formatRect(rect, true)}`;
}
