/** Share of signs that must be usual ones where no mark says that a text is UTF-16. */
const SURE = 0.98;
const USUAL = /[\t\n\r\x20-\x7E\u00B7\u2010-\u2026\u2460-\u249B\u3000-\u3017\u4E00-\u9FFF\uFF01-\uFF5E]/g;

type Utf16 = 'utf-16le' | 'utf-16be';

/** Which form of Unicode a text begins in: by its mark, or where the bytes hardly read as anything else; UTF-8 otherwise. */
export function encodingOf(first: Uint8Array): 'utf-8' | Utf16 {
  return markedEncoding(first) ?? unmarkedUtf16(first) ?? 'utf-8';
}

/** UTF-16 by the mark at the beginning. */
export function markedEncoding(first: Uint8Array): Utf16 | undefined {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : undefined;
}

/** Bytes that no text of one or two bytes a sign has: what UTF-16 is full of. */
export function hasControls(bytes: Uint8Array): boolean {
  return !bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a);
}

function unmarkedUtf16(first: Uint8Array): Utf16 | undefined {
  if (!hasControls(first)) return undefined;
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = new TextDecoder(encoding).decode(first);
    return (text.match(USUAL)?.length ?? 0) >= text.length * SURE;
  });
}
