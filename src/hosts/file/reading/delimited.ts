import Papa from 'papaparse';
import type { RawRow, RawWorkbook } from '../../../base/raw-sheet';
import { decodeText } from './document/decode-text';
import { keepWithin, LIMITS } from './package/limits';

const SHEET = 'CSV';

/**
 * Reads a table kept as text: UTF-8, UTF-16 with its mark, or else the encoding of Chinese Windows (GB 18030, which holds
 * GBK); separated by commas, semicolons or tabs, whichever divides the lines evenly. Every cell is a text.
 * @throws WorkbookFileError
 */
export function readDelimited(bytes: Uint8Array, file: string): RawWorkbook {
  keepWithin(LIMITS.textBytes, bytes.length);
  const { text, encoding } = decodeText(bytes);
  return {
    file,
    source: { format: 'csv', encoding },
    sheets: [{ name: SHEET, visibility: 'visible', rows: rowsOf(text), merges: [] }],
    date1904: false,
    hasMacros: false,
    hasExternalLinks: false,
  };
}

function rowsOf(text: string): readonly RawRow[] {
  const rows: RawRow[] = [];
  let row = 0;
  let cells = 0;
  Papa.parse<string[]>(text, {
    step: ({ data }) => {
      row += 1;
      const filled = data.flatMap((value, index) => {
        if (value === '') return [];
        keepWithin(LIMITS.cellCharacters, value.length);
        return [{ column: index + 1, value }];
      });
      cells += filled.length;
      keepWithin(LIMITS.cells, cells);
      if (filled.length > 0) rows.push({ row, hidden: false, cells: filled });
    },
  });
  return rows;
}
