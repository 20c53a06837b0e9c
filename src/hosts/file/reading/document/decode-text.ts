import { encodingOf } from '../xml';

/**
 * The words of a text file: by its mark UTF-8 or UTF-16; without one UTF-8, or GBK where the bytes are not UTF-8, as Windows
 * Notepad saved in these offices for years.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
