import { cellAddress, rangeAddress } from '../../../base/raw-sheet';
import type { PrintSetup, SheetBlueprint } from '../../../base/blueprint';
import { cellsOf, htmlColor, sheetOf } from '../ranges';
import { nameInTheMaking } from '../reading/survey';
import { ACTION_BYTES, type Step } from '../requests';

const ACTIONS_A_PAGE = 24;
const MM_PER_CM = 10;
/** Distance of the footer from the paper's edge, within the narrowest margin in use. */
const FOOTER_MM = 6;

/** Tab colour, filter and page set-up. */
export function pageSteps(getSheet: () => Excel.Worksheet, blueprint: SheetBlueprint): readonly Step[] {
  return [
    {
      bytes: ACTIONS_A_PAGE * ACTION_BYTES,
      play: () => {
        const sheet = getSheet();
        sheet.tabColor = blueprint.tabColor === undefined ? '' : htmlColor(blueprint.tabColor);
        if (blueprint.autoFilter !== undefined) sheet.autoFilter.apply(cellsOf(sheet, blueprint.autoFilter));
        if (blueprint.print !== undefined) setUpPage(sheet, blueprint.print);
      },
    },
  ];
}

const ACTIONS_A_WINDOW = 6;

/**
 * Gridlines and frozen panes, which are the window's: Excel refuses them while another workbook is in front of this one (as in
 * `prepareSheets`). Before the tabs are protected.
 */
export function windowSteps(
  worksheets: Excel.WorksheetCollection,
  sheets: readonly SheetBlueprint[],
): readonly Step[] {
  if (sheets.length === 0) return [];
  return [
    windowStep(sheets.length * ACTIONS_A_WINDOW, () => {
      for (const blueprint of sheets) {
        const sheet = sheetOf(worksheets, nameInTheMaking(blueprint));
        sheet.showGridlines = blueprint.showGridlines;
        freeze(sheet, blueprint.freeze);
      }
    }),
  ];
}

/** What is only looked at, and can be done twice. */
export function windowStep(actions: number, play: () => void): Step {
  const again = async (context: Excel.RequestContext) => {
    play();
    await context.sync();
  };
  return { bytes: actions * ACTION_BYTES, play, apart: { what: 'window', again } };
}

function freeze(sheet: Excel.Worksheet, frozen: SheetBlueprint['freeze']): void {
  const { rows = 0, columns = 0 } = frozen ?? {};
  if (rows > 0 && columns > 0) {
    sheet.freezePanes.freezeAt(cellsOf(sheet, { top: 1, left: 1, bottom: rows, right: columns }));
  } else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function setUpPage(sheet: Excel.Worksheet, print: PrintSetup): void {
  const page = sheet.pageLayout;
  const { top, bottom, left, right } = print.margins;
  page.paperSize = print.paper;
  page.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.centerHorizontally = true;
  page.setPrintMargins('Centimeters', {
    top: top / MM_PER_CM,
    bottom: bottom / MM_PER_CM,
    left: left / MM_PER_CM,
    right: right / MM_PER_CM,
    header: Math.min(FOOTER_MM, top) / MM_PER_CM,
    footer: Math.min(FOOTER_MM, bottom) / MM_PER_CM,
  });
  // The height left out flows over as many pages as it needs.
  if (print.fitWidth) {
    page.zoom = { horizontalFitToPages: 1, ...(print.fitHeight === true && { verticalFitToPages: 1 }) };
  }
  if (print.scale !== undefined) page.zoom = { scale: print.scale };
  for (const column of print.breakBefore ?? []) sheet.verticalPageBreaks.add(cellAddress(1, column));
  for (const row of print.breakAbove ?? []) sheet.horizontalPageBreaks.add(cellAddress(row, 1));
  if (print.repeatRows !== undefined) {
    page.setPrintTitleRows(`$${print.repeatRows.from}:$${print.repeatRows.to}`);
  }
  if (print.area !== undefined) page.setPrintArea(rangeAddress(print.area));
  const footer = page.headersFooters.defaultForAllPages;
  footer.leftFooter = print.footerLeft.replaceAll('&', '&&');
  footer.centerFooter = '第 &P 页 共 &N 页';
}
