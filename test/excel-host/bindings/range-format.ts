import { invalidArgument } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { isEntireColumns, isEntireRows, type Rect } from '../model/address';
import { textOf as shownText } from '../model/number-text';
import { ensureAllowed } from '../model/protection';
import type { Sheet } from '../model/sheet';
import { numberOf, type Areas } from './arguments';
import {
  alignmentProperties,
  changeStyle,
  fillProperties,
  fontProperties,
  membersOf,
  protectionProperties,
} from './style-properties';

/** 255 characters of the Normal font, and Excel's highest row, in points. */
const maxWidth = 1342.5;
const maxHeight = 409.5;

function shared(values: Iterable<number>): number | null {
  const [first, ...others] = new Set(values);
  return others.length > 0 ? null : (first ?? null);
}

function* columnsIn(sheet: Sheet, rect: Rect): Generator<number> {
  if (isEntireRows(rect)) yield* sheet.grid.columns.keys();
  else for (let column = rect.left; column <= rect.right; column += 1) yield column;
}

function* rowsIn(sheet: Sheet, rect: Rect): Generator<number> {
  if (isEntireColumns(rect)) yield* sheet.grid.rows.keys();
  else for (let row = rect.top; row <= rect.bottom; row += 1) yield row;
}

function readWidth({ sheet, rects }: Areas): Json {
  return shared(
    rects.flatMap((rect) => [...columnsIn(sheet, rect)].map((column) => sheet.grid.widthOf(column))),
  );
}

function readHeight({ sheet, rects }: Areas): Json {
  return shared(rects.flatMap((rect) => [...rowsIn(sheet, rect)].map((row) => sheet.grid.heightOf(row))));
}

/** A width of 0 hides the columns. */
export function setWidth({ sheet, rects }: Areas, value: Argument): void {
  const width = numberOf(value, 'columnWidth');
  if (width < 0 || width > maxWidth) throw invalidArgument('columnWidth');
  ensureAllowed(sheet, 'allowFormatColumns');
  for (const rect of rects) {
    if (isEntireRows(rect)) throw invalidArgument('columnWidth of all columns');
    for (const column of columnsIn(sheet, rect))
      Object.assign(sheet.grid.ensureColumn(column), { width, hidden: width === 0 });
  }
}

/** A height of 0 hides the rows. */
export function setHeight({ sheet, rects }: Areas, value: Argument): void {
  const height = numberOf(value, 'rowHeight');
  if (height < 0 || height > maxHeight) throw invalidArgument('rowHeight');
  ensureAllowed(sheet, 'allowFormatRows');
  for (const rect of rects) {
    if (isEntireColumns(rect)) throw invalidArgument('rowHeight of all rows');
    for (const row of rowsIn(sheet, rect))
      Object.assign(sheet.grid.ensureRow(row), { height, hidden: height === 0 });
  }
}

/** About as wide as the longest text: Chinese characters count two. */
function autofitColumns({ sheet, rects }: Areas): void {
  ensureAllowed(sheet, 'allowFormatColumns');
  for (const rect of rects) {
    for (const column of new Set(columnsIn(sheet, rect))) {
      const widths = [...sheet.grid.cellsIn({ ...rect, left: column, right: column })].map(([row, , cell]) =>
        characters(shownText(cell.value, sheet.grid.styleAt(row, column).numberFormat)),
      );
      const longest = Math.min(Math.max(0, ...widths), 255);
      if (longest > 0) sheet.grid.ensureColumn(column).width = (longest * 7 + 5) * 0.75;
    }
  }
}

function characters(text: string): number {
  return [...text].reduce((width, character) => width + (character > '⺀' ? 2 : 1), 0);
}

function autofitRows({ sheet, rects }: Areas): void {
  ensureAllowed(sheet, 'allowFormatRows');
  for (const rect of rects) {
    for (const row of rowsIn(sheet, rect)) {
      const data = sheet.grid.rows.get(row);
      if (data) data.height = undefined;
    }
  }
}

const alignment = membersOf(alignmentProperties);

export const rangeFormatClasses = {
  RangeFormat: {
    read: { ...alignment.read, ColumnWidth: readWidth, RowHeight: readHeight },
    write: { ...alignment.write, ColumnWidth: setWidth, RowHeight: setHeight },
    navigate: {
      Fill: (areas) => new Handle('RangeFill', areas),
      Font: (areas) => new Handle('RangeFont', areas),
      Borders: (areas) => new Handle('RangeBorderCollection', areas),
      Protection: (areas) => new Handle('FormatProtection', areas),
    },
    call: { AutofitColumns: autofitColumns, AutofitRows: autofitRows },
  } satisfies ClassModel<Areas>,
  RangeFont: membersOf(fontProperties) satisfies ClassModel<Areas>,
  RangeFill: {
    ...membersOf(fillProperties),
    call: { Clear: (areas) => changeStyle(areas, { fill: null }) },
  } satisfies ClassModel<Areas>,
  FormatProtection: membersOf(protectionProperties) satisfies ClassModel<Areas>,
};
