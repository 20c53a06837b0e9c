import { quoteSheet } from './address';
import { sameName } from './named-items';

/** Texts stay; a quoted or bare sheet name stands before “!”. */
const textOrSheet = /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;
const textOrTable = /"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{N}_.\\]*)\[/gu;

/** References to a sheet after it got another name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  return replaceSheet(formula, from, `${quoteSheet(to)}!`);
}

/** References to a deleted sheet: `台账!A1:B2` becomes `#REF!`. */
export function breakSheetIn(formula: string, name: string): string {
  return replaceSheet(formula, name, broken).replaceAll(brokenReference, '#REF!');
}

const broken = '\0';
const brokenReference = /\0(?:\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?)?/gu;

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
