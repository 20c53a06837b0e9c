import type { Ledger } from '../../ledger/ledger';
import type { Plan } from '../../plan/plan';
import type { RawRow, RawWorkbook } from '../../base/raw-sheet';
import type { SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { lateEdits, typedCellsOfTab, withLateEdits } from '../../sheets/reading/late-edits';
import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';
import { ledgerWorkbook } from '../../sheets/ledger-workbook';
import { LEDGER_PARTS, readLedger } from '../../sheets/reading/read-ledger';
import { TAB } from '../../sheets/words';
import type { WorkbookHost, WorkbookRevision } from '../../base/workbook-port';
import { takeInHandEdits, type EditedLedger } from './take-hand-edits';

export interface OpenedLedger extends EditedLedger {
  readonly findings: readonly FindingLine[];
  readonly foreignSheets: readonly string[];
  /** The plan as the workbook has it, where it is sound: it need not be written again. */
  readonly planInPlace?: Plan;
}

export interface ReviseOptions {
  /** Instant of the records made, ISO 8601. */
  readonly at: string;
  /** The ledger as last seen: it stands in when somebody deleted or damaged a tab that holds it. */
  readonly held?: Ledger;
}

/** What a use case makes of the ledger, and what is to be seen of it. */
export interface Revision {
  readonly ledger: Ledger;
  /** Default: those of the last check. */
  readonly findings?: readonly FindingLine[];
  /** Tabs to write beside the ledger's own, after them. */
  readonly tabs?: readonly SheetBlueprint[];
  /** The tab to bring to the front. */
  readonly front?: string;
}

/**
 * The ledger a workbook holds, with what was typed into its status columns. Two round trips in Excel.
 * @throws LedgerFormatError when the workbook holds none and none is held
 */
export async function ledgerOf(host: WorkbookHost, options: ReviseOptions): Promise<OpenedLedger> {
  return ledgerIn(await host.read(LEDGER_PARTS), options);
}

/** @throws LedgerFormatError */
export function ledgerIn(workbook: RawWorkbook, { at, held }: ReviseOptions): OpenedLedger {
  const { ledger, ...rest } = readOrHeld(workbook, held);
  return { ...takeInHandEdits(workbook, ledger, at), ...rest };
}

/**
 * Every change of a ledger in a workbook: reads it, takes in what was typed, changes it, writes it. Four round trips in
 * Excel; four more when somebody typed in between, which is taken in on top. Nothing is written when `revise` throws; a
 * run that was interrupted can be run again.
 * @throws LedgerFormatError
 */
export async function reviseLedger<Result extends Revision>(
  host: WorkbookHost,
  options: ReviseOptions,
  revise: (opened: OpenedLedger) => Result,
): Promise<Result> {
  const revision = await begin(host);
  const opened = ledgerIn(revision.workbook, options);
  const result = revise(opened);
  return settle(host, options, { result, tabs: result.tabs ?? [], opened, revision });
}

function begin(host: WorkbookHost): Promise<WorkbookRevision> {
  return host.beginRevision?.(LEDGER_PARTS) ?? beginAlone(host);
}

/** Nobody sits before the workbook. */
async function beginAlone(host: WorkbookHost): Promise<WorkbookRevision> {
  const write = async (blueprint: WorkbookBlueprint): Promise<readonly RawRow[]> => {
    await host.write(blueprint);
    return [];
  };
  return { workbook: await host.read(LEDGER_PARTS), write };
}

interface Unsettled<Result extends Revision> {
  readonly result: Result;
  /** Those that are not written yet. */
  readonly tabs: readonly SheetBlueprint[];
  readonly opened: OpenedLedger;
  readonly revision: WorkbookRevision;
}

async function settle<Result extends Revision>(
  host: WorkbookHost,
  options: ReviseOptions,
  { result, tabs, opened, revision }: Unsettled<Result>,
): Promise<Result> {
  const before = await writeRevision(revision, { ...result, tabs }, opened);
  const edits = lateEdits(revision.workbook, before);
  if (edits.length === 0) return result;
  const again = await begin(host);
  const retyped = ledgerIn(withLateEdits(again.workbook, edits), options);
  return settle(host, options, {
    result: { ...result, ledger: retyped.ledger },
    tabs: [],
    opened: retyped,
    revision: again,
  });
}

function writeRevision(
  revision: WorkbookRevision,
  { ledger, findings, tabs = [], front }: Revision,
  opened: OpenedLedger,
): Promise<readonly RawRow[]> {
  const ledgerTabs = ledgerWorkbook(ledger, findings ?? opened.findings, opened.foreignSheets);
  const isInPlace = ({ name }: SheetBlueprint) => name === TAB.plan && ledger.plan === opened.planInPlace;
  const blueprint = {
    ...ledgerTabs,
    sheets: [...ledgerTabs.sheets.filter((sheet) => !isInPlace(sheet)), ...tabs],
    activeSheet: front ?? ledgerTabs.activeSheet,
  };
  return revision.write(blueprint, typedCellsOfTab(ledger.plan.measures.length));
}

/** What is held stands in for a damaged workbook, never for one of a newer version. */
function readOrHeld(workbook: RawWorkbook, held: Ledger | undefined) {
  try {
    const book = readLedger(workbook);
    return { ...book, planInPlace: book.ledger.plan };
  } catch (error) {
    if (!(error instanceof LedgerFormatError) || error.code === 'newer-version' || held === undefined)
      throw error;
    return { ledger: held, findings: [], foreignSheets: [] };
  }
}
