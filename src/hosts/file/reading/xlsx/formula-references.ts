const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const AREA = String.raw`(?<area>${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!\\\[])`;
const NAME = String.raw`[\p{L}\p{N}_.\\]+`;
const SHEET = String.raw`(?<sheet>'(?:[^']|'')*'|(?:\[[^\]]*\])?${NAME}(?::${NAME})?)!`;

/**
 * Pieces of a formula: cells and ranges with the sheet before them, and what holds no reference: texts, brackets of
 * tables and other workbooks, names, functions, numbers.
 */
const PIECE = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:${SHEET})?${AREA}|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|[\p{L}_\\][\p{L}\p{N}_.\\]*|\d[\d.]*(?:[Ee][+-]?\d+)?`,
  'gu',
);

/**
 * The formula with each reference replaced.
 * @param change Is given “A1”, “$A$1:B2”, “A:C” or “3:5”, and the sheet written before it, without quotes.
 */
export function mapReferences(
  formula: string,
  change: (area: string, sheet: string | undefined) => string,
): string {
  return formula.replace(PIECE, (piece: string, ...rest) => {
    const { area, sheet } = rest.at(-1) as { readonly area?: string; readonly sheet?: string };
    if (area === undefined) return piece;
    const before = piece.slice(0, piece.length - area.length);
    return before + change(area, sheet === undefined ? undefined : unquoted(sheet));
  });
}

function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}
