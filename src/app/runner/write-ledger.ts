import type { RawRow } from '../../base/raw-sheet';
import type { SheetBlueprint } from '../../base/blueprint';
import type { WorkbookHost, WorkbookRevision } from '../../base/workbook-port';
import { ledgerWorkbook } from '../../sheets/ledger-workbook';
import { typedCellsOfTab } from '../../sheets/reading/late-edits';
import { TAB } from '../../sheets/words';
import type { LedgerSource } from './open-ledger';
import type { Revision } from './use-case';

/** A revision with everything that is to be seen of it. */
export type ShownRevision = Revision & Required<Pick<Revision, 'findings'>>;

/** Where a ledger is written to, as it was read for that. */
export interface WritingTarget extends Pick<WorkbookRevision, 'write' | 'change'> {
  /** Whether tabs that are not written stay as they are at no cost. */
  readonly sparesTabs: boolean;
}

/**
 * The one place in which a ledger becomes tabs of a workbook.
 * @param source The workbook as it was opened; `null` for one in which a ledger begins.
 * @returns what stood in the cells a clerk types into the moment before.
 */
export function writeLedger(
  target: WritingTarget,
  { ledger, findings, tabs = [], front }: ShownRevision,
  source: LedgerSource | null,
): Promise<readonly RawRow[]> {
  const blueprint = ledgerWorkbook(ledger, findings, source?.book.foreignSheets);
  const planInPlace = target.sparesTabs ? source?.book.ledger.plan : undefined;
  const isInPlace = ({ name }: SheetBlueprint) => name === TAB.plan && ledger.plan === planInPlace;
  return target.write(
    {
      ...blueprint,
      sheets: [...blueprint.sheets.filter((sheet) => !isInPlace(sheet)), ...tabs],
      activeSheet: front ?? blueprint.activeSheet,
    },
    source === null
      ? { sheet: TAB.ledger, ranges: [] }
      : typedCellsOfTab(source.workbook, source.book.ledger.plan),
  );
}

/** A workbook that nobody sits before, or one of which nothing was read. */
export function wholeTarget(host: Pick<WorkbookHost, 'write' | 'change'>): WritingTarget {
  const change = host.change?.bind(host);
  return {
    sparesTabs: false,
    ...(change === undefined
      ? {}
      : {
          change: async (difference) => {
            await change(difference);
            return [];
          },
        }),
    write: async (blueprint) => {
      await host.write(blueprint);
      return [];
    },
  };
}
