import { unescapeCellText } from '../reading/xlsx/cell-text';
import { isTrue, relationshipId, strictParser } from '../reading/package/xml';
import type { Attributes } from './rewrite-xml';

/** A sheet in the list of a workbook part. */
export interface SheetOutline {
  readonly name: string;
  readonly sheetId: number;
  readonly state: string | undefined;
  readonly relationship: string;
}

export interface NameOutline {
  readonly attributes: Attributes;
  readonly text: string;
}

export interface PivotCacheOutline {
  readonly cacheId: number;
  readonly relationship: string;
}

/** The lists of a workbook part that name sheets. */
export interface WorkbookOutline {
  readonly sheets: readonly SheetOutline[];
  readonly names: readonly NameOutline[];
  readonly pivotCaches: readonly PivotCacheOutline[];
  readonly date1904: boolean;
  /** Place in `sheets` of the tab in front. */
  readonly activeTab: number;
}

export function workbookOutline(xml: string): WorkbookOutline {
  const sheets: SheetOutline[] = [];
  const names: { attributes: Attributes; text: string }[] = [];
  const pivotCaches: PivotCacheOutline[] = [];
  let date1904 = false;
  let activeTab = 0;
  let inName = false;
  const parser = strictParser('workbook.xml');
  parser.on('opentag', ({ name, attributes }) => {
    const element = name.slice(name.indexOf(':') + 1);
    const relationship = relationshipId(attributes) ?? '';
    inName = element === 'definedName';
    if (inName) names.push({ attributes, text: '' });
    if (element === 'workbookPr') date1904 = isTrue(attributes['date1904']);
    if (element === 'workbookView') activeTab = Number(attributes['activeTab'] ?? 0);
    if (element === 'pivotCache') pivotCaches.push({ cacheId: Number(attributes['cacheId']), relationship });
    if (element === 'sheet') {
      sheets.push({
        name: unescapeCellText(attributes['name'] ?? ''),
        sheetId: Number(attributes['sheetId']),
        state: attributes['state'],
        relationship,
      });
    }
  });
  parser.on('text', (text) => {
    const name = names.at(-1);
    if (inName && name !== undefined) name.text += text;
  });
  parser.on('closetag', () => {
    inName = false;
  });
  parser.write(xml).close();
  return { sheets, names, pivotCaches, date1904, activeTab };
}
