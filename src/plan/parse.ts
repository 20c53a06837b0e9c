import type { ClauseContext } from './clause/clause';
import { PlanParseError } from './plan-errors';
import { sourceOf } from '../base/fold-text';
import { withPlainLabels } from './clause/label-forms';
import { headingOf, passageOf } from './text/headings';
import { planId } from './plan-id';
import { joinParagraphs } from './text/join-paragraphs';
import { linesOf, unwrap } from './text/lines';
import { headingLines } from './text/markdown';
import { articlesAbove } from './text/markers';
import { buildMeasures } from './measures';
import { outline } from './text/outline';
import { paragraphsOf } from './text/paragraphs';
import { FIRST_LEADS } from './clause/phrase-readers';
import { piecesOf } from './text/cut-pieces';
import { remarksOf } from './remarks';
import type { NamingContext } from './layout/sections';
import type { Years } from './clause/time-shapes';
import { titleOf, type PlanTitle } from './layout/title';
import type { Passage, Plan, TextSpan } from './plan';

export interface ParseOptions {
  /** The plan's years, where the text does not say them or says them wrong. */
  readonly years?: Years;
}

const NO_YEARS: Years = { from: 0, to: 0 };

/**
 * Reads a plan's text: headings become sections and tasks, paragraphs that end in a clause become measures.
 * Nothing is dropped: each character that is not white space is in a heading, a measure or `rest`.
 * @throws PlanParseError when the text is empty or holds no measure
 */
export function parsePlan(text: string, options: ParseOptions = {}): Plan {
  const issued = sourceOf(text);
  const { source: unwrapped, asIssued, pageLines } = unwrap(issued);
  const source = withPlainLabels(unwrapped);
  if (source.folded.trim() === '') throw new PlanParseError('empty');
  const named = titleOf(source, options.years);
  const context: ClauseContext = {
    source,
    years: named.years,
    firstLeads: FIRST_LEADS.test(source.folded),
    known: new Map(),
  };
  const naming: NamingContext = { source, planTitle: named.title };
  const titles = new Set(named.spans.map(({ start }) => start));
  const paragraphs = paragraphsOf(context, linesOf(source, cutsOf(named)), titles);
  const pieces = articlesAbove(piecesOf(context, paragraphs));
  const placed = outline(source, joinParagraphs(source, pieces), titles);
  const built = buildMeasures({ ...naming, years: named.years }, placed);
  if (built.built.length === 0) throw new PlanParseError('noMeasure');
  const headings = placed.flatMap((one) => headingOf(naming, one));
  const years = named.years ?? NO_YEARS;
  const measures = built.built.map(({ measure }) => ({ ...measure, source: asIssued(measure.source) }));
  const issuedHeadings = headings.map((heading) => ({ ...heading, source: asIssued(heading.source) }));
  const passages = placed
    .flatMap((one) => passageOf(naming, one))
    .map((one) => ({ ...one, source: asIssued(one.source) }));
  const marks = headingLines(issued);
  const marked = passages.filter(({ source: { start } }) => marks.has(start));
  return {
    id: planId(named.title, years),
    title: named.title,
    years,
    sections: built.sections,
    measures,
    remarks: remarksOf({ ...naming, placed, headings, built, named, marked }),
    headings: issuedHeadings,
    rest: [...passages, ...apart(text, pageLines, [...measures, ...issuedHeadings, ...passages])].sort(
      (a, b) => a.source.start - b.source.start,
    ),
    text,
  };
}

/** Page numbers and running heads as passages, those within something else left to it. */
function apart(
  text: string,
  pageLines: readonly TextSpan[],
  placed: readonly { readonly source: TextSpan }[],
): readonly Passage[] {
  const spans = placed.map(({ source }) => source).sort((a, b) => a.start - b.start);
  let next = 0;
  return pageLines.flatMap(({ start, end }) => {
    while ((spans[next]?.end ?? Infinity) <= start) next += 1;
    const inside = (spans[next]?.start ?? Infinity) < start;
    return inside ? [] : [{ text: text.slice(start, end), source: { start, end } }];
  });
}

/** Where lines are cut because a title begins or ends within them. */
function cutsOf({ spans }: PlanTitle): readonly number[] {
  return spans.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
}

/** The plan's lead units in the order in which it first names them, groups not among them. */
export function leadUnitsOf(plan: Plan): readonly string[] {
  return [...new Set(plan.measures.flatMap(({ leadUnits }) => leadUnits))];
}
