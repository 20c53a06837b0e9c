import { openBook } from '../../../src/hosts/file/grafting/book';
import { TAB } from '../../../src/sheets/words';

const OURS = new Set<string>(Object.values(TAB));
/** Of the workbook as a whole, which speaks of ours too. */
const SHARED =
  /^(?:\[Content_Types\]\.xml|xl\/(?:workbook|styles|sharedStrings|calcChain)\.xml|docProps\/\w+\.xml)$|\.rels$/i;

/** Parts that hold nothing of ours, and what stands in them: the clerk's own sheets that do not speak of ours, themes, pictures, macros. */
export function foreignParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const { parts, main, outline } = openBook(bytes);
  const ours = new Set<string>();
  const visit = (part: string): void => {
    if (ours.has(part)) return;
    ours.add(part);
    for (const { target, external } of parts.relationships(part)) if (!external) visit(target);
  };
  const links = parts.relationships(main);
  for (const { name, relationship } of outline.sheets) {
    const target = links.find(({ id }) => id === relationship)?.target;
    if (target === undefined) continue;
    const speaksOfOurs = [...OURS].some((tab) => parts.text(target).includes(tab));
    if (OURS.has(name) || speaksOfOurs) visit(target);
  }
  for (const { type, target } of links) if (type === 'pivotCacheDefinition') visit(target);
  return new Map(
    parts
      .names()
      .filter((name) => !ours.has(name) && name !== main && !SHARED.test(name))
      .map((name) => [name, Buffer.from(parts.bytes(name)).toString('base64')]),
  );
}
