import type { CellContent, ConditionalFormat, SheetBlueprint } from '../../base/blueprint';
import { contentValue } from '../../base/content-value';
import { evaluator } from '../../base/expression/evaluator';
import type { CellRange } from '../../base/raw-sheet';
import { editRule, type EditRule } from '../../app/changes/edit-cells';
import type { CellLook } from '../../hosts/file/reading/looks/look-styles';
import { FORMAT } from '../../sheets/theme';
import { FormatLayers } from './looks/format-layers';
import type { CellPlace } from './selecting/selection';
import { shownValue } from './looks/shown-value';
import type { TabLooks } from './looks/standing-looks';
import type { StandingPlaces } from './standing/standing-places';

/** Width of one character of the workbook's default font, what a column adds to its characters, and a point, in CSS pixels. */
const CHARACTER_PX = 7;
const COLUMN_PADDING_PX = 5;
export const POINT_PX = 96 / 72;
const DEFAULT_WIDTH = 9;
const DEFAULT_ROW_PX = 22;

/** A conditional format, its condition ready to be asked. */
interface ConditionalRule extends Pick<ConditionalFormat, 'range' | 'format'> {
  readonly holds: ReturnType<typeof evaluator<number, boolean>>;
}

/**
 * A tab as Excel shows it, by the rows and columns of its sheet: formats laid one over the other, conditional ones on top. Where
 * it stands in a workbook of the clerk's, rows, columns and looks are that workbook's, and what the clerk has among them is shown.
 */
export class ShownTab {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Of the columns, those that hold something by the drawing alone. */
  readonly lastColumn: number;
  private readonly rules: readonly ConditionalRule[];
  private readonly heights: ReadonlyMap<number, number>;
  private readonly layers: FormatLayers;
  private readonly hidden: ReadonlySet<number>;
  private readonly date1904: boolean;

  /** @param places Where it stands; nothing where it stands as it is drawn. @param looks Nothing where it looks as it is drawn. */
  constructor(
    readonly sheet: SheetBlueprint,
    private readonly places?: StandingPlaces,
    readonly merges = sheet.merges,
    readonly looks?: TabLooks,
  ) {
    this.rules = sheet.conditionalFormats.map(({ range, condition, format }) => ({
      range,
      format,
      holds: evaluator(condition),
    }));
    this.layers = new FormatLayers(sheet.formats);
    this.rowCount = places?.rowCount ?? sheet.cells.length;
    this.columnCount = places?.columnCount ?? sheet.columnWidths.length;
    const widest = sheet.cells.reduce((most, row) => Math.max(most, row.length), 0);
    this.lastColumn = places?.columnCount ?? widest;
    this.heights = new Map(sheet.rowHeights.map(({ row, points }) => [row, Math.round(points * POINT_PX)]));
    this.hidden = new Set(sheet.hiddenColumns);
    this.date1904 = places?.date1904 ?? looks?.date1904 ?? false;
  }

  /** Where a drawn place is shown. */
  shown(drawn: CellPlace): CellPlace {
    return this.places?.shown(drawn) ?? drawn;
  }

  /** The row of ours that stands in a row; `undefined` where it is the clerk's own. */
  drawnRow(row: number): number | undefined {
    return this.places === undefined ? row : this.places.drawnRow(row);
  }

  /** What is drawn in a place; `undefined` where it is the clerk's own. */
  drawnPlace(row: number, column: number): CellPlace | undefined {
    return this.places === undefined ? { row, column } : this.places.drawnPlace(row, column);
  }

  private drawnColumn(column: number): number | undefined {
    return this.places === undefined ? column : this.places.drawnColumn(column);
  }

  /** What may be typed into a place; `undefined` where nothing is taken in. */
  editRule(row: number, column: number): EditRule | undefined {
    const drawn = this.drawnPlace(row, column);
    return drawn && editRule(this.sheet, drawn.row, drawn.column);
  }

  /** Whether cells without a border have one all the same. */
  get hasGridlines(): boolean {
    return this.looks?.showsGridlines === true;
  }

  isHiddenColumn(column: number): boolean {
    const width = this.looks?.width(column);
    if (width !== undefined) return width === 0;
    const drawn = this.drawnColumn(column);
    return drawn !== undefined && this.hidden.has(drawn);
  }

  isHiddenRow(row: number): boolean {
    return this.looks?.height(row) === 0;
  }

  rowHeight(row: number): number {
    const points = this.looks?.height(row);
    if (points !== undefined && points > 0) return Math.round(points * POINT_PX);
    const { places } = this;
    const drawn = this.drawnRow(row);
    if (drawn !== undefined) return this.heights.get(drawn) ?? DEFAULT_ROW_PX;
    return places?.ownHeight(row, (column) => this.width(column)) ?? DEFAULT_ROW_PX;
  }

  /** Of any column, in pixels. */
  columnWidth(at: number): number {
    return Math.round(this.width(at) * CHARACTER_PX) + COLUMN_PADDING_PX;
  }

  /** In characters. */
  private width(at: number): number {
    const inFile = this.looks?.width(at);
    if (inFile !== undefined && inFile > 0) return inFile;
    const drawn = this.drawnColumn(at);
    const width = drawn === undefined ? this.places?.ownWidth(at) : this.sheet.columnWidths[drawn - 1];
    return width ?? DEFAULT_WIDTH;
  }

  content(row: number, column: number): CellContent {
    const drawn = this.drawnPlace(row, column);
    const content = drawn === undefined ? null : this.drawnContent(drawn);
    return content === null || content === '' ? (this.places?.own(row, column) ?? content) : content;
  }

  private drawnContent({ row, column }: CellPlace): CellContent {
    return this.sheet.cells[row - 1]?.[column - 1] ?? null;
  }

  /** The joined cells a place is part of. */
  mergeAt(row: number, column: number): CellRange | undefined {
    return this.merges.find((range) => contains(range, row, column));
  }

  /** What a place shows. */
  text(row: number, column: number): string {
    const content = this.content(row, column);
    if (content === null || content === '') return '';
    return shownValue(content, this.format(row, column).numberFormat, this.date1904);
  }

  format(row: number, column: number): CellLook {
    const drawn = this.drawnPlace(row, column);
    const look = this.looks?.look(row, column) ?? this.drawnLook(row, column, drawn);
    const rule = drawn && this.ruleAt(drawn);
    return rule === undefined ? look : { ...look, ...rule.format };
  }

  private drawnLook(row: number, column: number, drawn: CellPlace | undefined): CellLook {
    if (drawn !== undefined) return this.layers.at(drawn.row, drawn.column);
    if (this.content(row, column) === null) return {};
    const numberFormat = this.places?.ownFormat(row, column);
    return numberFormat === undefined ? FORMAT.body : { ...FORMAT.body, numberFormat };
  }

  private ruleAt(drawn: CellPlace): ConditionalRule | undefined {
    const value = (column: number) => contentValue(this.drawnContent({ row: drawn.row, column }));
    return this.rules.find(
      ({ range, holds }) => contains(range, drawn.row, drawn.column) && holds(value) === true,
    );
  }
}

function contains({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
