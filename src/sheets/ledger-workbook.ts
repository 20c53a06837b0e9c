import { foldLedger } from '../ledger/fold';
import type { Ledger } from '../ledger/ledger';
import { summarise } from '../ledger/summary';
import { actsTab } from './acts-tab';
import { basisTab } from './basis-tab';
import type { WorkbookBlueprint } from './blueprint';
import { settingNames, settingsTab, unitsTab } from './directory-tabs';
import { entriesTab } from './entries-tab';
import { identityTab, planTab } from './hidden-tabs';
import { ledgerTab } from './ledger-tab';
import { pivotTab } from './pivot-tab';
import { findingsTab, type FindingLine } from './findings-tab';
import { logTab } from './log-tab';
import { submissionsTab } from './submissions-tab';
import { withFittedRows } from './row-heights';
import { summaryTab } from './summary-tab';
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
  const summary = summarise(ledger, ledger.settings.asOf, state);
  return {
    title: `${ledger.plan.title}措施台账`,
    activeSheet: TAB.ledger,
    names: settingNames(),
    sheets: [
      ledgerTab(ledger, state),
      summaryTab(ledger, state, summary),
      entriesTab(ledger),
      pivotTab(ledger),
      submissionsTab(ledger),
      actsTab(ledger),
      findingsTab(ledger, findings, new Set(otherSheets)),
      unitsTab(ledger),
      logTab(ledger),
      settingsTab(ledger.settings),
      basisTab(ledger, state),
      identityTab(ledger),
      planTab(ledger.plan),
    ].map((sheet) => (sheet.visibility === 'visible' ? withFittedRows(sheet) : sheet)),
  };
}
