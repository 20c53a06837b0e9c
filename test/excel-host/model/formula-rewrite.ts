import { quoteSheet } from './address';
import { sameName } from './named-items';

/** Texts stay; a quoted or bare sheet name stands before “!”. */
const textOrSheet = /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;
const textOrTable = /"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{N}_.\\]*)\[/gu;

/** References to a sheet after it got another name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  return replaceSheet(formula, from, `${quoteSheet(to)}!`);
}

/** References to a deleted sheet: `台账!A1` becomes `#REF!A1`, as Excel writes it. */
export function breakSheetIn(formula: string, name: string): string {
  return replaceSheet(formula, name, '#REF!');
}

function replaceSheet(formula: string, name: string, replacement: string): string {
  return formula.replaceAll(textOrSheet, (match: string, quoted?: string, bare?: string) => {
    const found = quoted?.replaceAll("''", "'") ?? bare;
    return found !== undefined && sameName(found, name) ? replacement : match;
  });
}

/** Structured references after a table got another name. */
export function renameTableIn(formula: string, from: string, to: string): string {
  return formula.replaceAll(textOrTable, (match: string, name?: string) =>
    name !== undefined && sameName(name, from) ? `${to}[` : match,
  );
}
