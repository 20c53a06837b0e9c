import type { SheetBlueprint, WorkbookBlueprint } from '../base/blueprint';
import { summarise } from '../ledger/figures/summary';
import { changesSinceLast, trend } from '../ledger/figures/trend';
import { foldLedger } from '../ledger/fold';
import type { Ledger } from '../ledger/ledger';
import { weightNames } from './figures/scores-tab';
import { officesName } from './figures/unit-page/page-basis';
import { choiceName } from './figures/unit-page/unit-page-tab';
import { WRITE_ORDER, tabsOf, type LedgerTab, type LedgerView } from './ledger-tabs';
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
  const view = viewOf(ledger, findings, otherSheets);
  return {
    title: `${ledger.plan.title}措施台账`,
    activeSheet: TAB.ledger,
    names: [...settingNames(), ...weightNames(), choiceName(), officesName(ledger)],
    writeOrder: WRITE_ORDER,
    sheets: tabsOf(ledger).map((tab) => drawn(tab, view)),
  };
}

/** The tabs of a ledger, each drawn when it is first asked for: who looks at one does not wait for the others. */
export interface TabsByNeed {
  /** Of the tabs that are shown, from left to right. */
  readonly names: readonly string[];
  /** `undefined` where there is no such tab. */
  tab(name: string): SheetBlueprint | undefined;
  /** All of them. */
  all(): readonly SheetBlueprint[];
}

export function tabsByNeed(ledger: Ledger, findings: readonly FindingLine[] = []): TabsByNeed {
  const view = viewOf(ledger, findings, []);
  const tabs = tabsOf(ledger);
  const known = new Map<string, SheetBlueprint>();
  const tab = (name: string): SheetBlueprint | undefined => {
    const ours = tabs.find((one) => one.name === name);
    if (ours === undefined) return undefined;
    const sheet = known.get(name) ?? drawn(ours, view);
    known.set(name, sheet);
    return sheet;
  };
  return {
    names: tabs.filter(({ isHidden }) => isHidden !== true).map(({ name }) => name),
    tab,
    all: () => tabs.flatMap(({ name }) => tab(name) ?? []),
  };
}

function drawn({ draw }: LedgerTab, view: LedgerView): SheetBlueprint {
  const sheet = draw(view);
  return sheet.visibility === 'visible' ? withFittedRows(sheet) : sheet;
}

/** What several tabs are drawn from is worked out once, and only when one of them is. */
function viewOf(
  ledger: Ledger,
  findings: readonly FindingLine[],
  otherSheets: readonly string[],
): LedgerView {
  const state = foldLedger(ledger);
  const summary = once(() => summarise(ledger, ledger.settings.asOf, state));
  const figures = once(() => trend(ledger));
  const changes = once(() => changesSinceLast(ledger));
  return {
    ledger,
    state,
    get summary() {
      return summary();
    },
    get figures() {
      return figures();
    },
    get changes() {
      return changes();
    },
    findings,
    otherSheets: new Set(otherSheets),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
