/** Zero-width and control characters but for the line break; they come in with pasted text and are never meant. */
const INVISIBLE = /[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\u00AD\u0000-\u0009\u000B-\u001F\u007F]/gu;
const ODD_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

/** Any of the characters that are cleaned away, except plain white space around the text. */
const UNCLEAN =
  /[\r\t\u0000-\u0008\u000B-\u001F\u007F\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]/u;

/** What someone typed, without what cannot be seen: line breaks of one kind, plain spaces, nothing around it. */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text.trim();
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(ODD_SPACES, ' ')
    .trim();
}

/** For comparing: full-width forms folded, no white space at all. */
export function squeezed(text: string): string {
  return cleanText(text.normalize('NFKC')).replace(/\s+/g, '');
}
