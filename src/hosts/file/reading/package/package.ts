import { WorkbookFileError } from '../../../../base/file-fault';
import { compressedData, countPart, inflatePart, inflateWhole, type InflationCount } from './inflate';
import { KnownParts } from './known-parts';
import { XmlFeed, type XmlAttributes, type XmlReader } from './xml';
import { readZipDirectory, type ZipEntry } from './zip-directory';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type's address, which strict and transitional files share: “worksheet”, “styles”. */
  readonly type: string;
  /** The whole address. */
  readonly typeAddress: string;
  /** Full part name without leading slash; a web address or path when external. */
  readonly target: string;
  readonly external: boolean;
}

/** A zip whose parts are inflated only when asked for, counted against the limits of the whole file. */
export class ZipPackage {
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly count: InflationCount = { bytes: 0 };

  /** @throws WorkbookFileError */
  constructor(private readonly bytes: Uint8Array) {
    this.entries = readZipDirectory(bytes);
  }

  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }

  partNames(): readonly string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  /** Reads a part as XML. @throws WorkbookFileError also when there is no such part. */
  readXml(part: string, reader: XmlReader): void {
    const entry = this.entry(part);
    const feed = new XmlFeed(entry.name, reader);
    inflatePart(this.bytes, entry, this.count, (piece) => feed.write(piece));
    feed.end();
  }

  /** As `readXml`, but of a small part that is equal to one that was read before the reader of that one comes back. */
  readKnown<Reader extends XmlReader>(part: string, known: KnownParts<Reader>, about = ''): Reader {
    const entry = this.entry(part);
    const data = compressedData(this.bytes, entry);
    const found = known.find(entry, data, about);
    if (found !== undefined) {
      countPart(entry, this.count);
      return found;
    }
    const reader = known.make(about);
    this.readXml(part, reader);
    known.keep(entry, data, about, reader);
    return reader;
  }

  /** What a part points to; `''` asks for the package's own. Empty when it has no relationships. */
  relationships(part: string): readonly Relationship[] {
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const rels = `${folder}_rels/${part.slice(slash)}.rels`;
    if (!this.has(rels)) return [];
    return this.readKnown(rels, RELATIONSHIPS, folder).found;
  }

  /** The whole content of a part. @throws WorkbookFileError */
  readBytes(part: string): Uint8Array {
    return inflateWhole(this.bytes, this.entry(part), this.count);
  }

  private entry(part: string): ZipEntry {
    const entry = this.entries.get(part.toLowerCase());
    if (entry === undefined) throw new WorkbookFileError('file-torn', part);
    return entry;
  }
}

/** Collects the relationships of a part that lies in `folder` (with its last slash). */
export class RelationshipReader implements XmlReader {
  readonly found: Relationship[] = [];

  constructor(private readonly folder: string) {}

  open(name: string, attributes: XmlAttributes): void {
    if (name !== 'Relationship') return;
    const { Id: id, Type: type, Target: target } = attributes;
    if (id === undefined || type === undefined || target === undefined) return;
    const external = attributes['TargetMode'] === 'External';
    this.found.push({
      id,
      type: type.slice(type.lastIndexOf('/') + 1),
      typeAddress: type,
      target: external ? target : resolveTarget(this.folder, target),
      external,
    });
  }

  close(): void {}
}

const RELATIONSHIPS = new KnownParts((folder) => new RelationshipReader(folder));

/** Part name of a target, absolute or relative to the folder of the part that points to it. */
function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments = path.startsWith('/') ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.splice(-2, 2, '');
    else if (segment !== '' && segment !== '.') segments.splice(-1, 1, segment, '');
  }
  return segments.join('/').replace(/^\/+|\/+$/g, '');
}
