import type { WorkbookBlueprint } from '../../base/blueprint';
import type { Ledger } from '../../ledger/ledger';
import { CONFIRMATION_TITLE } from '../words';
import { confirmationSheet } from './confirmation-sheet';
import type { Confirmation } from './confirmation-view';

/** The tab of a workbook that one office gets. */
export const CONFIRMATION_SHEET = '反馈确认单';

/** The workbook that goes to one office. */
export function confirmationWorkbook(ledger: Ledger, asked: Confirmation): WorkbookBlueprint {
  return {
    title: `${asked.office}${CONFIRMATION_TITLE}`,
    activeSheet: CONFIRMATION_SHEET,
    names: [],
    sheets: [confirmationSheet(ledger, asked, CONFIRMATION_SHEET)],
  };
}

/**
 * One workbook with a tab an office, to be printed or made a PDF in one go.
 * @param pages At least one, each under a name of its own that Excel takes for a tab.
 */
export function confirmationsWorkbook(
  ledger: Ledger,
  pages: readonly { readonly asked: Confirmation; readonly sheet: string }[],
): WorkbookBlueprint {
  return {
    title: `${ledger.plan.title}${CONFIRMATION_TITLE}`,
    activeSheet: pages[0]?.sheet ?? '',
    names: [],
    sheets: pages.map(({ asked, sheet }) => confirmationSheet(ledger, asked, sheet)),
  };
}
