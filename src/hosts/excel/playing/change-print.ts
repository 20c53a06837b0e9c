import { cellAddress, rangeAddress } from '../../../base/raw-sheet';
import type { ChangedTab } from '../../../base/workbook-difference';
import { ACTION_BYTES, type Step } from '../requests';
import type { TwoPartChange } from './change-rules';

type PrintChanges = Pick<ChangedTab, 'print' | 'pageBreaks' | 'printArea'>;

/**
 * The rows that repeat, the foot, where pages begin and how far down is printed; paper and margins are the clerk's by now. Which
 * breaks there are, and what is printed, is asked with the first request: the clerk's stay.
 */
export function printChangeSteps(getSheet: () => Excel.Worksheet, changes: PrintChanges): TwoPartChange {
  const [breaks, area] = [breakSteps(getSheet, changes), areaSteps(getSheet, changes)];
  return {
    first: [...titleSteps(getSheet, changes), ...breaks.first, ...area.first],
    then: [...breaks.then, ...area.then],
  };
}

function titleSteps(getSheet: () => Excel.Worksheet, { print }: PrintChanges): readonly Step[] {
  if (print === undefined) return [];
  return [
    {
      bytes: 6 * ACTION_BYTES,
      play: () => {
        const page = getSheet().pageLayout;
        const { repeatRows, footerLeft } = print;
        if (repeatRows !== undefined) page.setPrintTitleRows(`$${repeatRows.from}:$${repeatRows.to}`);
        page.headersFooters.defaultForAllPages.leftFooter = footerLeft.replaceAll('&', '&&');
      },
    },
  ];
}

function breakSteps(getSheet: () => Excel.Worksheet, { pageBreaks }: PrintChanges): TwoPartChange {
  const { removed, added } = pageBreaks;
  if (removed.length + added.length === 0) return { first: [], then: [] };
  let there: Excel.PageBreakCollection | undefined;
  const ask: Step = {
    bytes: 2 * ACTION_BYTES,
    play: () => {
      there = getSheet().horizontalPageBreaks.load('items/rowIndex');
    },
  };
  const change: Step = {
    bytes: (removed.length + added.length) * 2 * ACTION_BYTES,
    play: () => {
      const items = there?.items ?? [];
      const isAbove = (rows: readonly number[], { rowIndex }: Excel.PageBreak) => rows.includes(rowIndex + 1);
      // Excel knows each by its place among them: the last goes first.
      for (const one of items.toReversed()) if (isAbove(removed, one)) one.delete();
      const standing = new Set(items.map(({ rowIndex }) => rowIndex + 1));
      for (const row of added)
        if (!standing.has(row)) getSheet().horizontalPageBreaks.add(cellAddress(row, 1));
    },
  };
  return { first: [ask], then: [change] };
}

function areaSteps(getSheet: () => Excel.Worksheet, { printArea }: PrintChanges): TwoPartChange {
  if (printArea === undefined) return { first: [], then: [] };
  const { was, now } = printArea;
  let printed: Excel.RangeAreas | undefined;
  const ask: Step = {
    bytes: 2 * ACTION_BYTES,
    play: () => {
      printed = getSheet().pageLayout.getPrintAreaOrNullObject().load('address');
    },
  };
  const change: Step = {
    bytes: 2 * ACTION_BYTES,
    play: () => {
      if (printed === undefined || printed.isNullObject) return;
      const own = printed.address.slice(printed.address.lastIndexOf('!') + 1).replaceAll('$', '');
      if (own === rangeAddress(was)) getSheet().pageLayout.setPrintArea(rangeAddress(now));
    },
  };
  return { first: [ask], then: [change] };
}
