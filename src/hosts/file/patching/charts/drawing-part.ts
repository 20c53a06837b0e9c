import { linkFrom } from '../../grafting/book';
import type { PackageParts } from '../../grafting/package-parts';
import { xmlElement } from '../../writing/package/xml-text';
import { SHEET_ORDER } from '../worksheet-part';
import { XmlElement } from '../xml/xml-element';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const EMPTY_DRAWING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>';

/** What lies over the cells of a sheet: charts, pictures, slicers. */
export interface DrawingPart {
  /** Name of the part, its own or the one it will have. */
  readonly part: string;
  readonly root: XmlElement;
  readonly isNew: boolean;
}

/** The drawing of a sheet, an empty one where it has none yet. */
export function drawingOf(parts: PackageParts, sheetPart: string): DrawingPart {
  const known = parts
    .relationships(sheetPart)
    .find(({ type, external }) => type === 'drawing' && !external)?.target;
  const part = known ?? parts.freeName('xl/drawings/drawing.xml');
  const root = XmlElement.parse(part, known === undefined ? EMPTY_DRAWING : parts.text(known));
  return { part, root, isNew: known === undefined };
}

/** Puts a drawing into its package. @param sheet The sheet it lies on: a new one is named there. */
export function keepDrawing(
  parts: PackageParts,
  sheetPart: string,
  sheet: XmlElement,
  { part, root, isNew }: DrawingPart,
): void {
  parts.set(part, root.toString());
  if (!isNew) return;
  parts.types.set(part, DRAWING_TYPE);
  const id = linkFrom(parts, sheetPart, 'drawing', part);
  const element = xmlElement(`${sheet.prefix}drawing`, { 'xmlns:r': RELATIONSHIPS, 'r:id': id });
  sheet.place('drawing', element, SHEET_ORDER);
}

/** Numbers of shapes are unlike each other in a drawing. */
export function freeShapeNumber({ root }: DrawingPart): number {
  const used = [...root.toString().matchAll(/<(?:\w+:)?cNvPr\s[^>]*?\bid="(\d+)"/gu)].map(([, id]) =>
    Number(id),
  );
  return used.reduce((most, id) => Math.max(most, id), 0) + 1;
}
