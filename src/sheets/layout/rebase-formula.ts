import { columnLetters } from '../../base/raw-sheet';
import { span, type Placement } from './placement';

/** Where the tabs stand that a formula may speak of, by name. */
export type Placements = ReadonlyMap<string, Placement>;

/**
 * What a formula is cut into: texts in quotation marks and words (functions, names) stay as they are; a reference is a
 * cell, a range or whole columns, with the sheet it names.
 */
const PIECE =
  /"(?:[^"]|"")*"|(?:([A-Za-z_\u3400-\u9fff][\w.\u3400-\u9fff]*)!)?(\$?)([A-Z]{1,3})(?:(\$?)(\d{1,7}))?(?::(\$?)([A-Z]{1,3})(?:(\$?)(\d{1,7}))?)?(?![\w.\u3400-\u9fff(])|[A-Za-z_\u3400-\u9fff][\w.\u3400-\u9fff]*!?/gu;

interface Corner {
  readonly columnSign: string;
  readonly column: number;
  readonly rowSign: string;
  readonly row: number;
}

/**
 * A formula of ours, written for tabs as the product draws them, for the workbook as it stands: every reference to one of
 * the tabs follows its rows and columns. Other references stay.
 * @param home The tab the formula stands on.
 */
export function rebaseFormula(formula: string, home: string, placements: Placements): string {
  return formula.replace(PIECE, (piece: string, ...groups: (string | undefined)[]) => {
    const [sheet, fromSign, fromLetters, fromRowSign, fromRow, toSign, toLetters, toRowSign, toRow] = groups;
    const isReference = fromLetters !== undefined && (fromRow !== undefined || toLetters !== undefined);
    const placement = placements.get(sheet ?? home);
    if (!isReference || placement === undefined) return piece;
    const from = corner(fromSign, fromLetters, fromRowSign, fromRow);
    const to = toLetters === undefined ? undefined : corner(toSign, toLetters, toRowSign, toRow);
    const moved = to === undefined ? cell(placement, from) : range(placement, from, to);
    if (moved === undefined || moved === NOWHERE) return moved ?? piece;
    return `${sheet === undefined ? '' : `${sheet}!`}${moved}`;
  });
}

function corner(
  columnSign: string | undefined,
  letters: string,
  rowSign: string | undefined,
  row: string | undefined,
): Corner {
  return {
    columnSign: columnSign === '$' ? '$' : '',
    column: columnNumber(letters),
    rowSign: rowSign === '$' ? '$' : '',
    row: row === undefined ? 0 : Number(row),
  };
}

/** 1 for “A”, 27 for “AA”. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function written({ columnSign, rowSign }: Corner, column: number, row: number): string {
  return `${columnSign}${columnLetters(column)}${row === 0 ? '' : `${rowSign}${row}`}`;
}

/** A column of ours that the workbook does not have: another one's cells must not be taken for its own. */
const NOWHERE = '#REF!';

function cell({ rows, columns }: Placement, at: Corner): string | undefined {
  const [row, column] = [rows.get(at.row), columns.get(at.column)];
  if (column === undefined) return NOWHERE;
  return row === undefined ? undefined : written(at, column, row);
}

function range(placement: Placement, from: Corner, to: Corner): string | undefined {
  const columns = span(placement.columns, from.column, to.column);
  const rows = from.row === 0 ? ([0, 0] as const) : span(placement.rows, from.row, to.row);
  if (columns === undefined) return NOWHERE;
  if (rows === undefined) return undefined;
  return `${written(from, columns[0], rows[0])}:${written(to, columns[1], rows[1])}`;
}
