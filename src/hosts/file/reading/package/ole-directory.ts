/** First bytes of a compound file (OLE2): .xls, .et, .doc and every encrypted .xlsx. */
export const OLE_MAGIC: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const HEADER_FAT_SECTORS = 109;
/** A directory of 512 sectors names over 2,000 streams; honest files have under 100. */
const MAX_DIRECTORY_SECTORS = 512;
const FREE_OR_END = 0xfffffffa;

/**
 * Names of the streams and storages in a compound file's directory ([MS-CFB] 2.6), in capitals, since they are told apart without
 * regard to case (2.6.4); as many as can be reached when the file is torn.
 */
export function oleStreamNames(bytes: Uint8Array): ReadonlySet<string> {
  const view = viewOf(bytes);
  return new Set(directoryEntries(view).map((at) => entryName(view, at).toUpperCase()));
}

/** What a file says of its author and of the program that wrote it ([MS-OLEPS]). */
const PROPERTY_STREAMS: ReadonlySet<string> = new Set([
  '\u0005SUMMARYINFORMATION',
  '\u0005DOCUMENTSUMMARYINFORMATION',
]);
/** Where an entry says in which sector its stream begins, and how long it is. */
const START_AT = 116;
const LENGTH_AT = 120;
/** Shorter streams share sectors with others. */
const IN_SECTORS = 4096;

/** The file with the rest of its last sector, where it ends within one, as zeros. */
export function withWholeSectors(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  if (!isCompound(view)) return bytes;
  const sectorBytes = sectorBytesOf(view);
  const whole = new Uint8Array(Math.ceil(bytes.length / sectorBytes) * sectorBytes);
  whole.set(bytes);
  return whole;
}

/** Whether the sectors of each stream come to an end: in a torn file one can lead back to another before it. */
export function streamsEnd(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  return directoryEntries(view).every(
    (at) =>
      view.getUint32(at + LENGTH_AT, true) < IN_SECTORS ||
      chainEnds(view, view.getUint32(at + START_AT, true)),
  );
}

function chainEnds(view: DataView, start: number): boolean {
  const passed = new Set<number>();
  for (let sector = start; sector < FREE_OR_END; sector = nextSector(view, sector, sectorBytesOf(view))) {
    if (passed.has(sector)) return false;
    passed.add(sector);
  }
  return true;
}

/** A copy whose property streams are said to be empty. */
export function withoutProperties(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = viewOf(copy);
  for (const at of directoryEntries(view)) {
    if (PROPERTY_STREAMS.has(entryName(view, at).toUpperCase())) view.setUint32(at + LENGTH_AT, 0);
  }
  return copy;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function isCompound(view: DataView): boolean {
  return view.byteLength >= HEADER_BYTES && [1 << 9, 1 << 12].includes(sectorBytesOf(view));
}

function sectorBytesOf(view: DataView): number {
  return 1 << view.getUint16(30, true);
}

/** Where the entries of the directory begin. */
function directoryEntries(view: DataView): readonly number[] {
  const found: number[] = [];
  if (!isCompound(view)) return found;
  const sectorBytes = sectorBytesOf(view);
  let sector = view.getUint32(48, true);
  for (let count = 0; count < MAX_DIRECTORY_SECTORS && sector < FREE_OR_END; count += 1) {
    const start = (sector + 1) * sectorBytes;
    for (
      let at = start;
      at + ENTRY_BYTES <= Math.min(start + sectorBytes, view.byteLength);
      at += ENTRY_BYTES
    )
      found.push(at);
    sector = nextSector(view, sector, sectorBytes);
  }
  return found;
}

function entryName(view: DataView, at: number): string {
  const units = Math.min(Math.max(view.getUint16(at + 64, true) / 2 - 1, 0), 31);
  let name = '';
  for (let index = 0; index < units; index += 1) {
    name += String.fromCharCode(view.getUint16(at + 2 * index, true));
  }
  return name;
}

/** Follows the allocation table, whose own sectors the header lists (109 of them: files up to 7 MB, directories first). */
function nextSector(view: DataView, sector: number, sectorBytes: number): number {
  const perSector = sectorBytes / 4;
  const fatIndex = Math.floor(sector / perSector);
  if (fatIndex >= HEADER_FAT_SECTORS) return FREE_OR_END;
  const fatSector = view.getUint32(76 + 4 * fatIndex, true);
  const at = (fatSector + 1) * sectorBytes + (sector % perSector) * 4;
  return fatSector < FREE_OR_END && at + 4 <= view.byteLength ? view.getUint32(at, true) : FREE_OR_END;
}
