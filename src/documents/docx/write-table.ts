import { must } from '../../base/invariant';
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Table, TableColumn } from '../paper';
import { FONT } from './fonts';
import { TEXT_WIDTH } from './page';
import { points, runs, widthOf } from './write-paragraphs';

/** Type in points, lines and the room above and below a cell's text in twips. */
interface Size {
  readonly points: number;
  readonly line: number;
  readonly margin: number;
}

/** 小四 where the columns leave room for it, else 五号; 小五 for a list of many rows, which is looked up and not read. */
const ROOMY: Size = { points: 12, line: 360, margin: 50 };
const DENSE: Size = { points: 10.5, line: 300, margin: 50 };
const FINE: Size = { points: 9, line: 225, margin: 20 };
const MOST_ROOMY_COLUMNS = 6;
const LEAST_FINE_ROWS = 30;

function sizeFor({ columns, rows }: Table): Size {
  if (rows.length >= LEAST_FINE_ROWS) return FINE;
  return columns.length <= MOST_ROOMY_COLUMNS ? ROOMY : DENSE;
}

/** Left and right of a cell's text, in twips. */
const MARGIN = 70;
const TWIPS_A_POINT = 20;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const EDGE = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;

/** A row of more lines than this may be split: kept whole it would leave half a page empty. */
const MOST_WHOLE_LINES = 8;

/** A table as wide as the type area. Its head repeats on every page and never stands alone at the foot of one, its note at the head. */
export function tableOf(table: Table): DocxTable {
  const widths = columnWidths(table.columns);
  const size = sizeFor(table);
  const row = (cells: readonly string[], look: CellLook, keepNext: boolean) =>
    new TableRow({
      cantSplit: look === 'head' || linesOf(cells, widths, size) <= MOST_WHOLE_LINES,
      tableHeader: look === 'head',
      children: cells.map((text, index) =>
        cellOf(text, { column: table.columns[index], width: widthAt(widths, index), look, size, keepNext }),
      ),
    });
  const last = table.rows.length - 1;
  return new DocxTable({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: EDGE,
      bottom: EDGE,
      left: EDGE,
      right: EDGE,
      insideHorizontal: THIN,
      insideVertical: THIN,
    },
    rows: [
      row(
        table.columns.map(({ header }) => header),
        'head',
        true,
      ),
      ...table.rows.map((cells, index) =>
        row(
          cells,
          table.hasTotal && index === last ? 'total' : 'body',
          table.note !== undefined && index === last,
        ),
      ),
    ],
  });
}

type CellLook = 'head' | 'body' | 'total';

interface CellPlace {
  readonly column: TableColumn | undefined;
  readonly width: number;
  readonly look: CellLook;
  readonly size: Size;
  /** Whether its row stays on the page of what follows. */
  readonly keepNext: boolean;
}

function cellOf(text: string, { column, width, look, size, keepNext }: CellPlace): TableCell {
  const isCentred = look === 'head' || column?.align === 'center';
  const font = look === 'body' ? FONT.body : FONT.levelOne;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: size.margin, bottom: size.margin, left: MARGIN, right: MARGIN },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
          keepNext,
          spacing: { line: size.line, lineRule: LineRuleType.EXACT },
          children: runs(line, { size: points(size.points), font, characterSpacing: 0 }),
        }),
    ),
  });
}

function widthAt(widths: readonly number[], index: number): number {
  return must(widths[index], `width of column ${index + 1}`);
}

/** How many lines the tallest cell of a row has, about: figures and Latin letters are half as wide. */
function linesOf(cells: readonly string[], widths: readonly number[], { points: size }: Size): number {
  const lines = cells.map((text, index) => {
    const room = Math.max(1, (widthAt(widths, index) - 2 * MARGIN) / (size * TWIPS_A_POINT));
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
  });
  return Math.max(0, ...lines);
}

/** Widths in twips that add up to the type area. */
function columnWidths(columns: readonly TableColumn[]): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / whole) * TEXT_WIDTH));
  const spare = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + spare : width));
}
