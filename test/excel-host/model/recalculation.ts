import { createHash } from 'node:crypto';
import { maxColumn, maxRow } from './address';
import type { Cell } from './grid';
import type { Sheet } from './sheet';
import { columnNamesOf } from './table';
import type { CellValue } from './values';
import type { Workbook } from './workbook';

/** Formulas whose results depend on more than the workbook. */
const VOLATILE = /\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|INDIRECT|OFFSET|CELL|INFO)\(/iu;
const MOST = 512;
const everything = { top: 1, left: 1, bottom: maxRow, right: maxColumn };

/** Results of sheets computed before, by all they were computed from: many a test comes to the same sheet again. */
const known = new Map<string, readonly CellValue[]>();

/** A sheet as its formulas see it, and what they are. */
interface Source {
  readonly text: string;
  readonly formulas: readonly Cell[];
  readonly isVolatile: boolean;
}

/**
 * Computes sheet by sheet, and of these only what is asked for: the formulas of a sheet are computed anew where anything has changed on it or
 * on a sheet that they name, themselves or by the formulas there.
 */
export class Recalculation {
  /** Sheets whose results are those of what stands in the workbook. */
  private readonly current = new Set<Sheet>();

  /** @param compute Computes the formulas of these sheets; those of all others count as the values they have. */
  constructor(
    private readonly workbook: Workbook,
    private readonly compute: (sheets: ReadonlySet<Sheet>) => void,
  ) {}

  /** Something has changed, wherever it is. */
  invalidate(): void {
    this.current.clear();
  }

  /** Whether every sheet is up to date. */
  get isDone(): boolean {
    return this.workbook.sheets.every((sheet) => this.current.has(sheet));
  }

  /** Brings a sheet up to date, with those it depends on; without one, all. */
  bring(sheet?: Sheet): void {
    if (sheet !== undefined && this.current.has(sheet)) return;
    const sources = new Map(this.workbook.sheets.map((one) => [one, sourceOf(one)]));
    const dependencies = new Map([...sources].map(([one, source]) => [one, this.namedIn(source)]));
    const wanted = sheet === undefined ? this.workbook.sheets : [...reached(sheet, dependencies)];
    const stale = new Map<Sheet, string | undefined>();
    for (const one of wanted) {
      if (this.current.has(one)) continue;
      const key = this.keyOf([...reached(one, dependencies)], sources);
      const results = key === undefined ? undefined : known.get(key);
      if (results === undefined) stale.set(one, key);
      else give(sources.get(one)?.formulas ?? [], results);
      this.current.add(one);
    }
    const computed = new Set([...stale.keys()].filter((one) => sources.get(one)?.formulas.length !== 0));
    if (computed.size > 0) this.compute(computed);
    for (const [one, key] of stale) if (key !== undefined) keep(key, sources.get(one)?.formulas ?? []);
  }

  /** All sheets, whatever is known: a formula may fill cells that are not its own. */
  bringAll(): void {
    this.compute(new Set(this.workbook.sheets));
    for (const sheet of this.workbook.sheets) this.current.add(sheet);
  }

  /** The sheets whose names, tables or defined names stand in the formulas of one. A name too many costs time and nothing else. */
  private namedIn({ formulas }: Source): ReadonlySet<Sheet> {
    const text = [...new Set(formulas.map(({ formula }) => formula))].join('\n').toLowerCase();
    const found = new Set<Sheet>();
    const look = (said: string) => {
      for (const sheet of this.workbook.sheets) {
        const names = [sheet.name.replaceAll("'", "''"), ...sheet.tables.map(({ name }) => name)];
        if (names.some((name) => said.includes(name.toLowerCase()))) found.add(sheet);
      }
    };
    look(text);
    for (const { name, formula } of this.workbook.names.all)
      if (text.includes(name.toLowerCase())) look(formula.toLowerCase());
    return found;
  }

  /** What the results of the first of these sheets follow from; `undefined` where they follow from more than the workbook. */
  private keyOf(sheets: readonly Sheet[], sources: ReadonlyMap<Sheet, Source>): string | undefined {
    const hash = createHash('sha256');
    for (const { name, formula, scope } of this.workbook.names.all)
      hash.update(JSON.stringify([name, formula, scope?.name]));
    for (const sheet of sheets) {
      const source = sources.get(sheet);
      if (source === undefined || source.isVolatile) return undefined;
      hash.update(source.text);
    }
    return hash.digest('base64');
  }
}

/** The sheet itself first, then those its formulas depend on, however far away. */
function reached(sheet: Sheet, dependencies: ReadonlyMap<Sheet, ReadonlySet<Sheet>>): ReadonlySet<Sheet> {
  const found = new Set([sheet]);
  for (const one of found) for (const other of dependencies.get(one) ?? []) found.add(other);
  return found;
}

function give(formulas: readonly Cell[], results: readonly CellValue[]): void {
  formulas.forEach((cell, index) => {
    cell.value = results[index] ?? null;
  });
}

function keep(key: string, formulas: readonly Cell[]): void {
  if (known.size >= MOST) known.delete(known.keys().next().value ?? '');
  known.set(
    key,
    formulas.map(({ value }) => value),
  );
}

function sourceOf(sheet: Sheet): Source {
  const parts: unknown[] = [sheet.name, sheet.merges];
  const formulas: Cell[] = [];
  let isVolatile = false;
  for (const table of sheet.tables) {
    const { name, rect, showHeaders, showTotals } = table;
    parts.push([name, rect, showHeaders, showTotals, columnNamesOf(table)]);
  }
  for (const [row, { hidden }] of sheet.grid.rows) if (hidden) parts.push(row);
  for (const [row, column, cell] of sheet.grid.cellsIn(everything)) {
    if (cell.formula === undefined) parts.push(row, column, null, cell.value);
    else {
      isVolatile ||= VOLATILE.test(cell.formula);
      formulas.push(cell);
      parts.push(row, column, cell.formula, null);
    }
  }
  return { text: JSON.stringify(parts), formulas, isVolatile };
}
