import { SPREADSHEET_NAMESPACE } from '../writing/package/xml-text';
import type { ChildElement } from './child-elements';
import { rewriteXml } from './rewrite-xml';
import { sectionRules } from './part-sections';

/** Sections of a styles part in the schema's order (CT_Stylesheet, ECMA-376 part 1, 18.8.39). */
export const STYLES_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
/** For faults. */
export const STYLES_PART = 'styles.xml';

/** Whether a styles part writes the names of its elements with a prefix. */
export function isPrefixed(styles: string): boolean {
  return /<\w+:styleSheet\b/.test(styles);
}

/** One section: where each added element ends up, and which ones are new. */
export class SectionMerge {
  readonly places: number[] = [];
  readonly added: string[] = [];
  count: number;
  private readonly known = new Map<string, number>();

  constructor(
    existing: readonly ChildElement[],
    private readonly declare: boolean,
  ) {
    this.count = existing.length;
    existing.forEach(({ xml }, index) => {
      if (!this.known.has(xml)) this.known.set(xml, index);
    });
  }

  /** Gives the place of the element in the section. */
  place(xml: string): number {
    let place = this.known.get(xml);
    if (place === undefined) {
      place = this.count;
      this.count += 1;
      this.known.set(xml, place);
      this.added.push(this.declare ? xml.replace(/^<(\w+)/, `<$1 xmlns="${SPREADSHEET_NAMESPACE}"`) : xml);
    }
    this.places.push(place);
    return place;
  }
}

/** A styles part with what was added to its sections, by their names. @throws WorkbookFileError `file-bad-xml` */
export function withSections(base: string, sections: Readonly<Record<string, SectionMerge>>): string {
  const additions = Object.entries(sections).map(([name, merge]) => ({ name, inside: merge.added.join('') }));
  const xmlns = isPrefixed(base) ? ` xmlns="${SPREADSHEET_NAMESPACE}"` : '';
  return rewriteXml(STYLES_PART, base, {
    ...sectionRules(STYLES_ORDER, additions, xmlns),
    open: (name, attributes, depth) => {
      const count = depth === 2 ? sections[name]?.count : undefined;
      if (count !== undefined && 'count' in attributes) attributes['count'] = String(count);
      return undefined;
    },
  });
}
