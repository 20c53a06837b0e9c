/** Excel's limit for the name of a sheet. */
export const MOST_CHARACTERS = 31;

/** What Excel keeps for itself, in whatever case. */
const RESERVED = /^history$/i;

/**
 * Names for sheets, from names that a plan or a clerk gave: without what Excel refuses, short enough, and no two alike, which
 * they are to Excel in whatever case.
 * @param end What each ends with, whatever is cut off before it.
 */
export function safeSheetNames(
  names: readonly string[],
  { end = '', most = MOST_CHARACTERS }: { readonly end?: string; readonly most?: number } = {},
): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const plain = name
      .replace(/[\p{Cc}\p{Cs}]/gu, '')
      .replace(/[\\/?*:[\]]/g, '_')
      .replace(/^[\s']+|[\s']+$/g, '');
    const free = plain === '' || RESERVED.test(plain) ? `_${plain}` : plain;
    for (let number = 1; ; number += 1) {
      const tail = number === 1 ? end : `_${number}${end}`;
      const sheet = `${cutTo(free, most - tail.length)}${tail}`;
      if (used.has(sheet.toLowerCase())) continue;
      used.add(sheet.toLowerCase());
      return sheet;
    }
  });
}

/** The first whole characters; no apostrophe at their end, where Excel takes none. */
function cutTo(text: string, most: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > most) break;
    cut += character;
  }
  return cut.replace(/'+$/, '');
}
