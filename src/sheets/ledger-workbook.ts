import type { WorkbookBlueprint } from '../base/blueprint';
import { summarise } from '../ledger/figures/summary';
import { changesSinceLast, trend } from '../ledger/figures/trend';
import { foldLedger } from '../ledger/fold';
import type { Ledger } from '../ledger/ledger';
import { weightNames } from './figures/scores-tab';
import { LEDGER_TABS, WRITE_ORDER } from './ledger-tabs';
import { withFittedRows } from './row-heights';
import type { FindingLine } from './tabs/findings-tab';
import { settingNames } from './tabs/settings-tab';
import { TAB } from './words';

/**
 * Every tab of the ledger workbook, from the ledger alone: writing it again gives the same workbook.
 * `otherSheets`: sheets beside ours that a finding's place may link to.
 */
export function ledgerWorkbook(
  ledger: Ledger,
  findings: readonly FindingLine[] = [],
  otherSheets: readonly string[] = [],
): WorkbookBlueprint {
  const state = foldLedger(ledger);
  const view = {
    ledger,
    state,
    summary: summarise(ledger, ledger.settings.asOf, state),
    figures: trend(ledger),
    changes: changesSinceLast(ledger),
    findings,
    otherSheets: new Set(otherSheets),
  };
  return {
    title: `${ledger.plan.title}措施台账`,
    activeSheet: TAB.ledger,
    names: [...settingNames(), ...weightNames()],
    writeOrder: WRITE_ORDER,
    sheets: LEDGER_TABS.map(({ draw }) => draw(view)).map((sheet) =>
      sheet.visibility === 'visible' ? withFittedRows(sheet) : sheet,
    ),
  };
}
