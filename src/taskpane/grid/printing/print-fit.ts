import type { PrintSetup } from '../../../base/blueprint';

/** A CSS pixel in millimetres. */
const PX_MM = 25.4 / 96;
/** The long and the short side of A4. */
const A4_MM = [297, 210] as const;
/** Where a tab says nothing of its own, as with a sheet of the clerk's. */
const USUAL = {
  orientation: 'landscape',
  margins: { top: 15, bottom: 15, left: 12, right: 12 },
} as const satisfies Partial<PrintSetup>;
/** Below this nobody reads it. */
const SMALLEST = 0.3;

export interface PrintFit {
  /** What a style sheet says of the pages. */
  readonly page: string;
  readonly scale: number;
}

/**
 * The pages a tab is printed on, and how much smaller than on the screen: A4, as the tab lies, all columns on one page.
 * @param width Of what is printed, @param height in px. @param isOnePage All rows on one page as well.
 */
export function printFit(
  print: PrintSetup | undefined,
  { width, height }: { readonly width: number; readonly height: number },
  isOnePage: boolean,
): PrintFit {
  const { orientation, margins } = print ?? USUAL;
  const [long, short] = A4_MM;
  const [across, down] = orientation === 'landscape' ? [long, short] : [short, long];
  const room = {
    width: (across - margins.left - margins.right) / PX_MM,
    height: (down - margins.top - margins.bottom) / PX_MM,
  };
  const wanted = Math.min(1, room.width / width, isOnePage ? room.height / height : 1);
  const { top, right, bottom, left } = margins;
  return {
    page: `@page { size: A4 ${orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`,
    scale: Math.max(SMALLEST, Math.floor(wanted * 1000) / 1000),
  };
}
