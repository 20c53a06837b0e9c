import { readableAgain } from '../packing/readable-again';
import { PACKAGE_DAY, writeZip, writeZipAside, type ZipFile } from '../packing/write-zip';
import { markedEncoding } from '../reading/package/encoding';
import { RelationshipReader, ZipPackage, type Relationship } from '../reading/package/package';
import { XmlFeed } from '../reading/package/xml';
import { xmlElement, XML_HEAD } from '../writing/package/xml-text';
import { ContentTypes } from './content-types';

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** What is in a part. One that takes long is made when it is asked for: the one before it is packed meanwhile. */
export type PartContent = Uint8Array | string | (() => Uint8Array);

interface Part {
  readonly name: string;
  content: PartContent;
}

/** All parts of a package in memory, to be changed and zipped again. Part names ignore case. */
export class PackageParts {
  readonly types: ContentTypes;
  private readonly parts = new Map<string, Part>();
  /** The part whose text was asked for last: it is asked for again before it is changed. */
  private decoded: { readonly of: Uint8Array; readonly text: string } | undefined;

  constructor(parts: Iterable<readonly [name: string, content: PartContent]>) {
    for (const [name, content] of parts) this.set(name, content);
    this.types = new ContentTypes(this.text(CONTENT_TYPES));
  }

  /** @throws WorkbookFileError when a part is torn or beyond a limit: every one is inflated and checked. */
  static of(bytes: Uint8Array): PackageParts {
    const zip = new ZipPackage(bytes);
    return new PackageParts(zip.partNames().map((name) => [name, zip.readBytes(name)]));
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  names(): readonly string[] {
    return [...this.parts.values()].map(({ name }) => name);
  }

  bytes(name: string): Uint8Array {
    const part = this.parts.get(name.toLowerCase());
    if (part === undefined) return new Uint8Array();
    return bytesOf(part);
  }

  text(name: string): string {
    const part = this.parts.get(name.toLowerCase());
    if (part === undefined) return '';
    if (typeof part.content === 'string') return part.content;
    const content = bytesOf(part);
    if (this.decoded?.of !== content) this.decoded = { of: content, text: decodeXml(content) };
    return this.decoded.text;
  }

  set(name: string, content: PartContent): void {
    this.parts.set(name.toLowerCase(), { name, content });
  }

  /** Takes a part out, with what it says it points to. */
  remove(name: string): void {
    this.parts.delete(name.toLowerCase());
    this.parts.delete(relationshipsName(name).toLowerCase());
    this.types.remove(name);
  }

  /** A name like this one that no part has yet. */
  freeName(name: string): string {
    const dot = name.includes('/', name.lastIndexOf('.')) ? -1 : name.lastIndexOf('.');
    const extension = dot < 0 ? '' : name.slice(dot);
    const [, stem = name] = dot < 0 ? [] : (/^(.*\D|)\d*$/.exec(name.slice(0, dot)) ?? []);
    for (let number = 1; ; number += 1) {
      const candidate = `${stem}${number}${extension}`;
      if (!this.has(candidate)) return candidate;
    }
  }

  /** What a part points to; `''` asks for the package's own. */
  relationships(part: string): readonly Relationship[] {
    const rels = relationshipsName(part);
    if (!this.has(rels)) return [];
    const reader = new RelationshipReader(part.slice(0, part.lastIndexOf('/') + 1));
    const feed = new XmlFeed(rels, reader);
    feed.write(this.bytes(rels));
    feed.end();
    return reader.found;
  }

  setRelationships(part: string, relationships: readonly Relationship[]): void {
    const children = relationships.map(({ id, typeAddress, target, external }) =>
      xmlElement('Relationship', {
        Id: id,
        Type: typeAddress,
        Target: external ? target : `/${target}`,
        TargetMode: external ? 'External' : undefined,
      }),
    );
    this.set(
      relationshipsName(part),
      XML_HEAD + xmlElement('Relationships', { xmlns: RELATIONSHIPS }, children),
    );
  }

  /** Drops every part that nothing points to any more. */
  sweep(): void {
    const kept = new Set([CONTENT_TYPES.toLowerCase()]);
    const queue = [''];
    for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
      const rels = relationshipsName(part).toLowerCase();
      if (this.parts.has(rels)) kept.add(rels);
      for (const { target, external } of this.relationships(part)) {
        const key = target.toLowerCase();
        if (external || kept.has(key) || !this.parts.has(key)) continue;
        kept.add(key);
        queue.push(target);
      }
    }
    for (const [key, { name }] of [...this.parts]) {
      if (kept.has(key)) continue;
      this.parts.delete(key);
      this.types.remove(name);
    }
  }

  /** @throws WorkbookTooLargeError */
  toBytes(): Uint8Array {
    return writeZip(this.files(), { day: PACKAGE_DAY });
  }

  /** The same bytes: a part is deflated while the next is made. @throws WorkbookTooLargeError */
  toBytesAside(): Promise<Uint8Array> {
    return writeZipAside(this.files(), { day: PACKAGE_DAY });
  }

  private files(): Iterable<ZipFile> {
    if (this.types.changed) this.set(CONTENT_TYPES, this.types.toXml());
    const named = [...this.parts.values()];
    const isFirst = ({ name }: { readonly name: string }): boolean => name === CONTENT_TYPES;
    const inOrder = [...named.filter(isFirst), ...named.filter((part) => !isFirst(part))];
    return readableAgain(packageFiles(inOrder));
  }
}

/** One after the other, so that of one alone text and bytes are there at once. */
function* packageFiles(parts: readonly Part[]): Generator<ZipFile> {
  for (const { name, content } of parts) yield { name, bytes: encodedXml(content) };
}

function bytesOf(part: Part): Uint8Array {
  const bytes = encodedXml(part.content);
  part.content = bytes;
  return bytes;
}

function encodedXml(content: PartContent): Uint8Array {
  if (typeof content === 'function') return content();
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** A part's text, in whichever of the encodings a package may have (ECMA-376 part 2, 9.1.2). */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(markedEncoding(bytes)).decode(bytes);
}

/** The address of an Office relationship type, “worksheet” for one. */
export function officeType(type: string): string {
  return OFFICE_TYPES + type;
}

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
