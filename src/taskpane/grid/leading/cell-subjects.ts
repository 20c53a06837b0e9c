import { contentValue } from '../../../base/content-value';
import type { Ledger } from '../../../ledger/ledger';
import { sectionText } from '../../../sheets/cell-contents';
import type { DossierOf } from '../../dossier/dossier-path';
import { figureRows, type AskedFigure, type Figure } from '../../screens/summary/figure-rows';
import type { SheetGridModel } from '../sheet-grid-model';

/** What a cell is about: a measure or a unit that its row names, or rows that its figure counts. */
export type CellSubject =
  | { readonly kind: 'figure'; readonly asked: AskedFigure; readonly group: string; readonly count: number }
  | { readonly kind: 'dossier'; readonly of: DossierOf };

/** Heads of figures as the tabs have them. */
const FIGURE_OF: ReadonlyMap<string, Figure> = new Map(
  Object.entries<Figure>({
    措施数: 'measures',
    措施: 'measures',
    措施总数: 'measures',
    已完成: 'done',
    推进中: 'inProgress',
    未启动: 'notStarted',
    长期坚持: 'ongoing',
    未填报: 'notReported',
    逾期: 'overdue',
    红: 'overdue',
    逾期未完成: 'overdue',
    临期: 'dueSoon',
  }),
);
const WHOLE: ReadonlySet<string> = new Set(Object.keys({ 全部措施: true, 合计: true }));
const NUMBER = /序号$/;
/** Between the units that one cell names. */
const BETWEEN = '、';
/** A head stands no farther above: a list of its own would have scrolled out of mind. */
const FARTHEST = 400;

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
  const figure = headAbove(model, line, column, (text) => figureOf(text, ledger));
  const group = figure === undefined ? undefined : groupIn(model, ledger, line, column);
  const below = figureOf(model.text(line + 1, column), ledger);
  const asked: AskedFigure | undefined =
    figure !== undefined && group !== undefined
      ? { of: group.of, name: group.name, figure }
      : below && { of: 'total', name: '', figure: below };
  if (asked === undefined || figureRows(ledger, asked).length !== count) return undefined;
  return { kind: 'figure', asked, group: group?.text ?? '', count };
}

/** “2017-11⏎已完成” is one of the period being collected; of an earlier one the rows are not known any more. */
function figureOf(text: string, { settings }: Ledger): Figure | undefined {
  const [first = '', second] = text.split('\n');
  if (second === undefined) return FIGURE_OF.get(first);
  return first === settings.period ? FIGURE_OF.get(second) : undefined;
}

function headAbove<Found>(
  model: SheetGridModel,
  line: number,
  column: number,
  read: (text: string) => Found | undefined,
): Found | undefined {
  for (let above = line - 1; above >= Math.max(1, line - FARTHEST); above -= 1) {
    const content = model.content(above, column);
    if (typeof content === 'string' && content !== '') {
      const found = read(content);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

interface Group extends Pick<AskedFigure, 'of' | 'name'> {
  readonly text: string;
}

/** Whose figure it is, by what stands at the left of it. */
function groupIn(model: SheetGridModel, ledger: Ledger, line: number, column: number): Group | undefined {
  const sections = new Map(ledger.plan.sections.map(({ no }) => [sectionText(ledger.plan, no), no]));
  const units = namesOfUnits(ledger);
  for (const { at } of model.columns) {
    if (at >= column) return undefined;
    const text = model.text(line, at);
    const section = sections.get(text);
    if (section !== undefined) return { of: 'section', name: section, text };
    if (units.has(text)) return { of: 'unit', name: text, text };
    if (WHOLE.has(text) || text === ledger.settings.period) return { of: 'total', name: '', text };
  }
  return undefined;
}

function measureIn(model: SheetGridModel, { plan }: Ledger, line: number): number | undefined {
  for (const { at } of model.columns) {
    const no = contentValue(model.content(line, at));
    if (typeof no !== 'number' || !plan.measures.some((measure) => measure.no === no)) continue;
    if (headAbove(model, line, at, (text) => (NUMBER.test(text) ? true : undefined)) === true) return no;
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

const knownUnits = new WeakMap<Ledger, ReadonlySet<string>>();

function namesOfUnits(ledger: Ledger): ReadonlySet<string> {
  const names =
    knownUnits.get(ledger) ??
    new Set(
      ledger.directory.units.flatMap(({ name, successor }) => [
        name,
        ...(successor == null ? [] : [successor.name]),
      ]),
    );
  knownUnits.set(ledger, names);
  return names;
}
