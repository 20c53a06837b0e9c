import { foldLedger, type LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import type { Entry, UnitDirectory } from '../../ledger/records';
import { fnv1a } from '../../plan/plan-id';
import type { Plan } from '../../plan/plan';
import type { RawWorkbook } from '../../base/raw-sheet';
import type { CellContent, WriteMark } from '../../base/blueprint';
import { cellAt, cellText, sheetNamed } from './raw-table';
import { TAB } from '../words';

/** What 台账 was drawn from when the workbook was last written to the end, as `_ledger` says. */
export interface Drawn {
  /** `planDigest` of the plan. */
  readonly plan: string;
  /** Number of the last entry. */
  readonly entry: number;
  readonly groups: UnitDirectory['groups'];
  /** `stateDigest` of the ledger; empty in workbooks written before there was one. */
  readonly state: string;
}

/** Of `_ledger`, beside what it says: not empty from the first request of a change to the last. */
export const CHANGING = { sheet: TAB.identity, row: 1, column: 4, text: '…' } as const;

/** The same cell while a ledger is put into a workbook for the first time. */
export const BEGINNING = { ...CHANGING, text: '建账' } as const;

/** Whether a change of the workbook has stopped half way: then not all of it shows the ledger that is read from it. */
export function isHalfChanged(workbook: RawWorkbook): boolean {
  return markIn(workbook) !== '';
}

/** Whether a ledger was being put into the workbook for the first time, and that has stopped half way. */
export function isHalfBegun(workbook: RawWorkbook): boolean {
  return markIn(workbook) === BEGINNING.text;
}

function markIn(workbook: RawWorkbook): string {
  const sheet = sheetNamed(workbook, CHANGING.sheet);
  return sheet === undefined ? '' : cellText(cellAt(sheet, CHANGING.row, CHANGING.column));
}

const SEPARATOR = '、';
/** Raised when formulas or fixed words of the tabs change: what an older version drew otherwise is then not taken for a clerk's doing. */
export const DRAWING_VERSION = 5;

const KEY = {
  version: 'drawn by version',
  plan: 'drawn plan',
  entry: 'drawn entry',
  state: 'drawn state',
  all: 'drawn ledger',
  footprints: 'drawn footprints',
  group: 'drawn group',
} as const;

/** The rows of `_ledger` that say it; workbooks written before there were such rows say nothing. */
export function drawnRows(ledger: Ledger): readonly CellContent[][] {
  const { plan, entries, directory } = ledger;
  return [
    [KEY.plan, planDigest(plan), null],
    [KEY.entry, lastId(entries), null],
    [KEY.state, stateDigest(ledger), null],
    [KEY.version, DRAWING_VERSION, null],
    [KEY.all, ledgerDigest(ledger), null],
    [KEY.footprints, null, null],
    ...directory.groups.map(({ name, members }) => [KEY.group, name, members.join(SEPARATOR)]),
  ];
}

/** Whether a row of `_ledger` only tells workbooks apart: another text there is nobody's doing whom it would concern. */
export function isDigestRow(row: readonly CellContent[] | undefined): boolean {
  return row?.[0] === KEY.all || isFootprintRow(row);
}

/** Whether a row of `_ledger` says where the tabs stand, as `layout/footprints` has it; as drawn it says nothing. */
export function isFootprintRow(row: readonly CellContent[] | undefined): boolean {
  return row?.[0] === KEY.footprints;
}

/** By tab, where it stood when the workbook was written; a tab that stood as it is drawn is not among them. */
export function readFootprints(workbook: RawWorkbook): ReadonlyMap<string, string> {
  const said = identityRows(workbook).find(({ key }) => key === KEY.footprints)?.value ?? '';
  return new Map(
    said.split('\n').flatMap((line): [string, string][] => {
      const [name = '', at = ''] = line.trim().split(' ');
      return at === '' ? [] : [[name, at]];
    }),
  );
}

/** `undefined` where the workbook does not say. */
export function readDrawn(workbook: RawWorkbook): Drawn | undefined {
  const rows = identityRows(workbook);
  const valueOf = (key: string) => rows.find((row) => row.key === key)?.value;
  const [plan, entry] = [valueOf(KEY.plan), valueOf(KEY.entry)];
  if (plan === undefined || entry === undefined) return undefined;
  const groups = rows
    .filter(({ key }) => key === KEY.group)
    .map(({ value, list }) => ({ name: value, members: list === '' ? [] : list.split(SEPARATOR) }));
  return { plan, entry: Number(entry), groups, state: valueOf(KEY.state) ?? '' };
}

/** Whether the version that drew the workbook last draws as this one does. */
export function isDrawnAsNow(workbook: RawWorkbook): boolean {
  const row = identityRows(workbook).find(({ key }) => key === KEY.version);
  return row?.value === String(DRAWING_VERSION);
}

function identityRows(
  workbook: RawWorkbook,
): readonly { readonly key: string; readonly value: string; readonly list: string }[] {
  return (sheetNamed(workbook, TAB.identity)?.rows ?? []).map(({ cells }) => {
    const text = (column: number) => cellText(cells.find((cell) => cell.column === column)?.value);
    return { key: text(1), value: text(2), list: text(3) };
  });
}

/** Tells one wording and numbering of the measures from another. */
export function planDigest({ measures }: Plan): string {
  return fnv1a(measures.map(({ no, text }) => `${no} ${text.replace(/\s/g, '')}`).join('\n'));
}

/** The cell that says which ledger the workbook was written from; nothing in workbooks written before there was one. */
export function writtenFrom(workbook: RawWorkbook): WriteMark | undefined {
  const rows = sheetNamed(workbook, TAB.identity)?.rows ?? [];
  for (const { row, cells } of rows) {
    const text = (column: number) => cellText(cells.find((cell) => cell.column === column)?.value);
    if (text(1) === KEY.all && text(2) !== '') return { sheet: TAB.identity, row, column: 2, text: text(2) };
  }
  return undefined;
}

/** Another one after every change that is logged or adds an entry, so that two who change the ledger at once notice each other. */
function ledgerDigest(ledger: Ledger): string {
  const { plan, log } = ledger;
  // Workbooks of the first layout do not say who asked.
  const { source: _source, ...last } = log.at(-1) ?? { source: undefined };
  return fnv1a(JSON.stringify([stateDigest(ledger), planDigest(plan), log.length, last], inOrderOfKeys));
}

/** Tells apart ledgers whose tabs would show other things. */
function stateDigest({ settings, directory, entries, submissions, receipts, levels }: Ledger): string {
  // Which office a clerk looks at is no part of the ledger.
  const { shownOffice: _shown, ...counted } = settings;
  const records = [
    submissions.length,
    ...(receipts.length > 0 ? [receipts.length] : []),
    ...(levels === undefined ? [] : [levels.handDowns.length, levels.reports.length]),
  ];
  return fnv1a(JSON.stringify([counted, directory, lastId(entries), ...records], inOrderOfKeys));
}

function inOrderOfKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Whether the tabs were drawn from just this ledger, so that whatever stands otherwise in a cell of ours was put there by
 * somebody. Not so where a write was interrupted, or where what the ledger is read from was changed by hand.
 */
export function isDrawnOf(workbook: RawWorkbook, ledger: Ledger): boolean {
  const drawn = readDrawn(workbook);
  return drawn?.state === stateDigest(ledger) && drawn.plan === planDigest(ledger.plan);
}

/**
 * Where the ledger stands, and before it whatever else 台账 may show without anybody having typed there: how it stood when
 * the tab was drawn, and after each batch since. They differ where a write was interrupted, and where groups got other
 * members by hand.
 */
export function statesShown(
  workbook: RawWorkbook,
  ledger: Ledger,
): { readonly state: LedgerState; readonly earlier: readonly LedgerState[] } {
  const state = foldLedger(ledger);
  const drawn = readDrawn(workbook);
  if (drawn === undefined || isDrawnFrom(drawn, ledger)) return { state, earlier: [] };
  const { entries, directory } = ledger;
  const then = { ...ledger, directory: { ...directory, groups: drawn.groups } };
  const known = entries.filter(({ id }) => id <= drawn.entry);
  const since = entries.slice(known.length);
  const steps = since.flatMap(({ batch }, index) => (since[index + 1]?.batch === batch ? [] : [index + 1]));
  return {
    state,
    earlier: [
      foldLedger({ ...then, entries: known }),
      ...steps.map((count) => foldLedger({ ...ledger, entries: entries.slice(0, known.length + count) })),
    ],
  };
}

function isDrawnFrom({ entry, groups }: Drawn, { entries, directory }: Ledger): boolean {
  const listed = (some: UnitDirectory['groups']) =>
    JSON.stringify(some.map(({ name, members }) => [name, members.join(SEPARATOR)]));
  return entry >= lastId(entries) && listed(groups) === listed(directory.groups);
}

function lastId(entries: readonly Entry[]): number {
  return entries.at(-1)?.id ?? 0;
}
