import { linkFrom, type Book } from '../../../src/hosts/file/grafting/book';
import { sheetPartOf } from '../../../src/hosts/file/patching/worksheet-part';
import type { LookedAt } from '../looked-at';
import { insertElement } from '../package-edits';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const X15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
const OFFICE_2007 = 'http://schemas.microsoft.com/office/2007/relationships/';
const PIVOT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** Parts by name, as the clerk's program wrote them. */
const PIVOT_PARTS = {
  'xl/pivotTables/pivotTable91.xml': `<pivotTableDefinition xmlns="${MAIN}" name="我的透视表" cacheId="91" dataCaption="值"><location ref="T4:U6" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="3"><pivotField axis="axisRow" showAll="0"><items count="1"><item t="default"/></items></pivotField><pivotField showAll="0"/><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="1"><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="计数" fld="2" subtotal="count"/></dataFields></pivotTableDefinition>`,
  'xl/pivotCache/pivotCacheDefinition91.xml': `<pivotCacheDefinition xmlns="${MAIN}" saveData="0" refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="E3:G10" sheet="台账"/></cacheSource><cacheFields count="3"><cacheField name="牵头单位" numFmtId="0"><sharedItems/></cacheField><cacheField name="完成时限" numFmtId="0"><sharedItems/></cacheField><cacheField name="填报状态" numFmtId="0"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`,
} as const;

const SLICER_PARTS = {
  'xl/slicers/slicer91.xml': `<slicers xmlns="${X14}"><slicer name="我的切片器" cache="切片器_牵头单位" caption="牵头单位" rowHeight="241300"/></slicers>`,
  'xl/slicerCaches/slicerCache91.xml': `<slicerCacheDefinition xmlns="${X14}" xmlns:x="${MAIN}" name="切片器_牵头单位" sourceName="牵头单位"><extLst><x:ext xmlns:x15="${X15}" uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}"><x15:tableSlicerCache tableId="1" column="5"/></x:ext></extLst></slicerCacheDefinition>`,
  'xl/drawings/drawing91.xml': `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:pos x="9000000" y="400000"/><xdr:ext cx="1828800" cy="2381250"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:sle15="http://schemas.microsoft.com/office/drawing/2012/slicer"><mc:Choice Requires="sle15"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="我的切片器"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2010/slicer"><sle:slicer xmlns:sle="http://schemas.microsoft.com/office/drawing/2010/slicer" name="我的切片器"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
} as const;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function put(book: Book, name: string, contentType: string, xml: string): void {
  book.parts.set(name, HEAD + xml);
  book.parts.types.set(name, contentType);
}

function edit(book: Book, part: string, change: (xml: string) => string): void {
  book.parts.set(part, change(book.parts.text(part)));
}

function linkOf2007(book: Book, from: string, type: string, target: string): string {
  const id = `rIdOwn${type}`;
  const added = { id, type, typeAddress: OFFICE_2007 + type, target, external: false };
  book.parts.setRelationships(from, [...book.parts.relationships(from), added]);
  return id;
}

/** A PivotTable of the clerk's beside 台账, over cells of it. */
export function addOwnPivot(book: Book): void {
  const sheet = sheetPartOf(book, '台账') ?? '';
  const [table, cache] = Object.keys(PIVOT_PARTS) as (keyof typeof PIVOT_PARTS)[];
  if (table === undefined || cache === undefined) throw new Error('no parts');
  put(book, table, `${PIVOT}pivotTable+xml`, PIVOT_PARTS[table]);
  put(book, cache, `${PIVOT}pivotCacheDefinition+xml`, PIVOT_PARTS[cache]);
  linkFrom(book.parts, sheet, 'pivotTable', table);
  linkFrom(book.parts, table, 'pivotCacheDefinition', cache);
  const id = linkFrom(book.parts, book.main, 'pivotCacheDefinition', cache);
  edit(book, book.main, (xml) =>
    xml.replace('</pivotCaches>', `<pivotCache cacheId="91" r:id="${id}"/></pivotCaches>`),
  );
}

/** A slicer of the clerk's on the table of 台账. */
export function addOwnSlicer(book: Book): void {
  const sheet = sheetPartOf(book, '台账') ?? '';
  const [slicer, cache, drawing] = Object.keys(SLICER_PARTS) as (keyof typeof SLICER_PARTS)[];
  if (slicer === undefined || cache === undefined || drawing === undefined) throw new Error('no parts');
  put(book, slicer, 'application/vnd.ms-excel.slicer+xml', SLICER_PARTS[slicer]);
  put(book, cache, 'application/vnd.ms-excel.slicerCache+xml', SLICER_PARTS[cache]);
  put(book, drawing, 'application/vnd.openxmlformats-officedocument.drawing+xml', SLICER_PARTS[drawing]);
  const drawn = linkFrom(book.parts, sheet, 'drawing', drawing);
  const listed = linkOf2007(book, sheet, 'slicer', slicer);
  const cached = linkOf2007(book, book.main, 'slicerCache', cache);
  edit(book, sheet, (xml) =>
    insertElement(
      insertElement(xml, `<drawing xmlns:r="${RELATIONS}" r:id="${drawn}"/>`),
      `<extLst><ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x15="${X15}"><x14:slicerList xmlns:x14="${X14}"><x14:slicer xmlns:r="${RELATIONS}" r:id="${listed}"/></x14:slicerList></ext></extLst>`,
    ),
  );
  const ext = `<ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" xmlns:x15="${X15}"><x15:slicerCaches xmlns:x14="${X14}"><x14:slicerCache r:id="${cached}"/></x15:slicerCaches></ext>`;
  edit(book, book.main, (xml) => {
    const named = xml.replace(
      '</definedNames>',
      '<definedName name="切片器_牵头单位">#N/A</definedName></definedNames>',
    );
    return named.includes('</extLst></workbook>')
      ? named.replace('</extLst></workbook>', `${ext}</extLst></workbook>`)
      : named.replace('</workbook>', `<extLst>${ext}</extLst></workbook>`);
  });
}

function areThere(parts: Readonly<Record<string, string>>, { book }: LookedAt): boolean {
  return Object.entries(parts).every(
    ([name, xml]) => book.parts.has(name) && book.parts.text(name) === HEAD + xml,
  );
}

/** Whether the clerk's PivotTable stands as it stood, with the cache it counts. */
export function hasOwnPivot(look: LookedAt): boolean {
  return (
    areThere(PIVOT_PARTS, look) &&
    look.hanging('台账', 'pivotTable').length === 1 &&
    look.workbookPart().includes('cacheId="91"')
  );
}

/** Whether the clerk's slicer stands as it stood, with everything that leads to it. */
export function hasOwnSlicer(look: LookedAt): boolean {
  return (
    areThere(SLICER_PARTS, look) &&
    look.hanging('台账', 'slicer').length === 1 &&
    look.hanging('台账', 'drawing').length === 1 &&
    look.part('台账').includes('<x14:slicer ') &&
    ['rIdOwnslicerCache', '切片器_牵头单位'].every((piece) => look.workbookPart().includes(piece))
  );
}
