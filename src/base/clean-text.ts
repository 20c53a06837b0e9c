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

/**
 * Marks that follow one another: putting them in order takes a step for each two of them, seconds for a cell full. A text
 * that is normalised in a stream has thirty at most (Unicode, annex 15), more than any language writes. The two behind are
 * the half-width marks of Japanese, which become such marks.
 */
const MARKS = /([\p{M}\uFF9E\uFF9F]{30})[\p{M}\uFF9E\uFF9F]+/gu;

/** For comparing and for reading values: full-width forms folded; of more than thirty marks on one letter the first thirty. */
export function plainForms(text: string): string {
  // eslint-disable-next-line no-restricted-properties -- the one place where it is bounded
  return text.replace(MARKS, '$1').normalize('NFKC');
}

/** For comparing: full-width forms folded, no white space at all. */
export function squeezed(text: string): string {
  return cleanText(plainForms(text)).replace(/\s+/g, '');
}
