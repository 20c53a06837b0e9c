import type { RewriteRules } from './rewrite-xml';

/** Elements to add inside a section of a part, which is opened where the schema wants it when it is missing. */
export interface SectionAddition {
  readonly name: string;
  /** Raw XML. */
  readonly inside: string;
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
  const waiting = new Map(additions.filter(({ inside }) => inside !== '').map(({ name, inside }) => [name, inside]));
  const missingBefore = (rank: number): string => {
    let opened = '';
    for (const name of order.slice(0, rank)) {
      const inside = waiting.get(name);
      if (inside === undefined) continue;
      waiting.delete(name);
      opened += `<${name}${xmlns}>${inside}</${name}>`;
    }
    return opened;
  };
  return {
    before: (name, depth) => (depth === 2 ? missingBefore(order.indexOf(name)) : ''),
    atEnd: (name, depth) => {
      if (depth === 1) return missingBefore(order.length);
      const inside = depth === 2 ? waiting.get(name) : undefined;
      if (inside === undefined) return '';
      waiting.delete(name);
      return inside;
    },
  };
}
