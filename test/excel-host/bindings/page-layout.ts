import { invalidArgument, itemNotFound } from '../protocol/errors';
import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { isEntireColumns, isEntireRows, maxColumn, maxRow, type Rect } from '../model/address';
import type { HeaderFooterPart, PageSetup, PageZoom } from '../model/page';
import type { Sheet } from '../model/sheet';
import { areaOf, booleanOf, isRange, numberOf, objectOf, oneOf, textOf } from './arguments';
import { rangeAreasHandle, rangeHandle } from './handles';
import { parseRects } from './worksheet';

const orientations = ['Portrait', 'Landscape'] as const;
const papers = ['Letter', 'Tabloid', 'Legal', 'A3', 'A4', 'A5', 'B4', 'B5'] as const;
const printOrders = ['DownThenOver', 'OverThenDown'] as const;
const unitsInPoints = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

type MarginSide = keyof PageSetup['margins'];
const marginProperties: Readonly<Record<string, MarginSide>> = {
  LeftMargin: 'left',
  RightMargin: 'right',
  TopMargin: 'top',
  BottomMargin: 'bottom',
  HeaderMargin: 'header',
  FooterMargin: 'footer',
};

const switches = {
  CenterHorizontally: 'centerHorizontally',
  CenterVertically: 'centerVertically',
  PrintGridlines: 'printGridlines',
  PrintHeadings: 'printHeadings',
  BlackAndWhite: 'blackAndWhite',
  DraftMode: 'draftMode',
} as const;

function readers(): Record<string, (sheet: Sheet) => Json> {
  return {
    ...Object.fromEntries(
      Object.entries(marginProperties).map(([name, side]) => [name, ({ page }: Sheet) => page.margins[side]]),
    ),
    ...Object.fromEntries(
      Object.entries(switches).map(([name, key]) => [name, ({ page }: Sheet) => page[key]]),
    ),
  };
}

function writers(): Record<string, (sheet: Sheet, value: Argument) => void> {
  const margins = Object.entries(marginProperties).map(([name, side]) => [
    name,
    ({ page }: Sheet, value: Argument): void => {
      page.margins[side] = marginOf(value);
    },
  ]);
  const flags = Object.entries(switches).map(([name, key]) => [
    name,
    ({ page }: Sheet, value: Argument): void => {
      page[key] = booleanOf(value, name);
    },
  ]);
  return { ...Object.fromEntries(margins), ...Object.fromEntries(flags) } as Record<
    string,
    (sheet: Sheet, value: Argument) => void
  >;
}

function marginOf(value: Argument | undefined): number {
  const margin = numberOf(value, 'margin');
  if (margin < 0) throw invalidArgument('margin');
  return margin;
}

/** Either a scale from 10 to 400 per cent or pages to fit into. */
function readZoom(value: Argument): PageZoom {
  const given = objectOf(value, 'zoom');
  const part = (name: string): number | undefined => {
    const number = given[name];
    return number === null || number === undefined ? undefined : numberOf(number, name);
  };
  const [scale, wide, tall] = [part('scale'), part('horizontalFitToPages'), part('verticalFitToPages')];
  const fits = wide !== undefined || tall !== undefined;
  if (scale !== undefined && (fits || scale < 10 || scale > 400)) throw invalidArgument('zoom');
  if (scale === undefined && !fits) throw invalidArgument('zoom');
  return {
    ...(scale !== undefined && { scale }),
    ...(wide !== undefined && { horizontalFitToPages: wide }),
    ...(tall !== undefined && { verticalFitToPages: tall }),
  };
}

function setMargins({ page }: Sheet, args: readonly Argument[]): void {
  const unit = oneOf(Object.keys(unitsInPoints) as (keyof typeof unitsInPoints)[], args[0], 'unit');
  for (const [name, value] of Object.entries(objectOf(args[1], 'marginOptions'))) {
    if (!(name in page.margins)) throw invalidArgument(`margin ${name}`);
    if (value !== null) page.margins[name as MarginSide] = marginOf(value) * unitsInPoints[unit];
  }
}

function rectsOf(value: Argument | undefined): readonly Rect[] {
  return isRange(value) ? value.target.rects : parseRects(textOf(value, 'range'));
}

function titleRect(
  sheet: Sheet,
  value: Argument | undefined,
  isWhole: (rect: Rect) => boolean,
  whole: Partial<Rect>,
): Rect {
  const { rect } = areaOf(value, sheet.workbook, sheet);
  if (!isWhole(rect) && isRange(value) === false)
    throw invalidArgument('print titles must be whole rows or columns');
  return { ...rect, ...whole };
}

const pageLayout = {
  read: {
    ...readers(),
    Orientation: ({ page }) => page.orientation,
    PaperSize: ({ page }) => page.paperSize,
    Zoom: ({ page }) => ({ ...page.zoom }),
    PrintOrder: ({ page }) => page.printOrder,
    FirstPageNumber: ({ page }) => page.firstPageNumber,
  },
  write: {
    ...writers(),
    Orientation: ({ page }, value) => {
      page.orientation = oneOf(orientations, value, 'orientation');
    },
    PaperSize: ({ page }, value) => {
      page.paperSize = oneOf(papers, value, 'paperSize');
    },
    Zoom: ({ page }, value) => {
      page.zoom = readZoom(value);
    },
    PrintOrder: ({ page }, value) => {
      page.printOrder = oneOf(printOrders, value, 'printOrder');
    },
    FirstPageNumber: ({ page }, value) => {
      page.firstPageNumber = value === '' ? '' : numberOf(value, 'firstPageNumber');
    },
  },
  navigate: { HeadersFooters: (sheet) => new Handle('HeaderFooterGroup', sheet) },
  call: {
    SetPrintMargins: setMargins,
    SetPrintArea: (sheet, [area]) => {
      sheet.page.printArea = rectsOf(area);
    },
    SetPrintTitleRows: (sheet, [rows]) => {
      sheet.page.titleRows = titleRect(sheet, rows, isEntireRows, { left: 1, right: maxColumn });
    },
    SetPrintTitleColumns: (sheet, [columns]) => {
      sheet.page.titleColumns = titleRect(sheet, columns, isEntireColumns, { top: 1, bottom: maxRow });
    },
    GetPrintAreaOrNullObject: (sheet) =>
      sheet.page.printArea ? rangeAreasHandle(sheet, sheet.page.printArea) : null,
    GetPrintArea: (sheet) => {
      if (!sheet.page.printArea) throw itemNotFound('print area');
      return rangeAreasHandle(sheet, sheet.page.printArea);
    },
    GetPrintTitleRowsOrNullObject: (sheet) =>
      sheet.page.titleRows ? rangeHandle(sheet, sheet.page.titleRows) : null,
    GetPrintTitleColumnsOrNullObject: (sheet) =>
      sheet.page.titleColumns ? rangeHandle(sheet, sheet.page.titleColumns) : null,
  },
} satisfies ClassModel<Sheet>;

const headerFooterParts: readonly HeaderFooterPart[] = [
  'LeftHeader',
  'CenterHeader',
  'RightHeader',
  'LeftFooter',
  'CenterFooter',
  'RightFooter',
];

const headerFooter: ClassModel<Sheet> = {
  read: Object.fromEntries(
    headerFooterParts.map((part) => [part, ({ page }: Sheet) => page.headersFooters[part]]),
  ),
  write: Object.fromEntries(
    headerFooterParts.map((part) => [
      part,
      ({ page }: Sheet, value: Argument): void => {
        page.headersFooters[part] = textOf(value, part);
      },
    ]),
  ),
};

/** Breaks of a sheet's pages in one direction; a line is the row or column with which a page begins. */
interface PageBreaks {
  readonly sheet: Sheet;
  readonly across: 'rows' | 'columns';
}

interface PageBreak extends PageBreaks {
  readonly line: number;
}

function linesOf({ sheet, across }: PageBreaks): Set<number> {
  return across === 'rows' ? sheet.page.rowBreaks : sheet.page.columnBreaks;
}

function breakHandles(breaks: PageBreaks): readonly Handle<PageBreak>[] {
  const lines = [...linesOf(breaks)].sort((a, b) => a - b);
  return lines.map((line) => new Handle<PageBreak>('PageBreak', { ...breaks, line }));
}

/** A new page begins with the row or column of the range’s first cell. */
const pageBreakCollection = {
  items: breakHandles,
  call: {
    Add: (breaks, [where]) => {
      const { left, top } = areaOf(where, breaks.sheet.workbook, breaks.sheet).rect;
      const line = breaks.across === 'rows' ? top : left;
      if (line === 1) throw invalidArgument('a page break before the first row or column');
      linesOf(breaks).add(line);
      return new Handle<PageBreak>('PageBreak', { ...breaks, line });
    },
    GetCount: (breaks) => linesOf(breaks).size,
    GetItemAt: (breaks, [index]) => {
      const found = breakHandles(breaks)[numberOf(index, 'index')];
      if (found === undefined) throw itemNotFound('page break');
      return found;
    },
    RemovePageBreaks: (breaks) => {
      linesOf(breaks).clear();
    },
  },
} satisfies ClassModel<PageBreaks>;

const pageBreak = {
  read: {
    RowIndex: ({ across, line }) => (across === 'rows' ? line - 1 : 0),
    ColumnIndex: ({ across, line }) => (across === 'columns' ? line - 1 : 0),
  },
  call: {
    Delete: (one) => {
      linesOf(one).delete(one.line);
    },
  },
} satisfies ClassModel<PageBreak>;

export const pageLayoutClasses = {
  PageLayout: pageLayout,
  PageBreakCollection: pageBreakCollection,
  PageBreak: pageBreak,
  HeaderFooterGroup: {
    read: { State: () => 'Default', UseSheetMargins: () => true, UseSheetScale: () => true },
    navigate: { DefaultForAllPages: (sheet) => new Handle('HeaderFooter', sheet) },
  } satisfies ClassModel<Sheet>,
  HeaderFooter: headerFooter,
};
