import type { Plan, TextSpan } from './types';

interface Line extends TextSpan {
  readonly text: string;
}

const AFTER_NUMBER: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/^[一二三四五六七八九十]+$/, '、'],
  [/^\d+$/, '.'],
  [/./, ''],
];

function numbered(no: string, words: string): string {
  const sign = AFTER_NUMBER.find(([pattern]) => pattern.test(no))?.[1] ?? '';
  return `${no}${sign}${words}`;
}

/** The plan as a text, one heading, measure or passage a line; `parsePlan` reads the same plan from it. */
export function printPlan(plan: Plan): string {
  const lines: Line[] = [
    ...plan.headings.map(({ no, title, source }) => ({ ...source, text: numbered(no, title) })),
    ...plan.measures.map(({ writtenNo, text, clause, source }) => ({
      ...source,
      text: numbered(writtenNo, text + clause),
    })),
    ...plan.rest.map(({ text, source }) => ({ ...source, text })),
  ];
  return lines
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text)
    .join('\n');
}
