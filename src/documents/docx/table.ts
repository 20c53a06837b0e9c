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
import { points, runs } from './paragraphs';

/** 五号: what fits a table of six columns into 156 mm and can still be read. */
const CELL_POINTS = 10.5;
const CELL_LINE = 300;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const EDGE = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;

/** A table as wide as the type area. The head repeats on every page and no row is split. */
export function tableOf(table: Table): DocxTable {
  const widths = columnWidths(table.columns);
  const row = (cells: readonly string[], look: CellLook) =>
    new TableRow({
      cantSplit: true,
      tableHeader: look === 'head',
      children: cells.map((text, index) => cellOf(text, table.columns[index], widths[index] ?? 0, look)),
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
      ),
      ...table.rows.map((cells, index) => row(cells, table.hasTotal && index === last ? 'total' : 'body')),
    ],
  });
}

type CellLook = 'head' | 'body' | 'total';

function cellOf(text: string, column: TableColumn | undefined, width: number, look: CellLook): TableCell {
  const isCentred = look === 'head' || column?.align === 'center';
  const font = look === 'body' ? FONT.body : FONT.levelOne;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: CELL_LINE, lineRule: LineRuleType.EXACT },
          children: runs(line, { size: points(CELL_POINTS), font }),
        }),
    ),
  });
}

/** Widths in twips that add up to the type area. */
function columnWidths(columns: readonly TableColumn[]): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / whole) * TEXT_WIDTH));
  const spare = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + spare : width));
}
