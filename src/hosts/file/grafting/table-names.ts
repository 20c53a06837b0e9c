import { attributesOf } from '../patching/xml/tag-attributes';
import type { PackageParts } from './package-parts';

function tables(parts: PackageParts): readonly Readonly<Record<string, string>>[] {
  return parts
    .names()
    .filter((name) => parts.types.of(name).endsWith('.table+xml'))
    .map((name) => attributesOf(/<(?:\w+:)?table\b[^>]*>/.exec(parts.text(name))?.[0] ?? ''));
}

/** Numbers of the tables of a workbook. */
export function tableNumbers(parts: PackageParts): readonly number[] {
  return tables(parts).map(({ id }) => Number(id ?? 0));
}

export function freeTableNumber(parts: PackageParts): number {
  return 1 + tableNumbers(parts).reduce((most, number) => Math.max(most, number), 0);
}

/** Names of tables are unlike each other in a whole workbook, whatever their case: the wanted one, or one like it. */
export function freeTableName(parts: PackageParts, wanted: string): string {
  const used = new Set(
    tables(parts)
      .flatMap(({ displayName, name }) => [displayName, name])
      .map((one) => one?.toLowerCase()),
  );
  let free = wanted;
  for (let number = 2; used.has(free.toLowerCase()); number += 1) free = `${wanted}_${number}`;
  return free;
}
