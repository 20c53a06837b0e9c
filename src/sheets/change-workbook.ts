import type { RawWorkbook } from '../base/raw-sheet';
import type { WorkbookBlueprint } from '../base/blueprint';
import type { Ledger } from '../ledger/ledger';
import { comparePlans } from '../plan/compare';
import type { Plan } from '../plan/plan';
import { ledgerWorkbook } from './ledger-workbook';
import { ledgerDifference, type LedgerDifference } from './layout/difference';
import type { StandingWorkbook } from './layout/standing-workbook';
import { LEDGER } from './tabs/ledger-tab';
import type { Reading } from '../base/workbook-port';
import { tablesOf } from './ledger-tabs';
import { isDrawnAsNow, isDrawnOf, isHalfChanged } from './reading/drawn';
import { schemaOf } from './reading/read-ledger';
import { SCHEMA_VERSION } from './tabs/hidden-tabs';
import type { FindingLine } from './tabs/findings-tab';

/** The ledger as a workbook holds it, before a change. */
export interface StandingLedger {
  readonly workbook: RawWorkbook;
  readonly ledger: Ledger;
  readonly findings: readonly FindingLine[];
  /** Sheets that are the clerk's own. */
  readonly foreignSheets: readonly string[];
}

/**
 * What has to change in a workbook so that it shows the tabs of `after`; everything of the clerk's in it stays. A workbook that
 * an older version drew is carried over: its tabs are drawn anew, around what the clerk has on them.
 * @param reading How much of a tab's cells the workbook tells.
 * @param plan Of the ledger that `after` shows.
 */
export function changeOfWorkbook(
  standing: StandingLedger,
  after: WorkbookBlueprint,
  reading: (tab: string) => Reading,
  plan: Plan,
): LedgerDifference {
  const { workbook, ledger, findings, foreignSheets } = standing;
  const tables = tablesOf(ledger);
  const typed = new Map(
    [...tables].map(([name, table]) => [name, new Set(table.keysWith('typed').map((key) => table.at(key)))]),
  );
  return ledgerDifference(
    {
      workbook,
      drawn: ledgerWorkbook(ledger, findings, foreignSheets),
      reading,
      tables,
      former: formerNumbers(ledger.plan, plan),
      typed,
      outdated: (schemaOf(workbook) ?? 0) < SCHEMA_VERSION,
      drawnByOther: schemaOf(workbook) !== undefined && !isDrawnAsNow(workbook),
      settled: isDrawnOf(workbook, ledger) && !isHalfChanged(workbook),
      halfChanged: isHalfChanged(workbook),
    },
    after,
  );
}

/** The numbers that the rows of 台账 had before a revision gave its measures others. */
function formerNumbers(before: Plan, after: Plan): StandingWorkbook['former'] {
  if (before === after || before.text === after.text) return new Map();
  const { numbers } = comparePlans(before, after);
  return new Map([[LEDGER.name, new Map([...numbers].map(([then, now]) => [String(now), String(then)]))]]);
}
