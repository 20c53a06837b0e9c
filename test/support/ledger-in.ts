import { drawLedger, workbookPlace, type LedgerPlace } from '../../src/app/runner/ledger-place';
import { ledgerSource, type OpenedLedger } from '../../src/app/runner/open-ledger';
import { runUseCase, type Outcome } from '../../src/app/runner/run-use-case';
import type { Inputs, UseCaseName } from '../../src/app/changes/use-case-list';
import type { WorkbookHost } from '../../src/base/workbook-port';
import type { Ledger } from '../../src/ledger/ledger';
import type { FindingLine } from '../../src/sheets/tabs/findings-tab';
import type { LedgerBook } from '../../src/sheets/reading/read-ledger';
import { AT } from '../ledger/builders';

/** As the pane asks. */
export const ASKED = { by: 'pane', at: AT } as const;

/** Runs a use case as the pane does. @param held The ledger the pane holds. */
export function runIn<Name extends UseCaseName>(
  host: WorkbookHost,
  name: Name,
  input: Inputs[Name],
  held?: Ledger,
): Promise<Outcome<Name>> {
  return runUseCase(workbookPlace(host, held), name, input, ASKED);
}

/** As a change begins, with what was typed. */
export function lookIn(host: WorkbookHost): Promise<OpenedLedger> {
  return workbookPlace(host).look(AT);
}

export async function drawIn(
  host: WorkbookHost,
  ledger: Ledger,
  findings: readonly FindingLine[] = [],
): Promise<void> {
  await drawLedger(host, { ledger, findings }, ASKED);
}

/** What every sheet of a workbook holds, as it was drawn. */
export async function bookIn(host: WorkbookHost): Promise<LedgerBook> {
  return ledgerSource(await host.read()).book;
}

/** A ledger that lies in no workbook, as a use case finds it. */
export function openedAs(ledger: Ledger): OpenedLedger {
  return { ledger, at: AT, findings: [], foreignSheets: [], taken: 0, refused: [], source: null };
}

/** Where an opened ledger is only a value. */
export function placeOf(opened: OpenedLedger): LedgerPlace {
  return {
    look: () => Promise.resolve(opened),
    open: () => Promise.resolve({ opened, keep: ({ ledger }) => Promise.resolve({ ledger, repairs: [] }) }),
    begin: () => Promise.resolve(),
  };
}
