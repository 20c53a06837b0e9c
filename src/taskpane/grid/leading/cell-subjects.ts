import { contentValue } from '../../../base/content-value';
import type { Ledger } from '../../../ledger/ledger';
import type { DossierOf } from '../../dossier/dossier-path';
import type { AskedFigure } from '../../screens/summary/figure-rows';
import { countRows } from '../../screens/summary/records/record-rows';
import type { SheetGridModel } from '../sheet-grid-model';
import { figureAsked } from './figure-asked';
import { headAbove, namesOfUnits } from './read-around';

/** What a cell is about: a measure or a unit that its row names, or rows that its figure counts. */
export type CellSubject =
  | { readonly kind: 'figure'; readonly asked: AskedFigure; readonly count: number }
  | { readonly kind: 'dossier'; readonly of: DossierOf };

const NUMBER = /序号$/;
/** Between the units that one cell names. */
const BETWEEN = '、';

/** What the cell at a place leads to, the nearest first; nothing in a head or a title. */
export function cellSubjects(
  model: SheetGridModel,
  ledger: Ledger,
  line: number,
  column: number,
): readonly CellSubject[] {
  const figure = figureAt(model, ledger, line, column);
  const measure = measureIn(model, ledger, line);
  const units = unitsIn(model, ledger, line, column);
  return [
    ...(figure === undefined ? [] : [figure]),
    ...(measure === undefined ? [] : [{ kind: 'dossier', of: { measure } } as const]),
    ...units.map((unit) => ({ kind: 'dossier', of: { unit } }) as const),
  ];
}

/** A figure leads to its rows only where there are as many of them as it says. */
function figureAt(
  model: SheetGridModel,
  ledger: Ledger,
  line: number,
  column: number,
): CellSubject | undefined {
  const count = contentValue(model.content(line, column));
  if (typeof count !== 'number' || count === 0) return undefined;
  const asked = figureAsked(model, ledger, line, column);
  if (asked === undefined || countRows(ledger, asked) !== count) return undefined;
  return { kind: 'figure', asked, count };
}

function measureIn(model: SheetGridModel, { plan }: Ledger, line: number): number | undefined {
  for (const { at } of model.columns) {
    const no = contentValue(model.content(line, at));
    if (typeof no !== 'number' || !plan.measures.some((measure) => measure.no === no)) continue;
    if (NUMBER.test(headAbove(model, line, at))) return no;
  }
  return undefined;
}

/** Those of the cell itself, else those that the row names first. */
function unitsIn(model: SheetGridModel, ledger: Ledger, line: number, column: number): readonly string[] {
  const known = namesOfUnits(ledger);
  const named = (at: number) =>
    model
      .text(line, at)
      .split(BETWEEN)
      .filter((name) => known.has(name));
  const own = named(column);
  if (own.length > 0) return own;
  return model.columns.map(({ at }) => named(at)).find((names) => names.length > 0) ?? [];
}
