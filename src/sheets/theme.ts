import type { CellFormat, ConditionalFormat, PrintSetup } from '../base/blueprint';
import { FORM_INPUT_FILL } from '../returns/locate/form-columns';
import type { CellRange } from '../base/raw-sheet';
import { saying } from './rules';
import { TIMELINESS_WORD } from './words';

/** Colours of every tab, `RRGGBB`; each traffic light as a fill and a text colour of at least 4.5:1 on it. */
export const COLOR = {
  ink: '1F2933',
  muted: '5B6770',
  line: 'C5CDD5',
  headerFill: '1F4E79',
  headerInk: 'FFFFFF',
  titleInk: '1F4E79',
  inputFill: FORM_INPUT_FILL,
  lockedFill: 'F3F5F7',
  totalFill: 'E8EEF4',
  sample: 'B42318',
  overdueFill: 'FDE2E0',
  overdueInk: '9B1C1C',
  dueSoonFill: 'DDEBFB',
  dueSoonInk: '1D4E89',
  doneFill: 'E1F3E4',
  doneInk: '1E6B34',
  lateFill: 'FFF1CC',
  lateInk: '7A4F01',
} as const;

/** Series colours of the charts, each a good step lighter than the last: told apart in grey print and by colour-blind readers. */
export const STANDING_COLOR = {
  done: '2E7D4F',
  inProgress: '4F8FCB',
  notStarted: 'D9A441',
  ongoing: '4B2E83',
  notReported: 'D5DADF',
} as const;

export const FORMAT = {
  body: { vertical: 'middle', wrap: true, border: COLOR.line, color: COLOR.ink },
  centered: { horizontal: 'center' },
  title: { bold: true, size: 18, color: COLOR.titleInk, horizontal: 'center', vertical: 'middle' },
  subtitle: { size: 10, color: COLOR.muted, horizontal: 'center', vertical: 'middle' },
  heading: { bold: true, size: 12, color: COLOR.titleInk, vertical: 'middle' },
  header: {
    bold: true,
    color: COLOR.headerInk,
    fill: COLOR.headerFill,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    border: COLOR.line,
  },
  total: { bold: true, fill: COLOR.totalFill },
  date: { numberFormat: 'yyyy-mm-dd', horizontal: 'center' },
  percentNumber: { numberFormat: '0"%"', horizontal: 'center' },
  ratio: { numberFormat: '0.0%', horizontal: 'center' },
  count: { numberFormat: '0', horizontal: 'center' },
} as const satisfies Record<string, CellFormat>;

const LIGHTS = [
  { word: TIMELINESS_WORD.overdue, fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
  { word: TIMELINESS_WORD.dueSoon, fill: COLOR.dueSoonFill, color: COLOR.dueSoonInk, bold: false },
  { word: TIMELINESS_WORD.doneLate, fill: COLOR.lateFill, color: COLOR.lateInk, bold: false },
  { word: TIMELINESS_WORD.done, fill: COLOR.doneFill, color: COLOR.doneInk, bold: false },
] as const;

/** Colours rows of `range` by the timeliness word in a column: the colour repeats the word, never replaces it. */
export function trafficLights(range: CellRange, column: number): readonly ConditionalFormat[] {
  return LIGHTS.map(({ word, fill, color, bold }) => ({
    range,
    condition: saying(column, word),
    format: { fill, color, ...(bold && { bold }) },
  }));
}

/** Page set-up of a tab that is one upright sheet of A4, whatever stands on it. */
export function onePage(footerLeft: string, area: CellRange): PrintSetup {
  return {
    paper: 'A4',
    orientation: 'portrait',
    fitWidth: true,
    fitHeight: true,
    margins: { top: 15, bottom: 15, left: 12, right: 12 },
    footerLeft,
    area,
  };
}

/** Page set-up of a tab: the width fits one page, the header repeats. */
export function landscape(
  paper: PrintSetup['paper'],
  footerLeft: string,
  repeatRows?: PrintSetup['repeatRows'],
  area?: CellRange,
): PrintSetup {
  return {
    paper,
    orientation: 'landscape',
    fitWidth: true,
    margins: { top: 15, bottom: 15, left: 12, right: 12 },
    footerLeft,
    ...(repeatRows === undefined ? {} : { repeatRows }),
    ...(area === undefined ? {} : { area }),
  };
}
