import { fileDigest } from '../../base/file-digest';

/** What Windows refuses in a name, and the full-width sign that says the same: two names never become one. */
const REFUSED: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};

/** Seen by nobody: control characters, marks that turn the direction of writing, halves of a pair, ends of a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What Windows takes for a device, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;

/** File systems take 255 bytes; this leaves room for “_退回(12)” and for the names of locks. */
const MOST_BYTES = 180;
const DIGEST_LENGTH = 8;
const ENDING = /\.[0-9a-z]{1,5}$/i;

/**
 * A name that every file system takes, from what a plan or a unit put into it. What says nothing stays as it is; where
 * something had to be left out, a few letters made from the whole name keep it apart from its like.
 * @param name With its ending.
 */
export function safeFileName(name: string): string {
  const ending = ENDING.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  const shown = stem.replace(/[\\/:*?"<>|]/g, (sign) => REFUSED[sign] ?? '_');
  const clean = withoutEdges(shown.replace(UNSEEN, ''));
  const free = DEVICE.test(clean.split('.', 1)[0] ?? '') ? `_${clean}` : clean;
  const most = MOST_BYTES - ending.length;
  if (free !== '' && free === shown && cutTo(free, most) === free) return free + ending;
  const mark = `_${fileDigest(new TextEncoder().encode(name)).slice(0, DIGEST_LENGTH)}`;
  return cutTo(free, most - mark.length) + mark + ending;
}

/** No mark of a hidden or temporary file in front, no dot or space behind, which Windows drops. */
function withoutEdges(name: string): string {
  let end = name.length;
  while (end > 0 && /[\s.]/.test(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end).replace(/^[\s.~]+/, '');
}

const [ONE_BYTE, TWO_BYTES, THREE_BYTES] = [0x80, 0x800, 0x10000] as const;

/** The first whole characters that fit into so many bytes of UTF-8. */
function cutTo(text: string, bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    left -= code < ONE_BYTE ? 1 : code < TWO_BYTES ? 2 : code < THREE_BYTES ? 3 : 4;
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}
