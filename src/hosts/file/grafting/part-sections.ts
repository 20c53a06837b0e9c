import type { RewriteRules } from './rewrite-xml';

/** What to add to a section of a part. */
export interface SectionAddition {
  readonly name: string;
  /** Raw XML to put at the section's end; it is opened where the schema wants it when it is missing. */
  readonly inside: string;
  /** Raw XML to put in the section's place when it is missing and nothing goes inside. */
  readonly instead?: string;
}

/**
 * Rules that add to sections right under the root.
 * @param order All possible sections in the schema's order.
 * @param xmlns Declaration for sections that must be opened, such as ` xmlns="…"`.
 */
export function sectionRules(
  order: readonly string[],
  additions: readonly SectionAddition[],
  xmlns: string,
): Required<Pick<RewriteRules, 'before' | 'atEnd'>> {
  const waiting = new Map(additions.map((addition) => [addition.name, addition]));
  const missingBefore = (rank: number): string => {
    let opened = '';
    for (const name of order.slice(0, Math.max(rank, 0))) {
      const addition = waiting.get(name);
      if (addition === undefined) continue;
      waiting.delete(name);
      const { inside, instead = '' } = addition;
      opened += inside === '' ? instead : `<${name}${xmlns}>${inside}</${name}>`;
    }
    return opened;
  };
  return {
    before: (name, depth) => (depth === 2 ? missingBefore(order.indexOf(name)) : ''),
    atEnd: (name, depth) => {
      if (depth === 1) return missingBefore(order.length);
      const addition = depth === 2 ? waiting.get(name) : undefined;
      if (addition === undefined) return '';
      waiting.delete(name);
      return addition.inside;
    },
  };
}
