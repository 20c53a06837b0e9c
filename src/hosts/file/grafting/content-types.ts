import { strictParser } from '../reading/package/xml';
import { XML_HEAD, xmlElement } from '../writing/package/xml-text';

const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** What kind each part of a package is (ECMA-376 part 2, 10.1.2). */
export class ContentTypes {
  /** Whether a part came or went since they were read, or something was missing in them. */
  changed = false;
  private readonly defaults = new Map<string, string>();
  private readonly overrides = new Map<string, { readonly part: string; readonly type: string }>();

  constructor(xml: string) {
    const parser = strictParser('[Content_Types].xml');
    parser.on('opentag', ({ name, attributes }) => {
      const type = attributes['ContentType'] ?? '';
      if (name.endsWith('Default')) this.defaults.set((attributes['Extension'] ?? '').toLowerCase(), type);
      if (name.endsWith('Override')) this.set((attributes['PartName'] ?? '').replace(/^\//, ''), type);
    });
    parser.write(xml).close();
    // Some say it part by part; a part that comes to have relationships would be left without a kind.
    this.changed = !this.defaults.has('rels');
    if (this.changed) this.defaults.set('rels', RELATIONSHIPS_TYPE);
  }

  of(part: string): string {
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    return this.overrides.get(part.toLowerCase())?.type ?? this.defaults.get(extension) ?? 'application/xml';
  }

  set(part: string, type: string): void {
    this.changed ||= this.overrides.get(part.toLowerCase())?.type !== type;
    this.overrides.set(part.toLowerCase(), { part, type });
  }

  remove(part: string): void {
    if (this.overrides.delete(part.toLowerCase())) this.changed = true;
  }

  toXml(): string {
    const defaults = [...this.defaults].map(([extension, type]) =>
      xmlElement('Default', { Extension: extension, ContentType: type }),
    );
    const overrides = [...this.overrides.values()].map(({ part, type }) =>
      xmlElement('Override', { PartName: `/${part}`, ContentType: type }),
    );
    return XML_HEAD + xmlElement('Types', { xmlns: NAMESPACE }, [...defaults, ...overrides]);
  }
}
