import { parseCellRange } from '../../src/hosts/file/reading/xlsx/references';
import { SHEET_ORDER } from '../../src/hosts/file/patching/worksheet-part';
import { XmlElement } from '../../src/hosts/file/patching/xml/xml-element';
import { xmlText } from '../../src/hosts/file/writing/package/xml-text';
import type { Parts } from '../support/unzipped';

/** The name of the part in which a sheet lies. */
export function partNameOf(parts: Parts, sheet: string): string {
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]* r:id="([^"]*)"`).exec(
    parts['xl/workbook.xml'] ?? '',
  )?.[1];
  const tag = [...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/<Relationship [^>]*>/g)].find(
    ([one]) => one.includes(`Id="${id}"`),
  )?.[0];
  const target = /Target="([^"]*)"/.exec(tag ?? '')?.[1] ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

export function partOf(parts: Parts, sheet: string): string {
  return parts[partNameOf(parts, sheet)] ?? '';
}

/** A package with the part of one sheet edited. */
export function withPart(parts: Parts, sheet: string, edit: (xml: string) => string): Parts {
  const name = partNameOf(parts, sheet);
  return { ...parts, [name]: edit(parts[name] ?? '') };
}

/** A sheet part with cells put in: texts by address, or what is written between the tags of the cell. */
export function insertCells(xml: string, cells: Readonly<Record<string, string>>): string {
  return Object.entries(cells).reduce((sheet, [address, content]) => {
    const cell = content.startsWith('<')
      ? content
      : `<c r="${address}" t="inlineStr"><is><t>${xmlText(content)}</t></is></c>`;
    return withCell(sheet, address, cell);
  }, xml);
}

function withCell(xml: string, address: string, cell: string): string {
  const { top: row = 1, left: column = 1 } = parseCellRange(address) ?? {};
  const root = XmlElement.parse('', xml);
  const data = root.first('sheetData');
  if (data === undefined) throw new Error('no sheetData');
  let isPut = false;
  data.change('row', (element) => {
    if (Number(element.attribute('r')) !== row) return element;
    isPut = true;
    element.pieces = element.pieces.filter((piece) => !piece.xml.includes(`r="${address}"`));
    const at = element.pieces.findIndex(
      (piece) => (parseCellRange(/r="([A-Z]+\d+)"/.exec(piece.xml)?.[1] ?? '')?.left ?? 0) > column,
    );
    element.pieces.splice(at === -1 ? element.pieces.length : at, 0, { name: 'c', xml: cell });
    element.set({ spans: undefined });
    return element;
  });
  if (!isPut) {
    const at = data.pieces.findIndex(
      ({ xml: piece }) => Number(/<row r="(\d+)"/.exec(piece)?.[1] ?? 0) > row,
    );
    data.pieces.splice(at === -1 ? data.pieces.length : at, 0, {
      name: 'row',
      xml: `<row r="${row}">${cell}</row>`,
    });
  }
  root.place('sheetData', data.toString(), SHEET_ORDER);
  return root.toString();
}

/** A sheet part with an element put where the schema has it; pieces of that name stay before it. */
export function insertElement(xml: string, element: string): string {
  const root = XmlElement.parse('', xml);
  const name = /^<([\w]+)/.exec(element)?.[1] ?? '';
  const rank = SHEET_ORDER.indexOf(name);
  const at = root.pieces.findIndex((piece) => piece.name !== '' && SHEET_ORDER.indexOf(piece.name) > rank);
  root.pieces.splice(at === -1 ? root.pieces.length : at, 0, { name, xml: element });
  return root.toString();
}
