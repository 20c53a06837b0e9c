import type { SheetBlueprint } from '../base/blueprint';
import type { TabPart, TabParts } from '../base/workbook-port';
import type { Summary } from '../ledger/figures/summary';
import type { AssignmentChange, PeriodFigures } from '../ledger/figures/trend';
import type { LedgerState } from '../ledger/fold';
import type { Ledger } from '../ledger/ledger';
import type { UnitDirectory } from '../ledger/records';
import { basisTab } from './figures/basis-tab';
import { leadersTab } from './figures/leaders-tab';
import { pivotSourceTab } from './figures/pivots/pivot-source-tab';
import { pivotTab } from './figures/pivots/pivot-tab';
import { placesTab } from './figures/places-tab';
import { scoresTab } from './figures/scores-tab';
import { summaryTab } from './figures/summary-tab';
import { trendTab } from './figures/trend-tab';
import { unitPageTab } from './figures/unit-page/unit-page-tab';
import { ACTS, actsTab } from './tabs/acts-tab';
import { unitsTab, unitsTable } from './tabs/directory-tab';
import { ENTRIES, entriesTab } from './tabs/entries-tab';
import { FINDINGS, findingsTab, type FindingLine } from './tabs/findings-tab';
import { identityTab, planTab } from './tabs/hidden-tabs';
import { LEDGER, ledgerTab } from './tabs/ledger-tab';
import { LEVEL_REPORTS, levelReportsTab } from './tabs/level-reports-tab';
import { LEVEL_ROWS, levelRowsTab } from './tabs/level-rows-tab';
import { LOG, logTab } from './tabs/log-tab';
import { SETTING_TABLE, settingsTab } from './tabs/settings-tab';
import { SUBMISSIONS, submissionsTab } from './tabs/submissions-tab';
import type { TableTab } from './tabs/table-tab';
import { TAB } from './words';

/** The ledger with everything that is computed from it once for all tabs. */
export interface LedgerView {
  readonly ledger: Ledger;
  readonly state: LedgerState;
  readonly summary: Summary;
  readonly figures: readonly PeriodFigures[];
  readonly changes: readonly AssignmentChange[];
  /** Of the last check. */
  readonly findings: readonly FindingLine[];
  /** Sheets beside ours that a finding's place may link to. */
  readonly otherSheets: ReadonlySet<string>;
}

/** One of our tabs. */
export interface LedgerTab {
  readonly name: string;
  readonly draw: (view: LedgerView) => SheetBlueprint;
  /** Of a tab that not every ledger has. */
  readonly isThere?: (ledger: Pick<Ledger, 'levels'>) => boolean;
  /** Not shown to the clerk. */
  readonly isHidden?: true;
  /** Neither measures nor entries make it longer: sections, periods and offices do. */
  readonly isSmall?: true;
  /** Its columns, where the tab is one table: found by its header, its rows by the columns that identify them. */
  readonly table?: (directory: UnitDirectory) => TableTab<never, string>;
  /**
   * When a live workbook is given it: what the ledger is read from first, so that a write that stops half way has lost
   * nothing; then 台账 and what only shows figures; last `_ledger`, which says what 台账 was drawn from.
   */
  readonly written: 'source' | 'shown' | 'last';
  /** Answer of the workbook in which the ledger is read from it; the plan's text is about as much as all the rest. */
  readonly readIn?: 1 | 2;
}

function hasLevels({ levels }: Pick<Ledger, 'levels'>): boolean {
  return levels !== undefined;
}

/** Every tab that a workbook can have, from left to right. */
export const LEDGER_TABS: readonly LedgerTab[] = [
  {
    name: TAB.ledger,
    draw: ({ ledger, state }) => ledgerTab(ledger, state),
    table: () => LEDGER,
    written: 'shown',
    readIn: 2,
  },
  {
    name: TAB.summary,
    draw: ({ ledger, state, summary }) => summaryTab(ledger, state, summary),
    written: 'shown',
  },
  {
    name: TAB.leaders,
    isSmall: true,
    draw: ({ ledger, state, summary, figures }) => leadersTab(ledger, state, summary, figures),
    written: 'shown',
  },
  {
    name: TAB.trend,
    isSmall: true,
    draw: ({ ledger, state, figures, changes }) => trendTab(ledger, state, figures, changes),
    written: 'shown',
  },
  { name: TAB.scores, draw: ({ ledger, state }) => scoresTab(ledger, state), written: 'source', readIn: 1 },
  {
    name: TAB.entries,
    draw: ({ ledger }) => entriesTab(ledger),
    table: () => ENTRIES,
    written: 'source',
    readIn: 1,
  },
  { name: TAB.pivot, draw: ({ ledger, summary }) => pivotTab(ledger, summary), written: 'shown' },
  {
    name: TAB.unitPage,
    isSmall: true,
    draw: ({ ledger, state, figures }) => unitPageTab(ledger, state, figures),
    written: 'shown',
    readIn: 1,
  },
  {
    name: TAB.submissions,
    draw: ({ ledger }) => submissionsTab(ledger),
    table: () => SUBMISSIONS,
    written: 'source',
    readIn: 1,
  },
  { name: TAB.acts, draw: ({ ledger }) => actsTab(ledger), table: () => ACTS, written: 'source', readIn: 1 },
  {
    name: TAB.findings,
    draw: ({ ledger, findings, otherSheets }) => findingsTab(ledger, findings, otherSheets),
    table: () => FINDINGS,
    written: 'source',
    readIn: 1,
  },
  {
    name: TAB.places,
    isSmall: true,
    isThere: hasLevels,
    draw: ({ ledger }) => placesTab(ledger),
    written: 'shown',
  },
  {
    name: TAB.levelRows,
    isThere: hasLevels,
    draw: ({ ledger }) => levelRowsTab(ledger),
    table: () => LEVEL_ROWS,
    written: 'source',
    readIn: 1,
  },
  {
    name: TAB.levelReports,
    isSmall: true,
    isThere: hasLevels,
    draw: ({ ledger }) => levelReportsTab(ledger),
    table: () => LEVEL_REPORTS,
    written: 'source',
    readIn: 1,
  },
  {
    name: TAB.units,
    isSmall: true,
    draw: ({ ledger }) => unitsTab(ledger),
    table: ({ groups }) => unitsTable(groups),
    written: 'source',
    readIn: 1,
  },
  { name: TAB.log, draw: ({ ledger }) => logTab(ledger), table: () => LOG, written: 'source', readIn: 1 },
  {
    name: TAB.settings,
    isSmall: true,
    draw: ({ ledger }) => settingsTab(ledger.settings),
    table: () => SETTING_TABLE,
    written: 'source',
    readIn: 1,
  },
  {
    name: TAB.basis,
    isHidden: true,
    draw: ({ ledger, state, figures }) => basisTab(ledger, state, figures),
    written: 'shown',
  },
  {
    name: TAB.pivotSource,
    isHidden: true,
    draw: ({ ledger, state }) => pivotSourceTab(ledger, state),
    written: 'shown',
  },
  {
    name: TAB.identity,
    isHidden: true,
    draw: ({ ledger }) => identityTab(ledger),
    written: 'last',
    readIn: 1,
  },
  {
    name: TAB.plan,
    isHidden: true,
    draw: ({ ledger }) => planTab(ledger.plan),
    written: 'source',
    readIn: 2,
  },
];

/** Those of them that the workbook of a ledger has. */
export function tabsOf(ledger: Pick<Ledger, 'levels'>): readonly LedgerTab[] {
  return LEDGER_TABS.filter(({ isThere }) => isThere?.(ledger) ?? true);
}

/**
 * The plan goes first of the sources: entries go by its numbers. 台账 is the first of what is shown: what was typed into it
 * is in the sources by then.
 */
const PLAN_FIRST = (a: LedgerTab, b: LedgerTab) => Number(b.name === TAB.plan) - Number(a.name === TAB.plan);

/** Names of the tabs in the order in which a live workbook is given them. */
export const WRITE_ORDER: readonly string[] = (['source', 'shown', 'last'] as const).flatMap((when) =>
  LEDGER_TABS.filter(({ written }) => written === when)
    .toSorted(PLAN_FIRST)
    .map(({ name }) => name),
);

const UNREAD: ReadonlySet<string> = new Set([TAB.basis, TAB.pivotSource]);

/**
 * What a change of a live workbook begins from: what makes a ledger, and where the tabs that only show figures stand. Of 统计底表
 * and 透视底表, which nobody sees, nothing: they stand as they were drawn.
 */
export const CHANGE_PARTS: TabParts = ([1, 2] as const).map((group) => [
  ...LEDGER_TABS.filter(({ name, readIn = 2 }) => readIn === group && !UNREAD.has(name)).map(changePart),
  ...(group === 1 ? [{ tab: TAB.typed }] : []),
]);

function changePart(tab: LedgerTab): TabPart {
  const { name, isHidden, isSmall } = tab;
  if (isHidden === true) return { tab: name };
  return { ...partOf(tab), formulas: true, ...(isSmall === true ? { isSmall } : {}) };
}

/** The values of a tab. */
export function partOf({ name, isThere }: LedgerTab): TabPart {
  return { tab: name, ...(isThere === undefined ? {} : { isOptional: true }) };
}

/** What makes a ledger, in the groups in which it is asked for; the rest of the workbook is made from it. */
export const LEDGER_PARTS: TabParts = ([1, 2] as const).map((group) => [
  ...LEDGER_TABS.filter(({ readIn }) => readIn === group).map(partOf),
  ...(group === 1 ? [{ tab: TAB.typed }] : []),
]);

/** The tabs that only show what is made from the others. */
export const FIGURE_TABS: ReadonlySet<string> = new Set(
  LEDGER_TABS.flatMap(({ name, readIn }) => (readIn === undefined ? [name] : [])),
);

/** The tabs that are tables, by name. */
export function tablesOf(
  ledger: Pick<Ledger, 'directory' | 'levels'>,
): ReadonlyMap<string, TableTab<never, string>> {
  return new Map(
    tabsOf(ledger).flatMap(({ name, table }) =>
      table === undefined ? [] : [[name, table(ledger.directory)] as const],
    ),
  );
}
