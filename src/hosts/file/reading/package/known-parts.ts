import type { XmlReader } from './xml';
import type { ZipEntry } from './zip-directory';

/** A part that says little and is equal in many files is small; what is read of a larger one is not kept. */
const MOST_BYTES = 128 * 1024;
/** Of one kind, so many: the forms of a few issues, and some of the units' own. */
const MOST_PARTS = 16;

interface KnownPart<Reader> {
  readonly data: Uint8Array;
  readonly reader: Reader;
}

/**
 * Parts of one kind that were read before: the looks and lists of a form that comes back from every unit are the same, byte for
 * byte, and are not read a thousand times. What their reader found must not be changed.
 */
export class KnownParts<Reader extends XmlReader> {
  private readonly known = new Map<string, KnownPart<Reader>>();

  /** @param make A reader, for what a part is read for. */
  constructor(readonly make: (about: string) => Reader) {}

  /** The reader of an equal part, by its packed data; that a checksum is right was seen when it was read. */
  find(entry: ZipEntry, data: Uint8Array, about: string): Reader | undefined {
    const found = this.known.get(keyOf(entry, about));
    return found !== undefined && isSame(found.data, data) ? found.reader : undefined;
  }

  keep(entry: ZipEntry, data: Uint8Array, about: string, reader: Reader): void {
    if (entry.declaredBytes > MOST_BYTES || data.length > MOST_BYTES) return;
    if (this.known.size >= MOST_PARTS) this.known.clear();
    this.known.set(keyOf(entry, about), { data: data.slice(), reader });
  }
}

/** All that decides what a part is read as, but for its data. */
function keyOf({ name, method, crc, declaredBytes }: ZipEntry, about: string): string {
  return [name, method, crc, declaredBytes, about].join('\n');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
