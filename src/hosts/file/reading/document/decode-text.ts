import { WorkbookFileError } from '../../../../base/file-fault';
import { encodingOf, markedEncoding } from '../package/encoding';

export interface DecodedText {
  readonly text: string;
  /** As people call it: UTF-8, UTF-16LE, GBK, Big5. */
  readonly encoding: string;
  /** Neither a mark nor the bytes themselves leave no doubt: a person should know what was taken. */
  readonly isGuess: boolean;
}

/** Enough to tell UTF-16 by. */
const SNIFFED = 4096;
/** Signs that any Chinese document has, and that another encoding turns into something else. */
const SIGNS = /[，。、；：（）]/g;
const NOBODY_WRITES = /[\uE000-\uF8FF]/g;

/**
 * The words of a text file: by its mark UTF-8 or UTF-16; without one UTF-8 or UTF-16 where the bytes are that, else GBK, as
 * Windows Notepad saved in these offices for years, or Big5, whichever reads as Chinese.
 * @throws WorkbookFileError `file-encoding` when none of them fits
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const unicode = encodingOf(bytes.subarray(0, SNIFFED));
  if (unicode !== 'utf-8') {
    return {
      text: new TextDecoder(unicode).decode(bytes),
      encoding: unicode.toUpperCase(),
      isGuess: markedEncoding(bytes) === undefined,
    };
  }
  const utf8 = decoded('utf-8', bytes);
  return utf8 === undefined ? decodedByTable(bytes) : { text: utf8, encoding: 'UTF-8', isGuess: false };
}

function decodedByTable(bytes: Uint8Array): DecodedText {
  const [best] = (['GBK', 'Big5'] as const)
    .flatMap((encoding) => {
      const text = decoded(encoding === 'GBK' ? 'gb18030' : 'big5', bytes);
      return text === undefined ? [] : [{ text, encoding, fits: fitness(text) }];
    })
    .sort((a, b) => b.fits - a.fits);
  if (best === undefined || best.fits < 0) throw new WorkbookFileError('file-encoding');
  return { text: best.text, encoding: best.encoding, isGuess: true };
}

/** Signs of Chinese against signs of a wrong table; below 0 it is no text at all. */
function fitness(text: string): number {
  return (text.match(SIGNS)?.length ?? 0) - (text.match(NOBODY_WRITES)?.length ?? 0);
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
