import { rangeAddress } from '../../../base/raw-sheet';
import type { PrintSetup } from '../../../base/blueprint';
import type { LibrarySheet } from './package/library';

/** Paper numbers of Windows (ST_PaperSize). */
const PAPER = { A3: 8, A4: 9 } as const satisfies Record<PrintSetup['paper'], number>;

/** A break goes over all rows or all columns, which the file counts from 0. */
const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;
const MM_PER_INCH = 25.4;
/** Distance of the footer from the paper's edge, within the narrowest margin in use. */
const FOOTER_MM = 6;

/** Page set-up, repeated rows, and “第 X 页 共 Y 页” in the middle of the foot. */
export function writePrint(sheet: LibrarySheet, print: PrintSetup): void {
  const { top, bottom, left, right } = print.margins;
  const setup = sheet.pageSetup;
  setup.paperSize = PAPER[print.paper];
  setup.orientation = print.orientation;
  setup.horizontalCentered = true;
  setup.margins = {
    top: inches(top),
    bottom: inches(bottom),
    left: inches(left),
    right: inches(right),
    header: inches(Math.min(FOOTER_MM, top)),
    footer: inches(Math.min(FOOTER_MM, bottom)),
  };
  if (print.fitWidth) {
    setup.fitToPage = true;
    setup.fitToWidth = 1;
    setup.fitToHeight = print.fitHeight === true ? 1 : 0;
  }
  if (print.scale !== undefined) setup.scale = print.scale;
  // Excel puts a break behind a column and below a row.
  for (const column of print.breakBefore ?? [])
    sheet.colBreaks.push({ id: column - 1, max: LAST_ROW, man: 1 });
  for (const row of print.breakAbove ?? []) sheet.rowBreaks.push({ id: row - 1, max: LAST_COLUMN, man: 1 });
  if (print.repeatRows !== undefined)
    setup.printTitlesRow = `${print.repeatRows.from}:${print.repeatRows.to}`;
  if (print.area !== undefined) setup.printArea = rangeAddress(print.area);
  sheet.headerFooter.oddFooter = `&L${footerText(print.footerLeft)}&C第 &P 页 共 &N 页`;
}

function inches(millimetres: number): number {
  return Math.round((millimetres / MM_PER_INCH) * 1000) / 1000;
}

/** “&” begins a code in headers and footers; doubled it is itself. */
export function footerText(text: string): string {
  return text.replaceAll('&', '&&');
}
