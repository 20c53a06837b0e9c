import { yearOf } from '../../base/calendar';
import { grouped } from '../../base/grouped';
import type { AssignmentState, MeasureState } from '../../ledger/fold';
import { sayingOf, type Saying } from './sayings';
import { isOfYear, measureIn, type YearView } from './year-view';

/** A measure that was completed in the year, and what is said of it. */
export interface MovedMeasure {
  readonly state: MeasureState;
  /** The assignment whose report speaks for the measure. */
  readonly spokesman: AssignmentState;
  /** `null` where no unit says more than that it is done. */
  readonly saying: Saying | null;
}

export interface MovedInYear {
  /** By the section's number: those that the body tells of, the first of each by the rules. */
  readonly examples: ReadonlyMap<string, readonly MovedMeasure[]>;
  /** All others, by number. */
  readonly others: readonly MovedMeasure[];
}

const MOST_EXAMPLES = 2;

/** How the examples of the body are chosen, as the annex says it. */
export function rulesOfChoice(item: string): string {
  return `正文每部分举不超过${MOST_EXAMPLES}项本年完成的${item}为例，依次取已核实销号的、有佐证材料的、承担单位多的，都相同的按序号；经核实退回的不举。`;
}

/** The measures completed in the year, section by section, the telling ones apart from the rest. */
export function movedInYear(view: YearView): MovedInYear {
  const moved = view.state.measures.flatMap((state) => movedMeasure(view, state) ?? []);
  const bySection = grouped(moved, ({ state }) => measureIn(view, state.measure).section);
  const examples = new Map(
    [...bySection].map(([section, measures]) => {
      const telling = measures.filter(
        ({ saying, spokesman }) => saying !== null && spokesman.verification !== 'sentBack',
      );
      return [section, telling.toSorted(byRule).slice(0, MOST_EXAMPLES)];
    }),
  );
  const chosen = new Set([...examples.values()].flat());
  return { examples, others: moved.filter((one) => !chosen.has(one)) };
}

function movedMeasure(view: YearView, state: MeasureState): MovedMeasure | null {
  if (state.standing !== 'done') return null;
  const speakers = state.units
    .filter((one) => isOfYear(one, view.year) && completedIn(one, view.year))
    .toSorted((a, b) => rank(a) - rank(b));
  const said = speakers.map((one) => ({ one, saying: sayingOf(one, 'progress', view.directory) }));
  const telling = said.find(({ saying }) => saying !== null) ?? said[0];
  return telling === undefined ? null : { state, spokesman: telling.one, saying: telling.saying };
}

function completedIn({ entry }: AssignmentState, year: number): boolean {
  const completedOn = entry?.report.completedOn ?? null;
  return completedOn !== null && yearOf(completedOn) === year;
}

/** Verified before claimed, with evidence before without. */
function rank({ verification, entry }: AssignmentState): number {
  const isVerified = verification === 'closed';
  const hasEvidence = entry !== null && entry.report.evidence !== '';
  return (isVerified ? 0 : 2) + (hasEvidence ? 0 : 1);
}

function byRule(a: MovedMeasure, b: MovedMeasure): number {
  return (
    rank(a.spokesman) - rank(b.spokesman) ||
    b.state.units.length - a.state.units.length ||
    a.state.measure - b.state.measure
  );
}
