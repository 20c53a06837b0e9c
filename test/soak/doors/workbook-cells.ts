import { unzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import { partNameOf } from '../../guest/package-edits';

/** The workbook with a text typed over a cell that is there, its look kept, as another program writes it. */
export function withTyped(
  bytes: Uint8Array,
  sheet: string,
  typed: Readonly<Record<string, string>>,
): Uint8Array {
  const packed = unzipSync(bytes);
  const texts = Object.fromEntries(
    ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'].map((name) => [
      name,
      strFromU8(packed[name] ?? new Uint8Array()),
    ]),
  );
  const part = partNameOf(texts, sheet);
  let xml = strFromU8(packed[part] ?? new Uint8Array());
  for (const [address, text] of Object.entries(typed)) {
    const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, 's');
    if (!cell.test(xml)) throw new Error(`no cell ${address} in ${sheet}`);
    xml = xml.replace(cell, (_, attributes: string) => {
      const style = / s="\d+"/.exec(attributes)?.[0] ?? '';
      return text === ''
        ? `<c r="${address}"${style}/>`
        : `<c r="${address}"${style} t="inlineStr"><is><t>${text}</t></is></c>`;
    });
  }
  return zipSync({ ...packed, [part]: strToU8(xml) });
}
