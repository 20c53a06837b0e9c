import { readFileSync, writeFileSync } from 'node:fs';
import { parsePlan } from '../../../src/plan/parse';
import { placedText, squeeze } from '../support';
import { benchmarkSection, totalsOf } from './describe-benchmark';
import { DOCUMENTS } from './documents';
import { scoreOf } from './score';
import { WRITTEN } from './written-documents';

const DOCUMENT = 'docs/plans.md';
const SECTION = /## How well it is read\n[^]*?(?=\n## |$)/;
const scores = DOCUMENTS.map(scoreOf);

function withoutPadding(markdown: string): string {
  return markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim();
}

test('the benchmark holds at least forty documents, no two of one text', () => {
  expect(new Set(DOCUMENTS.map(({ text }) => text)).size).toBeGreaterThanOrEqual(40);
});

test('measures, units, deadlines and sections are read as they are, nothing is invented, no miss is silent', () => {
  const { clauses, found, units, deadlines, sections } = totalsOf(scores);
  expect(clauses).toBeGreaterThan(500);
  expect(scores.flatMap((score) => score.invented)).toEqual([]);
  expect(found / clauses).toBeGreaterThanOrEqual(0.98);
  expect(units / clauses).toBeGreaterThanOrEqual(0.97);
  expect(deadlines / clauses).toBeGreaterThanOrEqual(0.98);
  expect(sections / clauses).toBeGreaterThanOrEqual(0.98);
  expect(scores.flatMap((score) => score.silent)).toEqual([]);
});

test.each(DOCUMENTS.map((document) => [document.name, document] as const))(
  '%s: the title is right and every character is placed once',
  (_name, { text, title }) => {
    const plan = parsePlan(text);
    expect(plan.title).toBe(title);
    expect(placedText(plan)).toBe(squeeze(text));
  },
);

test('docs/plans.md says the figures that were counted', () => {
  const text = readFileSync(DOCUMENT, 'utf8');
  const section = benchmarkSection(scores, WRITTEN.length);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCUMENT, text.replace(SECTION, section.trimEnd()));
  expect(withoutPadding(SECTION.exec(readFileSync(DOCUMENT, 'utf8'))?.[0] ?? '')).toBe(
    withoutPadding(section),
  );
});
