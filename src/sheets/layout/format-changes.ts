import { must } from '../../base/invariant';
import type { CellFormat, RangeFormat, SheetBlueprint } from '../../base/blueprint';
import type { ChangedTab, DetailFormat, LookDetail } from '../../base/workbook-difference';
import { DEFAULT_SIZE } from '../row-heights';
import { placeOf } from './placement';
import type { TabLayout } from './tab-layout';

/** The changes of a tab's formats. */
interface LookChanges {
  readonly formats: readonly RangeFormat[];
  readonly details: readonly LookDetail[];
  readonly rowHeights: ChangedTab['rowHeights'];
  /** The number format that the tab as it will be gives a cell of the workbook. */
  readonly numberFormat: (row: number, column: number) => string | undefined;
}

/**
 * Looks of cells that are new or that the product gives another look; all other cells keep theirs. A cell that is no longer
 * ours loses what the product gave it. Where a cell that stays only gets another size or number format, the rest of its look
 * is left alone: a clerk may have filled it.
 */
export function formatChanges(before: SheetBlueprint, after: SheetBlueprint, layout: TabLayout): LookChanges {
  const then = placedLooks(before, layout.stays);
  const now = placedLooks(after, layout.stands);
  const runsOf = rowRuns();
  const rows = [...new Set([...now.keys(), ...then.keys()])].sort((a, b) => a - b);
  const runs = rows.map((row) => [row, runsOf(now.get(row) ?? NO_LOOKS, then.get(row) ?? NO_LOOKS)] as const);
  return {
    formats: blocks(runs, ({ detail }) => !detail),
    details: blocks(runs, ({ detail }) => detail),
    rowHeights: heightChanges(before, after, layout),
    numberFormat: (row, column) => now.get(row)?.[column - 1]?.format.numberFormat,
  };
}

interface Look {
  readonly format: CellFormat;
  readonly text: string;
}

/** The look of a cell of which the product says nothing. */
const PLAIN = '{}';

const GENERAL = 'General';

/** Looks of a row by column from 0 on; rows that look alike have the same. */
type RowLooks = readonly (Look | undefined)[];

const NO_LOOKS: RowLooks = [];

/** What the looks of a row follow from; most rows are like the one above. */
interface RowKind {
  readonly over: readonly number[];
  readonly width: number;
  readonly isHead: boolean;
  readonly looks: RowLooks;
}

function placedLooks(sheet: SheetBlueprint, at: TabLayout['stands']): ReadonlyMap<number, RowLooks> {
  const placed = new Map<number, RowLooks>();
  const known = new Map<string, RowLooks>();
  const lookOf = looksOfFormats(sheet.formats);
  const formatsOver = formatsByRow(sheet.formats);
  let above: RowKind | undefined;
  sheet.cells.forEach((cells, index) => {
    const row = index + 1;
    const over = formatsOver(row);
    const place = at.rows.get(row);
    if (place === undefined) return;
    const width = Math.max(sheet.columnWidths.length, cells.length);
    const isHead = at.head !== undefined && row <= at.head.last;
    if (above?.over !== over || above.width !== width || above.isHead !== isHead) {
      const key = `${width} ${isHead} ${over.join()}`;
      const looks = known.get(key) ?? rowLooks(over, row, width, at, { formats: sheet.formats, lookOf });
      known.set(key, looks);
      above = { over, width, isHead, looks };
    }
    placed.set(place, above.looks);
  });
  return placed;
}

/** Which formats lie over a row, by their order. The rows are asked for from above. */
function formatsByRow(formats: readonly RangeFormat[]): (row: number) => readonly number[] {
  const rangeOf = (order: number) => must(formats[order], 'the format of that order').range;
  const byTop = formats.map((_, order) => order).sort((a, b) => rangeOf(a).top - rangeOf(b).top);
  let next = 0;
  let over: readonly number[] = [];
  return (row) => {
    const begun: number[] = [];
    for (let order = byTop[next]; order !== undefined && rangeOf(order).top <= row; order = byTop[next]) {
      begun.push(order);
      next += 1;
    }
    const isOver = (order: number) => rangeOf(order).bottom >= row;
    if (begun.length > 0) over = [...over, ...begun].filter(isOver).sort((a, b) => a - b);
    else if (!over.every(isOver)) over = over.filter(isOver);
    return over;
  };
}

/** Rows under the same formats look alike. */
function rowLooks(
  orders: readonly number[],
  row: number,
  width: number,
  at: TabLayout['stands'],
  { formats, lookOf }: { readonly formats: readonly RangeFormat[]; readonly lookOf: LookOf },
): RowLooks {
  const over = orders.map(
    (order) => [order, must(formats[order], 'the format of that order').range] as const,
  );
  const looks: (Look | undefined)[] = [];
  for (let column = 1; column <= width; column += 1) {
    const place = placeOf(at, row, column);
    if (place === undefined) continue;
    const here = over.filter(([, range]) => column >= range.left && column <= range.right);
    looks[place.column - 1] = lookOf(here.map(([order]) => order));
  }
  return looks;
}

/** The look of a cell over which these formats lie, by their order. */
type LookOf = (orders: readonly number[]) => Look;

/** The same few formats lie over most cells of a tab. */
function looksOfFormats(formats: readonly RangeFormat[]): LookOf {
  const known = new Map<string, Look>();
  return (orders) => {
    const key = orders.join();
    const look =
      known.get(key) ?? mergedLook(orders.map((order) => must(formats[order], 'the format of that order')));
    known.set(key, look);
    return look;
  };
}

function mergedLook(formats: readonly RangeFormat[]): Look {
  const format = Object.assign({}, ...formats.map((one) => one.format)) as CellFormat;
  const entries = Object.entries(format).sort(([a], [b]) => (a < b ? -1 : 1));
  return { format, text: JSON.stringify(Object.fromEntries(entries)) };
}

/** Cells beside each other that get one look, or one detail of it. */
interface Run {
  readonly left: number;
  readonly right: number;
  readonly look: Look;
  readonly detail: boolean;
}

const PLAIN_LOOK: Look = { format: {}, text: PLAIN };

/** What changes from one row's looks to another's; many rows change alike, and are compared once. */
function rowRuns(): (looks: RowLooks, former: RowLooks) => readonly Run[] {
  const known = new Map<RowLooks, Map<RowLooks, readonly Run[]>>();
  return (looks, former) => {
    const ofLooks = known.get(looks) ?? new Map<RowLooks, readonly Run[]>();
    known.set(looks, ofLooks);
    const found = ofLooks.get(former) ?? changedRuns(looks, former);
    ofLooks.set(former, found);
    return found;
  };
}

function changedRuns(looks: RowLooks, former: RowLooks): readonly Run[] {
  const runs: (Run & { right: number })[] = [];
  for (let at = 0; at < Math.max(looks.length, former.length); at += 1) {
    const [look, was] = [looks[at] ?? PLAIN_LOOK, former[at] ?? PLAIN_LOOK];
    if (look.text === was.text) continue;
    const last = runs.at(-1);
    const change = changeOf(look, was);
    if (last?.right === at && last.detail === change.detail && last.look.text === change.look.text)
      last.right = at + 1;
    else runs.push({ left: at + 1, right: at + 1, ...change });
  }
  return runs;
}

function changeOf(look: Look, was: Look): Pick<Run, 'look' | 'detail'> {
  const detail = was.text === PLAIN ? undefined : detailOf(look.format, was.format);
  if (detail === undefined) return { look, detail: false };
  return { look: { format: detail, text: JSON.stringify(detail) }, detail: true };
}

/** Nothing when more changes than the size of the letters and the number format. */
function detailOf(
  { size = DEFAULT_SIZE, numberFormat = GENERAL, ...rest }: CellFormat,
  { size: hadSize = DEFAULT_SIZE, numberFormat: hadNumberFormat = GENERAL, ...hadRest }: CellFormat,
): DetailFormat | undefined {
  if (!isSameFormat(rest, hadRest)) return undefined;
  return {
    ...(size === hadSize ? {} : { size }),
    ...(numberFormat === hadNumberFormat ? {} : { numberFormat }),
  };
}

function isSameFormat(one: CellFormat, other: CellFormat): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<keyof CellFormat>;
  return [...names].every((name) => one[name] === other[name]);
}

/** Runs below each other that are as wide and get one look are one range. @param rows In order. @param counts Which runs. */
function blocks(
  rows: readonly (readonly [row: number, runs: readonly Run[]])[],
  counts: (run: Run) => boolean,
): readonly RangeFormat[] {
  interface Block extends Run {
    readonly top: number;
    bottom: number;
  }
  const open = new Map<string, Block>();
  const found: Block[] = [];
  // Of the row above: most rows are like it.
  let above:
    { readonly row: number; readonly runs: readonly Run[]; readonly blocks: readonly Block[] } | undefined;
  for (const [row, runs] of rows) {
    if (runs === above?.runs && row === above.row + 1) {
      for (const block of above.blocks) block.bottom = row;
      above = { ...above, row };
      continue;
    }
    const here: Block[] = [];
    for (const run of runs.filter(counts)) {
      const key = `${run.left}:${run.right}:${run.look.text}`;
      let block = open.get(key);
      if (block !== undefined && block.bottom + 1 === row) block.bottom = row;
      else {
        block = { ...run, top: row, bottom: row };
        found.push(block);
        open.set(key, block);
      }
      here.push(block);
    }
    above = { row, runs, blocks: here };
  }
  return found.map(({ top, bottom, left, right, look: { format } }) => ({
    range: { top, bottom, left, right },
    format,
  }));
}

function heightChanges(
  before: SheetBlueprint,
  after: SheetBlueprint,
  { stays, stands }: TabLayout,
): ChangedTab['rowHeights'] {
  const placed = (sheet: SheetBlueprint, rows: ReadonlyMap<number, number>) =>
    new Map(
      sheet.rowHeights.flatMap(({ row, points }): [number, number][] => {
        const at = rows.get(row);
        return at === undefined ? [] : [[at, points]];
      }),
    );
  const [then, now] = [placed(before, stays.rows), placed(after, stands.rows)];
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((row) => then.get(row) !== now.get(row))
    .sort((a, b) => a - b)
    .map((row) => ({ row, points: now.get(row) ?? null, was: then.get(row) ?? null }));
}
