import { foldLedger } from '../ledger/fold';
import type { Ledger } from '../ledger/ledger';
import { summarise } from '../ledger/figures/summary';
import { changesSinceLast, trend } from '../ledger/figures/trend';
import { actsTab } from './tabs/acts-tab';
import { basisTab } from './figures/basis-tab';
import type { WorkbookBlueprint } from '../base/blueprint';
import { unitsTab } from './tabs/directory-tab';
import { entriesTab } from './tabs/entries-tab';
import { identityTab, planTab } from './tabs/hidden-tabs';
import { leadersTab } from './figures/leaders-tab';
import { ledgerTab } from './tabs/ledger-tab';
import { pivotTab } from './figures/pivot-tab';
import { findingsTab, type FindingLine } from './tabs/findings-tab';
import { logTab } from './tabs/log-tab';
import { scoresTab, weightNames } from './figures/scores-tab';
import { settingNames, settingsTab } from './tabs/settings-tab';
import { submissionsTab } from './tabs/submissions-tab';
import { withFittedRows } from './row-heights';
import { summaryTab } from './figures/summary-tab';
import { trendTab } from './figures/trend-tab';
import { TAB } from './words';

/** Written before 台账, so that a write that stops half way has lost nothing: what the ledger is read from. */
const SOURCES: readonly string[] = [
  TAB.plan,
  TAB.units,
  TAB.settings,
  TAB.scores,
  TAB.entries,
  TAB.acts,
  TAB.log,
  TAB.submissions,
  TAB.findings,
];

/** 台账 after its sources; `_ledger`, which says what 台账 was drawn from, once everything else is there. */
const WRITE_ORDER: readonly string[] = [
  ...SOURCES,
  ...Object.values(TAB).filter((tab) => !SOURCES.includes(tab) && tab !== TAB.identity),
  TAB.identity,
];

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
  const figures = trend(ledger);
  return {
    title: `${ledger.plan.title}措施台账`,
    activeSheet: TAB.ledger,
    names: [...settingNames(), ...weightNames()],
    writeOrder: WRITE_ORDER,
    sheets: [
      ledgerTab(ledger, state),
      summaryTab(ledger, state, summary),
      leadersTab(ledger, state, summary, figures),
      trendTab(ledger, state, figures, changesSinceLast(ledger)),
      scoresTab(ledger, state),
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
