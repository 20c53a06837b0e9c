import { SharedStringsReader } from '../reading/xlsx/shared-strings-part';
import { XmlFeed } from '../reading/package/xml';
import { link, related, type Book } from './book';
import { mergeStyles, type MergedStyles } from './merge-styles';

/** Merges the styles parts; a file without one simply takes ours. */
export function graftStyles(target: Book, source: Book): MergedStyles {
  const theirs = related(target, 'styles');
  const ours = related(source, 'styles');
  const added = ours === undefined ? '' : source.parts.text(ours.target);
  if (theirs !== undefined) {
    const merged = mergeStyles(target.parts.text(theirs.target), added);
    if (merged.xml !== target.parts.text(theirs.target)) target.parts.set(theirs.target, merged.xml);
    return merged;
  }
  const merged = mergeStyles(added, added);
  if (ours !== undefined) link(target, 'styles', copyVerbatim(target, source, ours.target));
  return merged;
}

/** The texts that the cells of a workbook share, in the order of their numbers. */
export function sharedTexts(source: Book): readonly string[] {
  const strings = related(source, 'sharedStrings');
  const reader = new SharedStringsReader();
  if (strings !== undefined) {
    const feed = new XmlFeed(strings.target, reader);
    feed.write(source.parts.bytes(strings.target));
    feed.end();
  }
  return reader.texts;
}

function copyVerbatim(target: Book, source: Book, part: string): string {
  const name = target.parts.freeName(part);
  target.parts.set(name, source.parts.bytes(part));
  target.parts.types.set(name, source.parts.types.of(part));
  return name;
}
