import type { Worksheet } from '@cj-tech-master/excelts';
import { maxColumn, maxRow, parseRect, tryParseRect, type Rect } from '../model/address';
import type { HeaderFooterPart } from '../model/page';
import { defaultProtection } from '../model/protection';
import type { Sheet } from '../model/sheet';
import { paperNumbers, protectionFlags } from './save-page';
import { inchesToPoints } from './units';

/** How a sheet stands on screen and on paper: tab, panes, print set-up, protection. */
export function loadSheetSettings(from: Worksheet, sheet: Sheet): void {
  sheet.visibility = from.state === 'visible' ? 'Visible' : from.state === 'hidden' ? 'Hidden' : 'VeryHidden';
  const tab = from.properties.tabColor?.argb;
  if (tab !== undefined) sheet.tabColor = `#${tab.slice(-6).toUpperCase()}`;
  loadView(from, sheet);
  const filter = typeof from.autoFilter === 'string' ? tryParseRect(from.autoFilter) : undefined;
  if (filter) sheet.autoFilter = { rect: filter, criteria: new Map() };
  loadPage(from, sheet);
  const flags = from.sheetProtection as Readonly<Record<string, unknown>> | null | undefined;
  if (flags?.['sheet'] === true) {
    const allowed = protectionFlags.map(([option, flag]) => [option, flags[flag] === true]);
    sheet.protection = { options: { ...defaultProtection, ...Object.fromEntries(allowed) }, password: null };
  }
}

function loadView(from: Worksheet, sheet: Sheet): void {
  const [view] = from.views;
  if (!view) return;
  sheet.showGridlines = view.showGridLines !== false;
  sheet.showHeadings = view.showRowColHeaders !== false;
  if (view.state !== 'frozen') return;
  sheet.freeze = {
    top: 1,
    left: 1,
    bottom: view.ySplit === undefined || view.ySplit === 0 ? maxRow : view.ySplit,
    right: view.xSplit === undefined || view.xSplit === 0 ? maxColumn : view.xSplit,
  };
}

function loadPage({ pageSetup, headerFooter, rowBreaks, colBreaks }: Worksheet, { page }: Sheet): void {
  for (const { id } of rowBreaks) page.rowBreaks.add(id + 1);
  for (const { id } of colBreaks) page.columnBreaks.add(id + 1);
  page.orientation = pageSetup.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  const paper = Object.entries(paperNumbers).find(([, number]) => number === pageSetup.paperSize);
  if (paper) page.paperSize = paper[0];
  page.zoom = pageSetup.fitToPage
    ? { horizontalFitToPages: pageSetup.fitToWidth, verticalFitToPages: pageSetup.fitToHeight }
    : { scale: pageSetup.scale };
  for (const side of ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const) {
    page.margins[side] = inchesToPoints(pageSetup.margins[side]);
  }
  page.centerHorizontally = pageSetup.horizontalCentered === true;
  page.centerVertically = pageSetup.verticalCentered === true;
  const area = pageSetup.printArea?.split('&&').map((part) => tryParseRect(part));
  if (area?.every((rect): rect is Rect => rect !== undefined)) page.printArea = area;
  if (pageSetup.printTitlesRow) page.titleRows = parseRect(pageSetup.printTitlesRow);
  if (pageSetup.printTitlesColumn) page.titleColumns = parseRect(pageSetup.printTitlesColumn);
  loadSections(headerFooter?.oddHeader, 'Header', page.headersFooters);
  loadSections(headerFooter?.oddFooter, 'Footer', page.headersFooters);
}

/** “&L…&C…&R…” taken apart; text before any mark stands in the middle. */
function loadSections(
  text: string | null | undefined,
  where: 'Header' | 'Footer',
  into: Record<HeaderFooterPart, string>,
): void {
  for (const [, mark = 'C', content = ''] of (text ?? '').matchAll(/(?:&([LCR])|^)((?:(?!&[LCR]).)*)/gsu)) {
    const side = mark === 'L' ? 'Left' : mark === 'R' ? 'Right' : 'Center';
    if (content !== '') into[`${side}${where}`] = content;
  }
}
