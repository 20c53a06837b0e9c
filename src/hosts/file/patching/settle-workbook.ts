import { rangeAddress, type CellRange } from '../../../base/raw-sheet';
import type { ChangedTab, WorkbookDifference } from '../../../base/workbook-difference';
import { absoluteReference, quotedSheet } from '../writing/sheet-reference';
import { xmlElement, xmlText } from '../writing/package/xml-text';
import { WORKBOOK_ORDER } from '../grafting/rewrite-workbook';
import type { Book } from '../grafting/book';
import { changeBeforeRows, sheetPartOf } from './worksheet-part';
import { XmlElement } from './xml/xml-element';

const PRINT_TITLES = '_xlnm.Print_Titles';
const PRINT_AREA = '_xlnm.Print_Area';

/** What the workbook part says once the tabs are changed: names, the tab in front, and that all is to be worked out anew. */
export function settleWorkbook(
  book: Book,
  { names, activeSheet, title }: WorkbookDifference,
  changed: readonly ChangedTab[],
): void {
  const { parts, main, outline } = book;
  const root = XmlElement.parse(main, parts.text(main));
  for (const { name, sheet, range } of names) setName(root, name, undefined, absoluteReference(sheet, range));
  for (const { sheet, print, printArea } of changed) {
    const index = outline.sheets.findIndex(({ name }) => name.toLowerCase() === sheet.toLowerCase());
    if (print?.repeatRows !== undefined) repeatRows(root, sheet, index, print.repeatRows);
    if (printArea !== undefined && isPrinted(root, index, printArea.was))
      setName(root, PRINT_AREA, index, absoluteReference(sheet, printArea.now));
  }
  const front = outline.sheets.findIndex(({ name }) => name === activeSheet);
  if (front !== -1 && front !== outline.activeTab) bringToFront(book, root, front);
  const calculation = root.first('calcPr') ?? XmlElement.parse(main, `<${root.prefix}calcPr/>`);
  calculation.set({ fullCalcOnLoad: 1 });
  root.place('calcPr', calculation.toString(), WORKBOOK_ORDER);
  parts.set(main, root.toString());
  dropCalculationChain(book);
  if (title !== '') titleIfNone(book, title);
}

/** Gives a name its range, in its place where it is there. @param index Of the sheet it holds for; nothing for the whole workbook. */
function setName(root: XmlElement, name: string, index: number | undefined, reference: string): void {
  const list =
    root.first('definedNames') ?? XmlElement.parse('workbook.xml', `<${root.prefix}definedNames/>`);
  const local = index === undefined ? undefined : String(index);
  let found = false;
  list.change('definedName', (known) => {
    const same =
      known.attribute('name')?.toLowerCase() === name.toLowerCase() &&
      known.attribute('localSheetId') === local;
    if (!same) return known;
    found = true;
    if (known.text !== reference) known.pieces = [{ name: '', xml: xmlText(reference) }];
    return known;
  });
  if (!found) {
    const element = xmlElement(`${root.prefix}definedName`, { name, localSheetId: local }, [
      xmlText(reference),
    ]);
    list.pieces.push({ name: 'definedName', xml: element });
  }
  root.place('definedNames', list.toString(), WORKBOOK_ORDER);
}

/** The text of a name that holds for one sheet; empty without it. */
function nameOf(root: XmlElement, name: string, index: number): string {
  const own = root
    .first('definedNames')
    ?.elements()
    .find((one) => one.attribute('name') === name && one.attribute('localSheetId') === String(index));
  return own?.text ?? '';
}

/** Whether a sheet is printed as far as that and no other way: then nobody has set what is printed. */
function isPrinted(root: XmlElement, index: number, area: CellRange): boolean {
  const [, own = ''] = /^[^,]*!([^,!]+)$/.exec(nameOf(root, PRINT_AREA, index)) ?? [];
  return own.replaceAll('$', '') === rangeAddress(area);
}

/** Rows to repeat in print; columns that the clerk has repeat, go on. */
function repeatRows(
  root: XmlElement,
  sheet: string,
  index: number,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const columns = /[^,]*!\$[A-Z]+:\$[A-Z]+/.exec(nameOf(root, PRINT_TITLES, index))?.[0];
  const rows = `${quotedSheet(sheet)}!$${from}:$${to}`;
  setName(root, PRINT_TITLES, index, columns === undefined ? rows : `${columns},${rows}`);
}

/** Two selected tabs would be a group, in which every edit goes to both. */
function bringToFront(book: Book, root: XmlElement, front: number): void {
  root.change('bookViews', (views) => {
    views.change('workbookView', (view) => {
      view.set({ activeTab: front });
      return view;
    });
    return views;
  });
  book.outline.sheets.forEach(({ name }, index) => {
    const part = sheetPartOf(book, name);
    if (part === undefined) return;
    changeBeforeRows(book.parts, part, (sheet) => {
      sheet.change('sheetViews', (views) => {
        views.change('sheetView', (view) => {
          view.set({ tabSelected: index === front ? 1 : undefined });
          return view;
        });
        return views;
      });
    });
  });
}

/** The order of calculation is Excel's to find again. */
function dropCalculationChain({ parts, main }: Book): void {
  const relationships = parts.relationships(main);
  const chain = relationships.find(({ type }) => type === 'calcChain');
  if (chain === undefined) return;
  parts.setRelationships(
    main,
    relationships.filter((relationship) => relationship !== chain),
  );
  parts.remove(chain.target);
}

function titleIfNone({ parts }: Book, title: string): void {
  const core = parts
    .relationships('')
    .find(({ type, external }) => type === 'core-properties' && !external)?.target;
  if (core === undefined || !parts.has(core)) return;
  const root = XmlElement.parse(core, parts.text(core));
  const known = root.first('title');
  if (known !== undefined && known.text.trim() !== '') return;
  const element = xmlElement('dc:title', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    xmlText(title),
  ]);
  root.pieces = root.pieces.filter(({ name }) => name !== 'title');
  root.pieces.push({ name: 'title', xml: element });
  parts.set(core, root.toString());
}
