import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/plan/plan';

/** The plan as issued. */
export const JINGMEN = readFileSync(join(__dirname, '../../seeds/000_a65ed4e6259fe44e.txt'), 'utf8');

export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** All that was placed, in the order of the text; fails when two places overlap. */
export function placedText(plan: Plan): string {
  const spans = [...plan.headings, ...plan.measures, ...plan.rest].map(({ source }) => source);
  spans.sort((a, b) => a.start - b.start);
  let last = 0;
  let text = '';
  for (const { start, end } of spans) {
    if (start < last) throw new Error(`overlap at ${start}`);
    text += plan.text.slice(start, end);
    last = end;
  }
  return squeeze(text);
}

/** A plan without what depends on its layout only: positions and the text itself. */
export function withoutLayout(plan: Plan) {
  const bare = <T extends { readonly source: unknown }>({ source: _source, ...rest }: T) => rest;
  const { text: _text, remarks: _remarks, ...others } = plan;
  return {
    ...others,
    headings: plan.headings.map(bare),
    measures: plan.measures.map(bare),
    rest: plan.rest.map(bare),
  };
}
