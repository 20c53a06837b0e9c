import { admit } from '../reading/package/gate';
import type { Relationship } from '../reading/package/package';
import { officeType, PackageParts } from './package-parts';
import { workbookOutline, type WorkbookOutline } from './workbook-outline';

/** A package with its workbook part. */
export interface Book {
  readonly parts: PackageParts;
  readonly main: string;
  readonly outline: WorkbookOutline;
}

/** @throws WorkbookFileError */
export function openBook(bytes: Uint8Array): Book {
  const { main } = admit(bytes);
  return bookOf(PackageParts.of(bytes), main);
}

/** @param main Name of the workbook part. */
export function bookOf(parts: PackageParts, main: string): Book {
  return { parts, main, outline: workbookOutline(parts.text(main)) };
}

/** What the workbook part points to by a type, the first of it. */
export function related({ parts, main }: Book, type: string): Relationship | undefined {
  return parts.relationships(main).find((relationship) => relationship.type === type);
}

/** Points from the workbook part to another; gives the relationship's id. */
export function link({ parts, main }: Book, type: string, part: string, typeAddress?: string): string {
  return linkFrom(parts, main, type, part, typeAddress);
}

/** Points from one part to another; gives the relationship's id. @param typeAddress Of the type, where it is not one of Office's first ones. */
export function linkFrom(
  parts: PackageParts,
  from: string,
  type: string,
  target: string,
  typeAddress = officeType(type),
): string {
  const relationships = parts.relationships(from);
  const used = new Set(relationships.map(({ id }) => id));
  let number = relationships.length + 1;
  while (used.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const added = { id, type, typeAddress, target, external: false };
  parts.setRelationships(from, [...relationships, added]);
  return id;
}
