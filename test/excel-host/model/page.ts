import type { Rect } from './address';

/** How a sheet is printed. Lengths in points. */
export interface PageSetup {
  orientation: 'Portrait' | 'Landscape';
  /** `Excel.PaperType`. */
  paperSize: string;
  /** A scale in per cent, or pages to fit into. */
  zoom: PageZoom;
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  printOrder: string;
  firstPageNumber: number | '';
  printArea: readonly Rect[] | null;
  titleRows: Rect | null;
  titleColumns: Rect | null;
  /** Columns before which a new page begins. */
  readonly columnBreaks: Set<number>;
  /** Rows with which a new page begins. */
  readonly rowBreaks: Set<number>;
  readonly headersFooters: Record<HeaderFooterPart, string>;
}

export interface PageZoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

export type HeaderFooterPart =
  'LeftHeader' | 'CenterHeader' | 'RightHeader' | 'LeftFooter' | 'CenterFooter' | 'RightFooter';

export function newPageSetup(): PageSetup {
  return {
    orientation: 'Portrait',
    paperSize: 'A4',
    zoom: { scale: 100 },
    margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draftMode: false,
    printOrder: 'DownThenOver',
    firstPageNumber: '',
    printArea: null,
    titleRows: null,
    titleColumns: null,
    columnBreaks: new Set(),
    rowBreaks: new Set(),
    headersFooters: {
      LeftHeader: '',
      CenterHeader: '',
      RightHeader: '',
      LeftFooter: '',
      CenterFooter: '',
      RightFooter: '',
    },
  };
}
