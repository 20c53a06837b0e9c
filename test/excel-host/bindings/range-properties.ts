import { invalidArgument, NotModelledError } from '../protocol/errors';
import type { Argument, ClassModel } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { cellRect, columnsOf, rowsOf, type Rect } from '../model/address';
import type { Sheet } from '../model/sheet';
import { lineColorOf, lineStyleOf, weightOf, writeSide, type BorderSide } from './borders';
import { writeLink } from './link';
import { booleanOf, objectOf, onlyArea, type Areas } from './arguments';
import { hiddenState, setColumnsHidden, setRowsHidden } from './hidden';
import { setHeight, setWidth } from './range-format';
import {
  alignmentProperties,
  changeStyle,
  fillProperties,
  fontProperties,
  protectionProperties,
  sharedValue,
  type StyleProperty,
} from './style-properties';

/** Parts of `format` in `getCellProperties` and its relatives, in the camel case they are given in. */
const formatGroups: Readonly<Record<string, Readonly<Record<string, StyleProperty>>>> = {
  fill: fillProperties,
  font: fontProperties,
  protection: protectionProperties,
};

type Size = 'rowHeight' | 'columnWidth';
type Properties = Readonly<Record<string, Argument>>;

function propertyOf(table: Readonly<Record<string, StyleProperty>>, name: string): StyleProperty {
  const property = table[name.charAt(0).toUpperCase() + name.slice(1)];
  if (!property) throw new NotModelledError(`cell property ${name}`);
  return property;
}

function wanted(options: Argument | undefined): [string, Argument][] {
  return Object.entries(objectOf(options, 'load options')).filter(
    ([, value]) => value !== false && value !== null,
  );
}

function readFormat(areas: Areas, options: Argument): Json {
  const result: Record<string, Json> = {};
  for (const [name, value] of wanted(options)) {
    const group = formatGroups[name];
    if (name === 'rowHeight') result[name] = areas.sheet.grid.heightOf(onlyArea(areas).rect.top);
    else if (name === 'columnWidth') result[name] = areas.sheet.grid.widthOf(onlyArea(areas).rect.left);
    else if (group) {
      const parts = wanted(value).map(([part]) => [part, sharedValue(areas, propertyOf(group, part).get)]);
      result[name] = Object.fromEntries(parts) as Json;
    } else result[name] = sharedValue(areas, propertyOf(alignmentProperties, name).get);
  }
  return result;
}

function readProperties(sheet: Sheet, rect: Rect, options: Argument | undefined): Json {
  const result: Record<string, Json> = {};
  for (const [name, value] of wanted(options)) {
    if (name === 'format') result[name] = readFormat({ sheet, rects: [rect] }, value);
    else if (name === 'rowHidden') result[name] = hiddenState(sheet, rect, 'rows');
    else if (name === 'columnHidden') result[name] = hiddenState(sheet, rect, 'columns');
    else if (name === 'rowIndex') result[name] = rect.top - 1;
    else if (name === 'columnIndex') result[name] = rect.left - 1;
    else throw new NotModelledError(`cell property ${name}`);
  }
  return result;
}

const sides = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
} as const;

/** `Excel.CellBorderCollection`: lines of the whole block, those inside it between its cells. */
function writeBorders(areas: Areas, borders: Argument): void {
  for (const [name, line] of Object.entries(objectOf(borders, 'borders'))) {
    const side = sides[name as keyof typeof sides] as BorderSide | undefined;
    if (side === undefined) throw new NotModelledError(`cell border ${name}`);
    const { style = null, color = null, weight = null, ...others } = objectOf(line, name);
    if (Object.keys(others).length > 0)
      throw new NotModelledError(`cell border ${Object.keys(others).join()}`);
    if (style !== null) writeSide({ areas, side }, lineStyleOf(style));
    if (color !== null) writeSide({ areas, side }, lineColorOf(color));
    if (weight !== null) writeSide({ areas, side }, weightOf(weight));
  }
}

function writeFormat(areas: Areas, format: Argument): void {
  for (const [name, value] of Object.entries(objectOf(format, 'format'))) {
    const group = formatGroups[name];
    if (value === null) continue;
    if (name === ('rowHeight' satisfies Size)) setHeight(areas, value);
    else if (name === ('columnWidth' satisfies Size)) setWidth(areas, value);
    else if (name === 'borders') writeBorders(areas, value);
    else if (group) {
      for (const [part, given] of Object.entries(objectOf(value, name))) {
        if (given !== null) changeStyle(areas, propertyOf(group, part).set(given));
      }
    } else changeStyle(areas, propertyOf(alignmentProperties, name).set(value));
  }
}

/** The format first: a new height shows a hidden row. */
function writeProperties(sheet: Sheet, rect: Rect, properties: Argument): void {
  const { format = null, ...others }: Properties = objectOf(properties, 'properties');
  if (format !== null) writeFormat({ sheet, rects: [rect] }, format);
  for (const [name, value] of Object.entries(others)) {
    if (value === null) continue;
    if (name === 'rowHidden') setRowsHidden(sheet, rect, booleanOf(value, name));
    else if (name === 'columnHidden') setColumnsHidden(sheet, rect, booleanOf(value, name));
    else if (name === 'hyperlink') writeLink({ sheet, rects: [rect] }, value);
    else throw new NotModelledError(`cell property ${name}`);
  }
}

function listOf(value: Argument | undefined, length: number): readonly Argument[] {
  if (!Array.isArray(value) || value.length !== length) throw invalidArgument(`an array of ${length}`);
  return value as readonly Argument[];
}

function rowRects({ rect }: { readonly rect: Rect }): Rect[] {
  return Array.from({ length: rowsOf(rect) }, (_, index) => ({
    ...rect,
    top: rect.top + index,
    bottom: rect.top + index,
  }));
}

function columnRects({ rect }: { readonly rect: Rect }): Rect[] {
  return Array.from({ length: columnsOf(rect) }, (_, index) => ({
    ...rect,
    left: rect.left + index,
    right: rect.left + index,
  }));
}

function cellRects(row: Rect): Rect[] {
  return columnRects({ rect: row }).map(({ top, left }) => cellRect(top, left));
}

/** Properties of many cells, rows or columns in one round trip. */
export const propertyMethods = {
  GetCellProperties: (target, [options]) => {
    const area = onlyArea(target);
    return rowRects(area).map((row) =>
      cellRects(row).map((cell) => readProperties(area.sheet, cell, options)),
    );
  },
  SetCellProperties: (target, [data]) => {
    const area = onlyArea(target);
    const rows = listOf(data, rowsOf(area.rect));
    for (const [index, row] of rowRects(area).entries()) {
      const given = listOf(rows[index], columnsOf(area.rect));
      for (const [column, cell] of cellRects(row).entries()) {
        const properties = given[column] ?? null;
        if (properties !== null) writeProperties(area.sheet, cell, properties);
      }
    }
  },
  GetRowProperties: (target, [options]) => {
    const area = onlyArea(target);
    return rowRects(area).map((row) => readProperties(area.sheet, row, options));
  },
  SetRowProperties: (target, [data]) => {
    const area = onlyArea(target);
    const rows = listOf(data, rowsOf(area.rect));
    for (const [index, row] of rowRects(area).entries()) writeProperties(area.sheet, row, rows[index] ?? {});
  },
  GetColumnProperties: (target, [options]) => {
    const area = onlyArea(target);
    return columnRects(area).map((column) => readProperties(area.sheet, column, options));
  },
  SetColumnProperties: (target, [data]) => {
    const area = onlyArea(target);
    const columns = listOf(data, columnsOf(area.rect));
    for (const [index, column] of columnRects(area).entries()) {
      writeProperties(area.sheet, column, columns[index] ?? {});
    }
  },
} satisfies ClassModel<Areas>['call'];
