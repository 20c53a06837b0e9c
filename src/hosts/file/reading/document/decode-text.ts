import { encodingOf } from '../encoding';

/**
 * The words of a text file: by its mark UTF-8 or UTF-16; without one UTF-8, or GBK where the bytes are not UTF-8, as Windows
 * Notepad saved in these offices for years.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const marked = encodingOf(bytes);
  if (marked !== 'utf-8')
    return { text: new TextDecoder(marked).decode(bytes), encoding: marked.toUpperCase() };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'GBK' };
  }
}
