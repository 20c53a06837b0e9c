import type { RawWorkbook } from '../../base/raw-sheet';
import type { Ledger } from '../../ledger/ledger';
import { pageOffices } from '../figures/unit-page/page-basis';
import { CHOICE_LABEL } from '../figures/unit-page/unit-page-tab';
import { TAB } from '../words';
import { cellText, sheetNamed } from './raw-table';

/**
 * The ledger with the office that the clerk chose on 单位页: what stands right of its label. One that is in charge of nothing by now
 * is no choice, and the first of them need not be chosen.
 */
export function withShownOffice(ledger: Ledger, workbook: RawWorkbook): Ledger {
  const chosen = chosenIn(workbook);
  if (chosen === '') return ledger;
  const [first, ...others] = pageOffices(ledger);
  if (chosen === first || !others.includes(chosen)) return ledger;
  return { ...ledger, settings: { ...ledger.settings, shownOffice: chosen } };
}

function chosenIn(workbook: RawWorkbook): string {
  for (const { cells } of sheetNamed(workbook, TAB.unitPage)?.rows ?? []) {
    const at = cells.findIndex(({ value }) => cellText(value).trim() === CHOICE_LABEL);
    const next = at === -1 ? undefined : cells.slice(at + 1).find(({ value }) => cellText(value) !== '');
    if (next !== undefined) return cellText(next.value).trim();
  }
  return '';
}
