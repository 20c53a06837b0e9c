import type { ClauseReading, Source } from './clause';
import { fold } from './fold';
import type { Heading, Measure, Remark } from './types';

/** Odd is what most of the plan does not do: a way of writing that half of the measures share is this plan's own. */
function isOdd(count: number, measures: number): boolean {
  return count * 2 < measures;
}

/** Remarks on measures and headings, in the order of the text. */
export function remarksOf(
  source: Source,
  measures: readonly Measure[],
  headings: readonly Heading[],
  readings: readonly ClauseReading[],
): readonly Remark[] {
  const traits = measures.map((measure, index): readonly Remark[] => [
    ...(readings[index]?.traits ?? []).map(({ code, found }) => ({ no: measure.no, code, found })),
    ...writingOf(source, measure),
  ]);
  const counts = new Map<string, number>();
  for (const { code } of traits.flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  const ofMeasures = measures.flatMap((measure, index) => [
    ...(traits[index] ?? []).filter(({ code }) => isOdd(counts.get(code) ?? 0, measures.length)),
    ...(readings[index]?.doubts ?? []).map(({ code, found }) => ({ no: measure.no, code, found })),
  ]);
  return [...headings.flatMap((heading) => spacing(source, heading)), ...ofMeasures];
}

function writingOf(source: Source, measure: Measure): readonly Remark[] {
  const { no } = measure;
  const brackets =
    [...measure.text.matchAll(/./gsu)].length === 0 ? [] : [...fold(measure.text).matchAll(/\([^()]*\)/g)];
  const before = source.text.slice(measure.source.start, measure.source.end - measure.clause.length);
  return [
    ...(brackets.length > 0
      ? [{ no, code: 'innerBrackets' as const, found: brackets.map(({ 0: found }) => found).join(' ') }]
      : []),
    ...(measure.clause !== '' && /\s$/.test(before)
      ? [{ no, code: 'strayWhitespace' as const, found: measure.clause }]
      : []),
  ];
}

function spacing(source: Source, heading: Heading): readonly Remark[] {
  const line = source.text.slice(heading.source.start, heading.source.end);
  const stray = heading.no !== '' && /^\S+\s/.test(line) && line.startsWith(`${heading.no} `);
  return stray ? [{ no: null, code: 'strayWhitespace', found: line }] : [];
}
