import type { PrintSetup, SheetBlueprint } from '../../base/blueprint';
import type { CellRange } from '../../base/raw-sheet';
import type { ChangedTab } from '../../base/workbook-difference';
import { difference } from './list-differences';
import { placedRange, span, type Placement } from './placement';
import type { TabLayout } from './tab-layout';

/**
 * What of a tab's print set-up follows its rows: which rows repeat, where pages begin and how far down is printed. Paper, margins
 * and scale are the clerk's once they are drawn.
 * @param drawnArea What was printed of the tab as it was drawn.
 */
export function printChanges(
  before: SheetBlueprint,
  after: SheetBlueprint,
  { stays, stands }: TabLayout,
  drawnArea: CellRange | undefined,
): Pick<ChangedTab, 'print' | 'pageBreaks' | 'printArea'> {
  const then = before.print === undefined ? undefined : placedPrint(before.print, stays);
  const now = after.print === undefined ? undefined : placedPrint(after.print, stands);
  const was = drawnArea && placedRange(stays, drawnArea);
  const area = after.print?.area && placedRange(stands, after.print.area);
  return {
    pageBreaks: difference(placedBreaks(before, stays), placedBreaks(after, stands)),
    ...(now === undefined || isPrintedAlike(then, now) ? {} : { print: now }),
    ...(was === undefined || area === undefined || JSON.stringify(was) === JSON.stringify(area)
      ? {}
      : { printArea: { was, now: area } }),
  };
}

/** With the rows that repeat where they stand; without them where they are gone. */
function placedPrint({ repeatRows, ...print }: PrintSetup, at: Placement): PrintSetup {
  const rows = repeatRows && span(at.rows, repeatRows.from, repeatRows.to);
  return rows === undefined ? print : { ...print, repeatRows: { from: rows[0], to: rows[1] } };
}

function placedBreaks({ print }: SheetBlueprint, at: Placement): readonly number[] {
  return (print?.breakAbove ?? []).flatMap((row) => at.rows.get(row) ?? []);
}

/** Whether the same rows repeat and the same foot stands on each page. */
function isPrintedAlike(before: PrintSetup | undefined, after: PrintSetup): boolean {
  return (
    JSON.stringify(before?.repeatRows) === JSON.stringify(after.repeatRows) &&
    before?.footerLeft === after.footerLeft
  );
}
