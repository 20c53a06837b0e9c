import { SPREADSHEET_NAMESPACE, xmlElement, xmlText } from '../writing/package/xml-text';
import { rewriteXml } from './rewrite-xml';
import { sectionRules } from './part-sections';
import type { NameOutline, PivotCacheOutline, SheetOutline, WorkbookOutline } from './workbook-outline';

/** Sections of a workbook part in the schema's order (CT_Workbook, ECMA-376 part 1, 18.2.27). */
export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARED = { xmlns: SPREADSHEET_NAMESPACE, 'xmlns:r': RELATIONSHIPS };

/** What a workbook part lists after the new sheets have come in. */
export interface WorkbookLists {
  readonly sheets: readonly SheetOutline[];
  readonly names: readonly NameOutline[];
  readonly pivotCaches: readonly PivotCacheOutline[];
  readonly activeTab: number;
}

/** Replaces the lists of a workbook part and has every formula worked out when the file is opened. */
export function rewriteWorkbook(part: string, xml: string, lists: WorkbookLists): string {
  const additions = [
    { name: 'sheets', inside: lists.sheets.map(sheetElement).join('') },
    { name: 'definedNames', inside: lists.names.map(nameElement).join('') },
    { name: 'pivotCaches', inside: lists.pivotCaches.map(cacheElement).join('') },
    {
      name: 'calcPr',
      inside: '',
      instead: xmlElement('calcPr', { xmlns: SPREADSHEET_NAMESPACE, fullCalcOnLoad: 1 }),
    },
  ];
  const replaced = new Set(['sheet', 'definedName', 'pivotCache']);
  const emptied = new Set(
    ['definedNames', 'pivotCaches'].filter(
      (name) => !additions.some((addition) => addition.name === name && addition.inside !== ''),
    ),
  );
  return rewriteXml(part, xml, {
    ...sectionRules(WORKBOOK_ORDER, additions, ` xmlns="${SPREADSHEET_NAMESPACE}"`),
    open: (name, attributes, depth) => {
      if (depth === 2 && emptied.has(name)) return false;
      if (depth === 3 && replaced.has(name)) return false;
      if (depth === 3 && name === 'workbookView') {
        attributes['activeTab'] = String(lists.activeTab);
        attributes['firstSheet'] = '0';
      }
      if (depth === 2 && name === 'calcPr') attributes['fullCalcOnLoad'] = '1';
      return undefined;
    },
  });
}

function sheetElement({ name, sheetId, state, relationship }: SheetOutline): string {
  return xmlElement('sheet', { ...DECLARED, name, sheetId, state, 'r:id': relationship });
}

function nameElement({ attributes, text }: NameOutline): string {
  return xmlElement('definedName', { ...attributes, xmlns: SPREADSHEET_NAMESPACE }, [xmlText(text)]);
}

function cacheElement({ cacheId, relationship }: PivotCacheOutline): string {
  return xmlElement('pivotCache', { ...DECLARED, cacheId, 'r:id': relationship });
}

/**
 * Names after the new sheets have come in: ours, then theirs but for those ours replace and those of sheets that went;
 * a name that holds for one sheet follows it to its new place.
 */
export function mergedNames(
  ours: readonly NameOutline[],
  theirs: WorkbookOutline,
  newIndex: (sheet: SheetOutline) => number | undefined,
): readonly NameOutline[] {
  const taken = new Set(ours.filter(isGlobal).map(nameKey));
  const kept = theirs.names.flatMap((name) => {
    if (isGlobal(name)) return taken.has(nameKey(name)) ? [] : [name];
    const sheet = theirs.sheets[Number(name.attributes['localSheetId'])];
    const index = sheet === undefined ? undefined : newIndex(sheet);
    return index === undefined
      ? []
      : [{ text: name.text, attributes: { ...name.attributes, localSheetId: String(index) } }];
  });
  return [...ours, ...kept];
}

function isGlobal({ attributes }: NameOutline): boolean {
  return attributes['localSheetId'] === undefined;
}

function nameKey({ attributes }: NameOutline): string {
  return (attributes['name'] ?? '').toLowerCase();
}
