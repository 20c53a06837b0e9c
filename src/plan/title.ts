import type { Source } from './clause';
import type { Years } from './dates';
import type { TextSpan } from './types';

const YEARS = /((?:19|20)\d{2})年?\s*[-至到]\s*((?:19|20)\d{2})年?/;
const YEAR = /((?:19|20)\d{2})年/;

/** The title of a plan, its years, and the lines they stand on. */
export interface PlanTitle {
  readonly title: string;
  readonly years: Years | undefined;
  readonly lines: readonly TextSpan[];
}

function yearsIn(folded: string): Years | undefined {
  const range = YEARS.exec(folded);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const year = YEAR.exec(folded);
  return year ? { from: Number(year[1]), to: Number(year[1]) } : undefined;
}

export function titleOf(source: Source): PlanTitle {
  const lines = [...source.folded.matchAll(/[^\n\r]*\S[^\n\r]*/g)].slice(0, 2).map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const [first, second] = lines;
  if (!first) return { title: '', years: undefined, lines: [] };
  const title = source.text.slice(first.start, first.end).trim();
  const own = yearsIn(source.folded.slice(first.start, first.end));
  if (own || !second) return { title, years: own, lines: [first] };
  const subtitle = source.folded.slice(second.start, second.end).trim();
  const isSubtitle = subtitle.startsWith('(') && subtitle.endsWith(')');
  return {
    title,
    years: isSubtitle ? yearsIn(subtitle) : undefined,
    lines: isSubtitle ? [first, second] : [first],
  };
}
