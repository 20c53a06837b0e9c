import type { SlicerBlueprint } from '../../../base/blueprint';
import { XML_HEAD, xmlElement, xmlText } from '../writing/package/xml-text';

/** Namespaces, extension addresses and types of [MS-XLSX] 2.1.4, 2.1.5 and 2.2.4. */
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SLICER_TYPE = 'application/vnd.ms-excel.slicer+xml';
export const SLICER_CACHE_TYPE = 'application/vnd.ms-excel.slicerCache+xml';
export const EXTENSION = {
  /** Of a worksheet: the parts with its slicers. */
  slicers: '{A8765BA9-456A-4dab-B4F3-ACF838C121DE}',
  /** Of the workbook: the caches of its slicers. */
  slicerCaches: '{BBE1A952-AA13-448e-AADC-164F8A28A991}',
  /** Of a pivot cache: the number by which slicers know it. */
  pivotCache: '{725AE2AE-9491-48be-B2B4-4EB974FC3084}',
} as const;
const DRAWING_SLICER = 'http://schemas.microsoft.com/office/drawing/2010/slicer';
const DRAWING_2010 = 'http://schemas.microsoft.com/office/drawing/2010/main';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Of a button, in English metric units (12,700 to a point): nineteen points, as Excel has it. */
const BUTTON_HEIGHT = 241_300;

/** What a slicer filters, and which of the field's items are pressed. */
export interface SlicerState {
  /** Unlike every other name of the workbook. */
  readonly cache: string;
  readonly field: string;
  readonly pivots: readonly { readonly sheetId: number; readonly name: string }[];
  readonly pivotCacheId: number;
  /** By their place among the shared items of the pivot cache; every one of them. */
  readonly items: readonly { readonly place: number; readonly pressed: boolean }[];
}

export function slicerCachePart({ cache, field, pivots, pivotCacheId, items }: SlicerState): string {
  const connected = pivots.map(({ sheetId, name }) => xmlElement('pivotTable', { tabId: sheetId, name }));
  const entries = items.map(({ place, pressed }) =>
    xmlElement('i', { x: place, s: pressed ? 1 : undefined }),
  );
  return (
    XML_HEAD +
    xmlElement('slicerCacheDefinition', { xmlns: X14, name: cache, sourceName: field }, [
      xmlElement('pivotTables', {}, connected),
      xmlElement('data', {}, [
        xmlElement('tabular', { pivotCacheId }, [xmlElement('items', { count: entries.length }, entries)]),
      ]),
    ])
  );
}

/** One slicer in the part that lists those of a sheet. */
export function slicerElement({ name, caption, columns }: SlicerBlueprint, cache: string): string {
  return xmlElement('slicer', {
    name,
    cache,
    caption,
    columnCount: columns === 1 ? undefined : columns,
    style: 'SlicerStyleLight1',
    rowHeight: BUTTON_HEIGHT,
  });
}

export const NO_SLICERS = XML_HEAD + xmlElement('slicers', { xmlns: X14 });

/** Programs that know no slicers show nothing in its place; on paper it is left out everywhere. */
export function slicerAnchor({ name, place }: SlicerBlueprint, number: number): string {
  const corner = (element: string, row: number, column: number): string =>
    xmlElement(element, {}, [
      `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>`,
      `<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`,
    ]);
  const frame = xmlElement('xdr:graphicFrame', { macro: '' }, [
    xmlElement('xdr:nvGraphicFramePr', {}, [
      xmlElement('xdr:cNvPr', { id: number, name }),
      '<xdr:cNvGraphicFramePr/>',
    ]),
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    xmlElement('a:graphic', {}, [
      xmlElement('a:graphicData', { uri: DRAWING_SLICER }, [
        xmlElement('sle:slicer', { 'xmlns:sle': DRAWING_SLICER, name }),
      ]),
    ]),
  ]);
  return xmlElement(
    'xdr:twoCellAnchor',
    {
      'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      editAs: 'absolute',
    },
    [
      corner('xdr:from', place.top - 1, place.left - 1),
      corner('xdr:to', place.bottom, place.right),
      xmlElement('mc:AlternateContent', { 'xmlns:mc': COMPATIBILITY }, [
        xmlElement('mc:Choice', { 'xmlns:a14': DRAWING_2010, Requires: 'a14' }, [frame]),
        xmlElement('mc:Fallback', {}, [emptyShape(number, name)]),
      ]),
      '<xdr:clientData fPrintsWithSheet="0"/>',
    ],
  );
}

/** An anchor holds something in any case: a shape without line, fill or text. */
function emptyShape(number: number, name: string): string {
  return xmlElement('xdr:sp', { macro: '', textlink: '' }, [
    xmlElement('xdr:nvSpPr', {}, [xmlElement('xdr:cNvPr', { id: number, name }), '<xdr:cNvSpPr/>']),
    xmlElement('xdr:spPr', {}, [
      '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>',
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
    ]),
  ]);
}

/** An extension of a part, with what it holds. */
export function extensionElement(prefix: string, uri: string, inside: string): string {
  return xmlElement(`${prefix}ext`, { uri, 'xmlns:x14': X14 }, [inside]);
}

/** A name that Excel keeps for each cache of a slicer, so that no other name of the workbook is like it. */
export function cacheName(prefix: string, cache: string): string {
  return xmlElement(`${prefix}definedName`, { name: cache }, [xmlText('#N/A')]);
}
