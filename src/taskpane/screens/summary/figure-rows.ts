import { foldLedger, type AssignmentState, type MeasureState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';

/** What is counted of a group of measures. */
export const FIGURES = [
  'measures',
  'done',
  'inProgress',
  'notStarted',
  'ongoing',
  'notReported',
  'overdue',
  'dueSoon',
] as const;
export type Figure = (typeof FIGURES)[number];

/** A figure that was asked about: of everything, of a section by its number, or of a unit by its name. */
export interface AskedFigure {
  readonly of: 'total' | 'section' | 'unit';
  readonly name: string;
  readonly figure: Figure;
}

/** A measure, or what one unit owes of it. */
export interface FigureRow {
  readonly measure: number;
  readonly text: string;
  readonly units: readonly string[];
  readonly state: Pick<MeasureState, 'standing' | 'timeliness' | 'overdueDays' | 'verification' | 'deadline'>;
}

/** What a figure counts, in the plan's order: as many rows as the figure says. */
export function figureRows(ledger: Ledger, { of, name, figure }: AskedFigure): readonly FigureRow[] {
  const { assignments, measures } = foldLedger(ledger);
  const known = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  const rows: readonly FigureRow[] =
    of === 'unit'
      ? assignments
          .filter(({ assignment }) => assignment.unit === name)
          .map((state) => ({
            measure: state.assignment.measure,
            text: known.get(state.assignment.measure)?.text ?? '',
            units: [name],
            state,
          }))
      : measures
          .filter(({ measure }) => of === 'total' || known.get(measure)?.section === name)
          .map((state) => ({
            measure: state.measure,
            text: known.get(state.measure)?.text ?? '',
            units: state.units.map(({ assignment }) => assignment.unit),
            state,
          }));
  return rows.filter(({ state }) => counts(state, figure));
}

function counts(state: Pick<AssignmentState, 'standing' | 'timeliness'>, figure: Figure): boolean {
  if (figure === 'measures') return true;
  return figure === 'overdue' || figure === 'dueSoon'
    ? state.timeliness === figure
    : state.standing === figure;
}

/** The name under which the session keeps which figure was asked about. */
export const FIGURE_ASKED = 'figures.asked';

/** As the session keeps it; the name may hold anything. */
export function askedText({ of, name, figure }: AskedFigure): string {
  return [of, figure, name].join(' ');
}

/** Reads what `askedText` writes; `null` for what is none. */
export function askedOf(text: string): AskedFigure | null {
  const [of, asked, ...name] = text.split(' ');
  const figure = FIGURES.find((one) => one === asked);
  if (figure === undefined || (of !== 'total' && of !== 'section' && of !== 'unit')) return null;
  return { of, figure, name: name.join(' ') };
}
