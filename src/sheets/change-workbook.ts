import { onceFor } from '../base/once-for';
import type { RawWorkbook } from '../base/raw-sheet';
import type { WorkbookBlueprint } from '../base/blueprint';
import { comparePlans } from '../plan/compare';
import type { Plan } from '../plan/plan';
import { ledgerWorkbook } from './ledger-workbook';
import { ledgerDifference, type LedgerDifference } from './layout/difference';
import { foreignContent } from './layout/foreign-contents';
import type { StandingWorkbook } from './layout/standing-workbook';
import { LEDGER } from './tabs/ledger-tab';
import type { Reading } from '../base/workbook-port';
import { LEDGER_TABS, tablesOf } from './ledger-tabs';
import { isDrawnAsNow, isDrawnOf, isHalfChanged } from './reading/drawn';
import { LedgerFormatError } from './reading/ledger-format-error';
import { sheetNamed } from './reading/raw-table';
import { schemaOf, type LedgerBook } from './reading/read-ledger';
import { SCHEMA_VERSION } from './tabs/hidden-tabs';
import { TAB } from './words';

/** The ledger as a workbook holds it, before a change. */
export interface StandingLedger {
  readonly workbook: RawWorkbook;
  readonly book: LedgerBook;
}

/** The tabs as drawn of the ledger that was read from a workbook. */
export const drawnOf = onceFor(({ ledger, findings, foreignSheets }: LedgerBook) =>
  ledgerWorkbook(ledger, findings, foreignSheets),
);

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
  const { workbook, book } = standing;
  const { ledger } = book;
  const drawn = drawnOf(book);
  if (!isHalfChanged(workbook)) refuseTaken(workbook, drawn, after);
  const tables = tablesOf(ledger);
  const typed = new Map(
    [...tables].map(([name, table]) => [name, new Set(table.keysWith('typed').map((key) => table.at(key)))]),
  );
  return ledgerDifference(
    {
      workbook,
      drawn: withoutOutgrown(drawn, workbook, after),
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

/** A tab that the ledger did not have before is not drawn over a sheet of the clerk's. @throws LedgerFormatError */
function refuseTaken(workbook: RawWorkbook, drawn: WorkbookBlueprint, after: WorkbookBlueprint): void {
  const known = new Set(drawn.sheets.map(({ name }) => name));
  for (const sheet of after.sheets) {
    const there =
      known.has(sheet.name) || !OURS.has(sheet.name) ? undefined : sheetNamed(workbook, sheet.name);
    const taken = there && foreignContent(there, { ...sheet, cells: [] }, sheet);
    if (taken !== undefined) {
      throw new LedgerFormatError('damaged', 'tab-taken', { sheet: sheet.name, ...taken });
    }
  }
}

/** Tabs written beside the ledger's own, such as forms, take the place of those of their name. */
const OURS: ReadonlySet<string> = new Set(LEDGER_TABS.map(({ name }) => name));

/**
 * 分地区 has a column a place: with another number of them it is drawn anew, widths and all, unless the clerk has something of
 * the own there.
 */
function withoutOutgrown(
  drawn: WorkbookBlueprint,
  workbook: RawWorkbook,
  after: WorkbookBlueprint,
): WorkbookBlueprint {
  const [there, before, wanted] = [
    sheetNamed(workbook, TAB.places),
    ...[drawn, after].map(({ sheets }) => sheets.find(({ name }) => name === TAB.places)),
  ];
  if (there === undefined || before === undefined || wanted === undefined) return drawn;
  if (before.columnWidths.length === wanted.columnWidths.length) return drawn;
  if (foreignContent(there, before, wanted) !== undefined) return drawn;
  return { ...drawn, sheets: drawn.sheets.filter((sheet) => sheet !== before) };
}

/** The numbers that the rows of 台账 had before a revision gave its measures others. */
function formerNumbers(before: Plan, after: Plan): StandingWorkbook['former'] {
  if (before === after || before.text === after.text) return new Map();
  const { numbers } = comparePlans(before, after);
  return new Map([[LEDGER.name, new Map([...numbers].map(([then, now]) => [String(now), String(then)]))]]);
}
