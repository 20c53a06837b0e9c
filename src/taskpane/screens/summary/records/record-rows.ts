import { must } from '../../../../base/invariant';
import { WEIGHT_OF, scoreUnits, type Deduction } from '../../../../ledger/figures/scores';
import { levelFigures } from '../../../../ledger/figures/place-figures';
import { returnsOwed, type OwedReturn } from '../../../../ledger/figures/submissions';
import type { Ledger } from '../../../../ledger/ledger';
import { lettersIssued } from '../../../../ledger/letters';
import { PATH_SEPARATOR } from '../../../../ledger/levels/levels';
import type { LetterEntry, PeriodCode } from '../../../../ledger/records';
import { placesRowOf } from '../../../../sheets/figures/places-tab';
import { firstDeductionRow } from '../../../../sheets/figures/scores-tab';
import { actRows } from '../../../../sheets/tabs/acts-tab';
import { levelRowPlaces } from '../../../../sheets/tabs/level-rows-tab';
import { returnShown, type ShownReturn } from '../../../../sheets/tabs/submissions-tab';
import { TAB } from '../../../../sheets/words';
import {
  asksRecords,
  figureRows,
  type AskedFigure,
  type AskedRecords,
  type RecordFigure,
} from '../figure-rows';
import { placeMeasures, type PlaceMeasure } from '../places/place-rows';

/** What a record is about. */
export type RecordSubject =
  | {
      readonly kind: 'return';
      readonly owed: OwedReturn;
      readonly period: PeriodCode;
      readonly record: ShownReturn['record'];
    }
  | { readonly kind: 'deduction'; readonly deduction: Deduction }
  | { readonly kind: 'letter'; readonly letter: LetterEntry }
  | { readonly kind: 'place'; readonly path: string; readonly measure: PlaceMeasure };

/** One of what a figure counts. */
export interface RecordRow {
  readonly key: string;
  readonly subject: RecordSubject;
  /** Where the tab that holds it has it, as it is drawn: a measure of a place stands there once for each of its units. */
  readonly rows: readonly number[];
}

/** The tab that holds what a figure counts. */
export const RECORD_TAB: Readonly<Record<RecordFigure, string>> = {
  offices: TAB.submissions,
  returned: TAB.submissions,
  missing: TAB.submissions,
  lateReturns: TAB.scores,
  sentBack: TAB.scores,
  letters: TAB.acts,
  notListed: TAB.places,
  own: TAB.levelRows,
};

/** What a figure counts, in the order of its tab: as many rows as the figure says. */
export function recordRows(ledger: Ledger, asked: AskedRecords): readonly RecordRow[] {
  const { of, name, figure } = asked;
  switch (figure) {
    case 'offices':
    case 'returned':
    case 'missing':
      return of === 'total' ? returnRows(ledger, asked.period ?? ledger.settings.period, figure) : [];
    case 'lateReturns':
    case 'sentBack':
      return of === 'unit' ? deductionRows(ledger, name, figure) : [];
    case 'letters':
      return of === 'total' ? letterRows(ledger) : [];
    case 'notListed':
    case 'own':
      return of === 'place' ? besideOurs(ledger, name, figure) : [];
  }
}

/** How many rows a figure leads to. */
export function countRows(ledger: Ledger, asked: AskedFigure): number {
  return asksRecords(asked) ? recordRows(ledger, asked).length : figureRows(ledger, asked).length;
}

/** Rows of the tab that say what stands below them, where they are none of those that stay in view. */
export function headsOfRecords(ledger: Ledger, figure: RecordFigure): readonly number[] {
  if (RECORD_TAB[figure] !== TAB.scores) return [];
  const first = firstDeductionRow(ledger.directory.units.length);
  return [first - 2, first - 1];
}

/** Of a period that the ledger knows nothing of there are none. */
function returnRows(
  ledger: Ledger,
  period: PeriodCode,
  figure: 'offices' | 'returned' | 'missing',
): readonly RecordRow[] {
  return returnsOwed(ledger, period)
    .filter(({ submission }) => figure === 'offices' || (submission === 'missing') === (figure === 'missing'))
    .flatMap((owed): readonly RecordRow[] => {
      const shown = returnShown(ledger, owed.office, period);
      if (shown === undefined) return [];
      const subject = { kind: 'return', owed, period, record: shown.record } as const;
      return [{ key: owed.office, subject, rows: [shown.row] }];
    });
}

/** Of the list of deductions in 考核 those of a unit that are of returns and claims. */
function deductionRows(
  ledger: Ledger,
  unit: string,
  figure: 'lateReturns' | 'sentBack',
): readonly RecordRow[] {
  const weight = figure === 'lateReturns' ? 'lateReturn' : 'sentBack';
  const scores = scoreUnits(ledger);
  const first = firstDeductionRow(scores.length);
  return scores
    .flatMap(({ deductions }) => deductions)
    .map((deduction, index) => ({ deduction, row: first + index }))
    .filter(({ deduction }) => deduction.unit === unit && WEIGHT_OF[deduction.kind] === weight)
    .map(({ deduction, row }) => ({
      key: String(row),
      subject: { kind: 'deduction', deduction },
      rows: [row],
    }));
}

function letterRows(ledger: Ledger): readonly RecordRow[] {
  const rows = actRows(ledger);
  return lettersIssued(ledger).map((letter) => ({
    key: String(letter.id),
    subject: { kind: 'letter', letter },
    rows: [must(rows.get(letter.id), 'the row of a letter')],
  }));
}

/** Measures handed down that a place does not list, or its own; with an empty path of all places directly below. */
function besideOurs(ledger: Ledger, path: string, figure: 'notListed' | 'own'): readonly RecordRow[] {
  const places = levelFigures(ledger)
    .places.map((place) => place.path)
    .filter((one) => (path === '' ? !one.includes(PATH_SEPARATOR) : one === path));
  return places.flatMap((place) =>
    placeMeasures(ledger, place)
      .filter(({ isOwn, state }) => (figure === 'own' ? isOwn : state === 'notListed'))
      .map((measure) => ({
        key: `${place} ${measure.key}`,
        subject: { kind: 'place', path: place, measure },
        rows: rowsOfPlace(ledger, measure),
      })),
  );
}

function rowsOfPlace(ledger: Ledger, { isOwn, no, rows }: PlaceMeasure): readonly number[] {
  if (!isOwn) return [must(placesRowOf(ledger, no), 'the row of a measure handed down')];
  const places = levelRowPlaces(ledger);
  return rows.map((row) => must(places.get(row), 'the row of a report from below'));
}
