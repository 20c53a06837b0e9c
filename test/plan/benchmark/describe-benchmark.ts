import type { Score } from './score';

export interface Totals {
  readonly documents: number;
  readonly clauses: number;
  readonly found: number;
  readonly units: number;
  readonly deadlines: number;
  readonly sections: number;
  readonly invented: number;
  readonly silent: number;
}

export function totalsOf(scores: readonly Score[]): Totals {
  const sum = (count: (score: Score) => number): number =>
    scores.reduce((all, score) => all + count(score), 0);
  return {
    documents: scores.length,
    clauses: sum(({ clauses }) => clauses),
    found: sum(({ found }) => found),
    units: sum(({ units }) => units),
    deadlines: sum(({ deadlines }) => deadlines),
    sections: sum(({ sections }) => sections),
    invented: sum(({ invented }) => invented.length),
    silent: sum(({ silent }) => silent.length),
  };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/**
 * The section of docs/plans.md that says how well the benchmark is read, as the documents have it.
 * @param written how many of the documents are no generator's
 */
export function benchmarkSection(scores: readonly Score[], written: number): string {
  const totals = totalsOf(scores);
  const { documents, clauses, found, units, deadlines, sections, invented, silent } = totals;
  const missed = scores.filter((score) => score.misses.length > 0 || score.invented.length > 0);
  const listed = missed.map(
    ({ name, misses, invented: false_ }) =>
      `- ${name}: ${misses.length} wrong or missing, ${false_.length} false`,
  );
  return [
    '## How well it is read',
    '',
    `${documents} whole documents of invented content (\`test/plan/benchmark\`), each with what is right of it: ${written} written one by one in the`,
    'shapes of real papers (a bureau, a company, a university, an inspection, minutes, a notice with its annexes, …), the others by a',
    'generator that mixes heads, numbers, wordings of clauses, feet and broken lines. The figures are of these documents and not of the',
    'papers of any office: they show that nothing understood today is lost tomorrow.',
    'Kept by `UPDATE_DOCS=1 npx jest test/plan/benchmark`.',
    '',
    '| what | right | of | share |',
    '| --- | --- | --- | --- |',
    `| measures found, word for word | ${found} | ${clauses} | ${percent(found, clauses)} |`,
    `| units, who leads and who supports | ${units} | ${clauses} | ${percent(units, clauses)} |`,
    `| deadlines | ${deadlines} | ${clauses} | ${percent(deadlines, clauses)} |`,
    `| sections | ${sections} | ${clauses} | ${percent(sections, clauses)} |`,
    '',
    `Measures made of what is none: ${invented}. Misses that no remark tells of: ${silent}.`,
    ...(listed.length === 0 ? [] : ['', 'Not all right:', '', ...listed]),
    '',
  ].join('\n');
}
