const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Undoes the escapes of a string in a workbook (ST_Xstring, ECMA-376 part 1, 22.9.2.19): `_x000D_` is a return. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The reverse: what XML cannot hold, and what would read as an escape. */
export function escapeCellText(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g,
    (letter) => {
      return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    },
  );
}
