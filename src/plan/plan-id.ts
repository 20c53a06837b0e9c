const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a, 32 bit, over the UTF-16 units of the text, as eight hex digits (Fowler, Noll, Vo). */
export function fnv1a(text: string): string {
  let hash = OFFSET_BASIS;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The id of a plan: the same however often its text is read, since title and years are what names it. */
export function planId(title: string, years: { readonly from: number; readonly to: number }): string {
  return fnv1a(`${title}|${years.from}|${years.to}`);
}
