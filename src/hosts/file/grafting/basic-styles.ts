import { SPREADSHEET_NAMESPACE } from '../writing/package/xml-text';
import { childElements } from './child-elements';
import { sectionRules } from './part-sections';
import { rewriteXml } from './rewrite-xml';
import { isPrefixed, STYLES_ORDER, STYLES_PART } from './section-merge';

/** What cell styles stand on; the first two fills are Excel's own (ECMA-376 part 1, 18.8.21). */
const BASIC: Readonly<Record<string, string>> = {
  fonts: '<font><sz val="11"/><name val="宋体"/></font>',
  fills: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  borders: '<border><left/><right/><top/><bottom/><diagonal/></border>',
  cellStyleXfs: '<xf/>',
  cellXfs: '<xf/>',
};

/** For a workbook without a styles part. */
export const BARE_STYLES = `<styleSheet xmlns="${SPREADSHEET_NAMESPACE}">${Object.entries(BASIC)
  .map(([name, inside]) => `<${name}>${inside}</${name}>`)
  .join('')}</styleSheet>`;

/**
 * A styles part in which each list that cell styles stand on has an element: what is added to it never comes first, where it would be
 * the look of every cell that names none.
 * @throws WorkbookFileError `file-bad-xml`
 */
export function withBasicStyles(styles: string): string {
  const sections = childElements(STYLES_PART, styles);
  const missing = Object.keys(BASIC).filter((name) => (sections.get(name) ?? []).length === 0);
  if (missing.length === 0) return styles;
  const isDeclared = isPrefixed(styles);
  const declared = (xml: string): string =>
    xml.replace(/<(font|fill|border|xf)(?=[>/])/g, `<$1 xmlns="${SPREADSHEET_NAMESPACE}"`);
  const additions = missing.map((name) => {
    const inside = BASIC[name] ?? '';
    return { name, inside: isDeclared ? declared(inside) : inside };
  });
  return rewriteXml(STYLES_PART, styles, {
    ...sectionRules(STYLES_ORDER, additions, isDeclared ? ` xmlns="${SPREADSHEET_NAMESPACE}"` : ''),
    open: (name, attributes, depth) => {
      if (depth === 2 && missing.includes(name)) delete attributes['count'];
      return undefined;
    },
  });
}
