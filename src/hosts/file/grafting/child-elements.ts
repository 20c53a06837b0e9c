import { strictParser } from '../reading/package/xml';
import { XmlCopy, type Attributes } from './rewrite-xml';

export interface ChildElement {
  readonly attributes: Attributes;
  /** Written the same way for the same content, so that equal elements can be found. */
  readonly xml: string;
}

/** The elements of each section right under the root of a part, by the section's name. @throws WorkbookFileError */
export function childElements(part: string, xml: string): ReadonlyMap<string, readonly ChildElement[]> {
  const sections = new Map<string, ChildElement[]>();
  let section: ChildElement[] = [];
  let depth = 0;
  let child: { attributes: Attributes; copy: XmlCopy } | undefined;
  const parser = strictParser(part);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth === 2) {
      section = [];
      sections.set(name.slice(name.indexOf(':') + 1), section);
    }
    if (depth === 3) child = { attributes, copy: new XmlCopy({}) };
    child?.copy.open(name, attributes);
  });
  parser.on('text', (text) => child?.copy.text(text));
  parser.on('closetag', ({ name }) => {
    child?.copy.close(name);
    if (depth === 3 && child !== undefined) {
      section.push({ attributes: child.attributes, xml: child.copy.result() });
      child = undefined;
    }
    depth -= 1;
  });
  parser.write(xml).close();
  return sections;
}
