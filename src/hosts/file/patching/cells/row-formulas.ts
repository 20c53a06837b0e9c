import { parseColumn } from '../../reading/xlsx/references';
import { plainText } from '../inserting/move-references';
import { attributeOf } from '../xml/tag-attributes';
import { TagScanner } from '../xml/tag-scanner';

/** The formulas of a row by column, where they are written out. @throws WorkbookFileError */
export function formulasOfRow(part: string, data: string, wanted: number): ReadonlyMap<number, string> {
  const formulas = new Map<number, string>();
  const scanner = new TagScanner(part, data);
  let row = 0;
  let column = 0;
  while (scanner.next()) {
    const { kind, depth, to } = scanner;
    if (kind === 'close') continue;
    if (depth === 2) {
      const written = attributeOf(scanner.tag, 'r');
      row = written === undefined ? row + 1 : Number(written);
      column = 0;
      if (row !== wanted) scanner.skipRead();
    } else if (depth === 3) {
      const written = parseColumn(attributeOf(scanner.tag, 'r') ?? '');
      column = written === 0 ? column + 1 : written;
    } else if (scanner.name === 'f' && kind === 'open') {
      scanner.next();
      formulas.set(column, plainText(data.slice(to, scanner.from)));
    }
  }
  return formulas;
}
