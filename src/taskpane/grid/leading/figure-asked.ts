import { contentValue } from '../../../base/content-value';
import type { Ledger } from '../../../ledger/ledger';
import { parsePeriod } from '../../../ledger/period';
import { sectionText } from '../../../sheets/cell-contents';
import { LIGHTS } from '../../../sheets/figures/leaders-lights';
import { MISSING_WORD } from '../../../sheets/figures/leaders-tab';
import { BESIDE_WORD } from '../../../sheets/figures/places-tab';
import { SCORE_COLUMNS } from '../../../sheets/figures/scores-tab';
import { TALLY_COUNTS } from '../../../sheets/figures/summary-counts';
import { ALL_WORD, LIGHT_WORD, TAB } from '../../../sheets/words';
import type { AskedFigure, Figure } from '../../screens/summary/figure-rows';
import type { SheetGridModel } from '../sheet-grid-model';
import { headAbove, namesOfUnits } from './read-around';

/** What 考核 counts of a unit, and in which column. */
const SCORED = [
  ['due', 'due'],
  ['dueOnTime', 'onTime'],
  ['dueLate', 'late'],
  ['dueUndone', 'overdue'],
  ['lateReturns', 'lateReturns'],
  ['sentBack', 'sentBack'],
] as const;

/** Heads of figures as the tabs have them, without brackets and breaks. */
const FIGURE_OF: ReadonlyMap<string, Figure> = new Map<string, Figure>([
  ...Object.values(ALL_WORD).map((head) => [bare(head), 'measures'] as const),
  ...TALLY_COUNTS.map(({ key, header }) => [bare(header), key] as const),
  ...LIGHTS.map((light) => [LIGHT_WORD[light].color, light] as const),
  ...SCORED.map(([figure, column]) => [SCORE_COLUMNS.header(column), figure] as const),
  [MISSING_WORD, 'missing'],
  [BESIDE_WORD.notListed, 'notListed'],
  [BESIDE_WORD.own, 'own'],
]);

function bare(head: string): string {
  return head.replaceAll(/[\n（）]/gu, '');
}

/** Rows that are of everything, or of all that stands above them. */
const ROW_OF: ReadonlyMap<string, 'whole' | 'sum'> = new Map(
  Object.entries({ 全部措施: 'whole', 合计: 'sum' } as const),
);

/** Heads above those that the figures of a row are of. */
const LIST_OF: ReadonlyMap<string, 'unit' | 'year'> = new Map(
  Object.entries({ 单位: 'unit', 时限年度: 'year' } as const),
);

/** A head, or a row, that tells the period its figures are of. */
interface Head {
  readonly figure: Figure;
  readonly period: AskedFigure['period'];
}

/** “2017-10⏎已完成” is of a period, any other head of how everything stands. */
function headOf(text: string): Head | undefined {
  const figure = FIGURE_OF.get(bare(text));
  if (figure !== undefined) return { figure, period: null };
  const [first = '', second = ''] = text.split('\n');
  const [period, ofPeriod] = [parsePeriod(first), FIGURE_OF.get(second)];
  return period === undefined || ofPeriod === undefined ? undefined : { figure: ofPeriod, period };
}

type Group = Omit<AskedFigure, 'figure'>;

/** What a cell counts, by the heads above, beside and below it; the rows of it may be others than its number says. */
export function figureAsked(
  model: SheetGridModel,
  ledger: Ledger,
  line: number,
  column: number,
): AskedFigure | undefined {
  if (model.sheet.name === TAB.places) return placeFigure(model, line, column);
  const head = headOf(headAbove(model, line, column));
  const group = head && groupIn(model, ledger, line, column);
  if (head !== undefined && group !== undefined)
    return { ...group, figure: head.figure, period: head.period ?? group.period };
  const below = headOf(model.text(line + 1, column));
  return below && { ...wholeOf(model), ...below };
}

const WHOLE = { of: 'total', name: '', period: null } as const satisfies Group;

/** Of which unit 单位页 is; every other tab is of everything. */
function wholeOf(model: SheetGridModel): Group {
  if (model.sheet.name !== TAB.unitPage) return WHOLE;
  for (let line = 1; line <= FIRST_LINES; line += 1) {
    const [label, ...others] = model.columns
      .map(({ at }) => model.text(line, at))
      .filter((text) => text !== '');
    if (LIST_OF.get(label ?? '') === 'unit' && others[0] !== undefined)
      return { of: 'unit', name: others[0], period: null };
  }
  return WHOLE;
}

const FIRST_LINES = 6;

/** Whose figure it is, by what stands at the left of it. */
function groupIn(model: SheetGridModel, ledger: Ledger, line: number, column: number): Group | undefined {
  for (const { at } of model.columns) {
    if (at >= column) return undefined;
    const group = groupNamed(model, ledger, line, at);
    if (group !== undefined) return group;
  }
  return undefined;
}

function groupNamed(model: SheetGridModel, ledger: Ledger, line: number, column: number): Group | undefined {
  const text = model.text(line, column);
  if (text === '') return undefined;
  if (ROW_OF.get(text) === 'whole') return WHOLE;
  const period = parsePeriod(text);
  if (period !== undefined) return { ...wholeOf(model), period };
  if (namesOfUnits(ledger).has(text)) return { of: 'unit', name: text, period: null };
  const section = ledger.plan.sections.find(({ no }) => sectionText(ledger.plan, no) === text);
  if (section !== undefined) return { of: 'section', name: section.no, period: null };
  const list = LIST_OF.get(listHead(model, line, column));
  if (ROW_OF.get(text) === 'sum')
    return list === 'unit' ? { of: 'assignments', name: '', period: null } : WHOLE;
  if (list !== 'year') return undefined;
  const year = contentValue(model.content(line, column));
  return { of: 'year', name: typeof year === 'number' ? String(year) : '', period: null };
}

/** The head of a list whose first column holds texts: the one above which nothing stands. */
function listHead(model: SheetGridModel, line: number, column: number): string {
  for (let above = line - 1; above >= 2; above -= 1)
    if (model.text(above - 1, column + 1) === '' && model.text(above, column + 1) !== '')
      return model.text(above, column);
  return '';
}

/** On 分地区 places stand above and figures at the left. */
function placeFigure(model: SheetGridModel, line: number, column: number): AskedFigure | undefined {
  const figure = model.columns
    .map(({ at }) => FIGURE_OF.get(model.text(line, at)))
    .find((one) => one !== undefined);
  const place = model.text(model.freeze.rows, column);
  if (figure === undefined || place === '') return undefined;
  return { of: 'place', name: ROW_OF.get(place) === 'sum' ? '' : place, figure, period: null };
}
