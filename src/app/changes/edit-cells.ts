import { must } from '../../base/invariant';
import { foldLedger } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { toSerial } from '../../base/calendar';
import { cleanText, squeezed } from '../../base/clean-text';
import { cellAddress, type RawRow, type RawValue } from '../../base/raw-sheet';
import { readDate } from '../../returns/read/read-date';
import type { CellContent, SheetBlueprint, ValidationRule } from '../../base/blueprint';
import { contentValue } from '../../base/content-value';
import { LEDGER, ledgerTab } from '../../sheets/tabs/ledger-tab';
import { HEADER_ROW } from '../../sheets/tab-builder';
import { TAB } from '../../sheets/words';
import type { OpenedLedger } from '../runner/open-ledger';
import { takeInHandEdits } from '../runner/take-hand-edits';
import type { Revision } from '../runner/use-case';

/** What was typed over a cell of the ledger tab; an empty text clears it. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly typed: string;
}

/** What a cell may hold: the rule its validation enforces in Excel, or any text. */
export type EditRule =
  Extract<ValidationRule, { kind: 'list' | 'wholeNumber' | 'date' }> | { readonly kind: 'text' };

export type EditOutcome =
  | {
      readonly kind: 'taken';
      readonly ledger: Ledger;
      /** Of reports and of verdicts: one each. */
      readonly batches: readonly string[];
      readonly entries: number;
    }
  | { readonly kind: 'unchanged' }
  | UnreportedCellEdit
  | RefusedCellEdit;

/** Nothing was taken in: no unit has reported the measure, so that there is nothing to verify. */
export interface UnreportedCellEdit {
  readonly kind: 'unreported';
  readonly cell: string;
  readonly measure: number;
}

/** Nothing was taken in; `rule` is what the cell asks for, `undefined` where it cannot be edited at all. */
export interface RefusedCellEdit {
  readonly kind: 'refused';
  readonly cell: string;
  readonly typed: string;
  readonly rule: EditRule | undefined;
}

const EDITABLE: ReadonlySet<number> = new Set(LEDGER.keysWith('typed').map((key) => LEDGER.at(key)));

/** What may be typed into a cell; `undefined` where typing is not for the clerk. */
export function editRule(sheet: SheetBlueprint, row: number, column: number): EditRule | undefined {
  if (sheet.name !== TAB.ledger || row <= HEADER_ROW || row > sheet.cells.length) return undefined;
  if (!EDITABLE.has(column)) return undefined;
  const rule = sheet.validations.find(
    ({ range: { top, left, bottom, right } }) =>
      row >= top && row <= bottom && column >= left && column <= right,
  )?.rule;
  switch (rule?.kind) {
    case 'list':
    case 'wholeNumber':
    case 'date':
      return rule;
    case 'namedList':
    case 'decimal':
    case 'textLength':
    case undefined:
      return { kind: 'text' };
  }
}

/** What was typed into the grid, and what became of it. */
export function editLedgerCells(
  { ledger, at }: OpenedLedger,
  { edits }: { readonly edits: readonly CellEdit[] },
): Revision & { readonly outcome: EditOutcome } {
  const outcome = editCells(ledger, edits, at);
  return { ledger: outcome.kind === 'taken' ? outcome.ledger : ledger, outcome };
}

/**
 * Takes in what was typed over cells of the ledger tab, by the path of a hand edit in Excel and as one edit. The cells'
 * validations hold here as they do there: one refused cell, and nothing is taken in.
 */
export function editCells(ledger: Ledger, edits: readonly CellEdit[], at: string): EditOutcome {
  const sheet = ledgerTab(ledger, foldLedger(ledger));
  const rows = new Map([[HEADER_ROW, rowValues(rowOf(sheet, HEADER_ROW))]]);
  for (const { row, column, typed } of edits) {
    const rule = editRule(sheet, row, column);
    const value = rule === undefined ? undefined : typedValue(rule, typed);
    if (value === undefined) return { kind: 'refused', cell: cellAddress(row, column), typed, rule };
    const cells = rows.get(row) ?? rowValues(rowOf(sheet, row));
    if (value === '') cells.delete(column);
    else cells.set(column, value);
    rows.set(row, cells);
  }
  const raw = { name: TAB.ledger, visibility: 'visible' as const, rows: rawRows(rows), merges: [] };
  const workbook = { file: '', sheets: [raw], date1904: false, hasMacros: false, hasExternalLinks: false };
  const { ledger: edited, taken, refused } = takeInHandEdits(workbook, ledger, at);
  const [unreported] = refused;
  if (unreported !== undefined)
    return { kind: 'unreported', cell: unreported.cell, measure: unreported.measure };
  if (taken === 0) return { kind: 'unchanged' };
  const added = edited.entries.slice(ledger.entries.length);
  const batches = [...new Set(added.map(({ batch }) => batch))];
  return { kind: 'taken', ledger: edited, batches, entries: taken };
}

function rowOf({ name, cells }: SheetBlueprint, row: number): readonly CellContent[] {
  return must(cells[row - 1], `row ${row} of ${name}`);
}

function rowValues(contents: readonly CellContent[]): Map<number, RawValue> {
  return new Map(
    contents.flatMap((content, index): [number, RawValue][] => {
      const value = contentValue(content);
      return value === null || value === '' ? [] : [[index + 1, value]];
    }),
  );
}

function rawRows(rows: ReadonlyMap<number, ReadonlyMap<number, RawValue>>): readonly RawRow[] {
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({
      row,
      hidden: false,
      cells: [...cells].sort(([a], [b]) => a - b).map(([column, value]) => ({ column, value })),
    }));
}

/** The value a typed text stands for under a rule; empty clears, `undefined` is refused. */
function typedValue(rule: EditRule, typed: string): RawValue | undefined {
  if (rule.kind === 'text') return cleanText(typed);
  const text = squeezed(typed);
  if (text === '') return '';
  switch (rule.kind) {
    case 'list':
      return rule.values.includes(text) ? text : undefined;
    case 'wholeNumber': {
      const number = /^\d+%?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
      return number >= rule.min && number <= rule.max ? number : undefined;
    }
    case 'date': {
      const read = readDate({ column: 0, value: text }, { date1904: false, year: 0 });
      if (read.kind !== 'read' || read.how === 'loose') return undefined;
      return read.date >= rule.from && read.date <= rule.to ? toSerial(read.date) : undefined;
    }
  }
}
