import { columnLetters, columnNumber, quoteSheet } from './address';
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

const textOrReference =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\p{L}\p{N}_.(])/gu;

/** A formula pasted so many rows down and columns to the right: what “$” does not hold moves with it. */
export function moveReferences(formula: string, rows: number, columns: number): string {
  return formula.replaceAll(textOrReference, (match, ...[heldColumn, letters, heldRow, digits]: string[]) => {
    if (letters === undefined) return match;
    const column = heldColumn === '$' ? letters : columnLetters(columnNumber(letters) + columns);
    const row = heldRow === '$' ? digits : Number(digits) + rows;
    return `${heldColumn}${column}${heldRow}${row}`;
  });
}

/** Structured references after a table got another name. */
export function renameTableIn(formula: string, from: string, to: string): string {
  return formula.replaceAll(textOrTable, (match: string, name?: string) =>
    name !== undefined && sameName(name, from) ? `${to}[` : match,
  );
}
