const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;

/**
 * A compound file (OLE2) with streams of these names and nothing in them: header, one allocation sector, and as many
 * directory sectors as it takes, in reverse order so that the chain matters.
 */
export function compoundFile(streams: readonly string[]): Uint8Array {
  const names = ['Root Entry', ...streams];
  const sectors = Math.ceil(names.length / 4);
  const bytes = new Uint8Array(SECTOR * (2 + sectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, sectors, true);
  for (let slot = 0; slot < 109; slot += 1) view.setUint32(76 + 4 * slot, 0xffffffff, true);
  view.setUint32(76, 0, true);
  for (let index = 0; index < sectors; index += 1) {
    const sector = sectors - index;
    view.setUint32(SECTOR + 4 * sector, index === sectors - 1 ? END_OF_CHAIN : sector - 1, true);
    names.slice(index * 4, index * 4 + 4).forEach((name, slot) => {
      const at = (sector + 1) * SECTOR + slot * 128;
      [...name].forEach((letter, place) => view.setUint16(at + 2 * place, letter.charCodeAt(0), true));
      view.setUint16(at + 64, 2 * name.length + 2, true);
    });
  }
  return bytes;
}
