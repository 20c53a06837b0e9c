import type { Source } from './clause';
import { PlanParseError } from './errors';
import { fold } from './fold';
import { planId } from './identity';
import { buildMeasures } from './measures';
import { outline } from './outline';
import { piecesOf } from './pieces';
import { remarksOf } from './remarks';
import { titleOf } from './title';
import type { Heading, Plan } from './types';

/**
 * Reads a plan's text: headings become sections and tasks, paragraphs that end in a clause become measures.
 * Nothing is dropped: each character that is not white space is in a heading, a measure or `rest`.
 * @throws PlanParseError when no measure is found
 */
export function parsePlan(text: string): Plan {
  const source: Source = { text, folded: fold(text) };
  if (source.folded.trim() === '') throw new PlanParseError('empty');
  const { title, years, lines } = titleOf(source);
  const pieces = piecesOf(source, years);
  const titles = new Set(
    pieces.filter((piece) => lines.some((line) => line.start <= piece.start && piece.end <= line.end)),
  );
  const placed = outline(pieces, titles);
  const { measures, sections, readings } = buildMeasures(source, placed, title);
  if (measures.length === 0) throw new PlanParseError('noMeasure');
  const headings = placed
    .filter(({ role }) => role === 'heading' || role === 'title')
    .map(({ piece }): Heading => ({
      no: piece.marker ? text.slice(piece.marker.start, piece.marker.end) : '',
      title: text.slice(piece.body.start, piece.body.end),
      level: piece.marker?.level ?? 0,
      clause: '',
      source: { start: piece.start, end: piece.end },
    }));
  const rest = placed
    .filter(({ role }) => role === 'passage')
    .map(({ piece: { start, end } }) => ({ text: text.slice(start, end), source: { start, end } }));
  const settled = years ?? { from: 0, to: 0 };
  return {
    id: planId(title, settled),
    title,
    years: settled,
    sections,
    measures,
    remarks: remarksOf(source, measures, headings, readings),
    headings,
    rest,
    text,
  };
}

/** The plan's lead units in the order in which it first names them, groups not among them. */
export function leadUnitsOf(plan: Plan): readonly string[] {
  return [...new Set(plan.measures.flatMap(({ leadUnits }) => leadUnits))];
}
