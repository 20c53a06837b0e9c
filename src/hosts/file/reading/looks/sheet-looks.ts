import type { CellRange, Span } from '../../../../base/raw-sheet';
import { isTrue } from '../package/xml';
import { parseCellRange, parseColumn } from '../xlsx/references';
import type { CellLook } from './look-styles';

const NO_LOOK: CellLook = {};

/** Opening tags of a sheet part that say how it looks, with their attributes. */
const TAG =
  /<(?:[\w.-]+:)?(sheetView|sheetFormatPr|col|row|c|autoFilter)(\s[^>]*?)?\/?>|<\/(?:[\w.-]+:)?sheetData>/gu;
const ATTRIBUTE = /(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
/** What cells say, read without a list of it: a sheet has a million of them. */
const CELL_PLACE = /\sr=["']([A-Z]+\d+)["']/u;
const CELL_STYLE = /\ss=["'](\d+)["']/u;

interface ColumnLook extends Span {
  readonly width: number | undefined;
  readonly style: number | undefined;
}

/** How a sheet looks in its file. Rows and columns count from 1. */
export class SheetLooks {
  /** The range of its own filter, head included; tables have theirs besides. */
  readonly filter: CellRange | undefined;
  readonly showsGridlines: boolean;
  private readonly columns: ColumnLook[] = [];
  private readonly rowStyles = new Map<number, number>();
  private readonly heights = new Map<number, number>();
  private readonly styles = new Map<number, number[]>();
  private readonly defaultWidth: number | undefined;
  private readonly defaultHeight: number | undefined;

  /** @param xml The sheet part. @param looks By the cells' style index. */
  constructor(
    xml: string,
    private readonly looks: readonly CellLook[],
  ) {
    let [filter, showsGridlines]: [CellRange | undefined, boolean] = [undefined, true];
    let [defaultWidth, defaultHeight]: (number | undefined)[] = [];
    let [row, column, isInData] = [0, 0, true];
    for (const [, name, tag = ''] of xml.matchAll(TAG)) {
      if (name === undefined) isInData = false;
      else if (name === 'c' && isInData) {
        const address = CELL_PLACE.exec(tag)?.[1];
        column = address === undefined ? column + 1 : parseColumn(address);
        this.noteCell(row, column, tag);
      } else if (name === 'row' && isInData) {
        const attributes = attributesOf(tag);
        row = Number(attributes['r'] ?? row + 1);
        column = 0;
        this.noteRow(row, attributes);
      } else if (name === 'col') this.noteColumns(attributesOf(tag));
      else if (name === 'autoFilter') filter = parseCellRange(attributesOf(tag)['ref'] ?? '');
      else if (name === 'sheetView') showsGridlines = isShown(attributesOf(tag)['showGridLines']);
      else if (name === 'sheetFormatPr') {
        const { defaultColWidth, defaultRowHeight } = attributesOf(tag);
        defaultWidth = positive(defaultColWidth);
        defaultHeight = positive(defaultRowHeight);
      }
    }
    this.filter = filter;
    this.showsGridlines = showsGridlines;
    this.defaultWidth = defaultWidth;
    this.defaultHeight = defaultHeight;
  }

  /** Of a cell, else of its row, else of its column. */
  look(row: number, column: number): CellLook {
    const style =
      this.styles.get(row)?.[column] ?? this.rowStyles.get(row) ?? this.columnLook(column)?.style ?? 0;
    return this.looks[style] ?? NO_LOOK;
  }

  /** In characters, 0 where it is hidden; `undefined` where the file says nothing. */
  columnWidth(column: number): number | undefined {
    return this.columnLook(column)?.width ?? this.defaultWidth;
  }

  /** In points, 0 where it is hidden; `undefined` where the file says nothing. */
  rowHeight(row: number): number | undefined {
    return this.heights.get(row) ?? this.defaultHeight;
  }

  private columnLook(column: number): ColumnLook | undefined {
    return this.columns.find(({ from, to }) => column >= from && column <= to);
  }

  private noteCell(row: number, column: number, tag: string): void {
    const style = CELL_STYLE.exec(tag)?.[1];
    if (style === undefined) return;
    const styles = this.styles.get(row) ?? [];
    styles[column] = Number(style);
    this.styles.set(row, styles);
  }

  private noteRow(row: number, { ht, hidden, s, customFormat }: Attributes): void {
    if (isTrue(hidden)) this.heights.set(row, 0);
    else if (ht !== undefined) this.heights.set(row, Number(ht));
    if (isTrue(customFormat) && s !== undefined) this.rowStyles.set(row, Number(s));
  }

  private noteColumns({ min, max, width, hidden, style }: Attributes): void {
    this.columns.push({
      from: Number(min),
      to: Number(max),
      width: isTrue(hidden) ? 0 : width === undefined ? undefined : Number(width),
      style: style === undefined ? undefined : Number(style),
    });
  }
}

type Attributes = Readonly<Record<string, string>>;

function attributesOf(tag: string): Attributes {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single = ''] of tag.matchAll(ATTRIBUTE))
    attributes[name] = double ?? single;
  return attributes;
}

/** What is shown unless it is said not to be. */
function isShown(said: string | undefined): boolean {
  return said === undefined || isTrue(said);
}

function positive(text: string | undefined): number | undefined {
  return Number(text) > 0 ? Number(text) : undefined;
}
