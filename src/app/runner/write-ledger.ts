import type { RawRow } from '../../base/raw-sheet';
import type { Ledger } from '../../ledger/ledger';
import type { SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import { changeOfWorkbook } from '../../sheets/change-workbook';
import type { GaveWay } from '../../base/workbook-difference';
import type { Reading, WorkbookHost, WorkbookRevision } from '../../base/workbook-port';
import { ledgerWorkbook } from '../../sheets/ledger-workbook';
import { BEGINNING, CHANGING, writtenFrom } from '../../sheets/reading/drawn';
import { typedCellsOfTab } from '../../sheets/reading/late-edits';
import type { Repair } from '../../sheets/layout/repairs';
import { TAB } from '../../sheets/words';
import { withRepairs } from './log-repairs';
import type { LedgerSource } from './open-ledger';
import type { Asked, Revision } from './use-case';

/** A revision with everything that is to be seen of it. */
export type ShownRevision = Revision & Required<Pick<Revision, 'findings'>>;

/** Where a ledger is written to, as it was read for that. */
export interface WritingTarget extends Pick<WorkbookRevision, 'write'> {
  change?(...difference: Parameters<NonNullable<WorkbookRevision['change']>>): Promise<Played>;
  /** How much of a tab was read. */
  readonly reading: (tab: string) => Reading;
}

/** A difference as a workbook took it. */
interface Played {
  /** What stood in the watched cells the moment before. */
  readonly before: readonly RawRow[];
  readonly gaveWay: readonly GaveWay[];
}

/** A ledger as it was written. */
export interface Written {
  /** With what the log says of the repairs. */
  readonly ledger: Ledger;
  readonly repairs: readonly Repair[];
  /** What stood in the cells a clerk types into the moment before. */
  readonly before: readonly RawRow[];
}

/**
 * The one place in which a ledger becomes tabs of a workbook.
 * @param asked Who asks: the log says it of repairs.
 * @param source The workbook as it was opened; `null` for one in which a ledger begins.
 */
export async function writeLedger(
  target: WritingTarget,
  revision: ShownRevision,
  asked: Asked,
  source: LedgerSource | null,
): Promise<Written> {
  const { change } = target;
  if (change === undefined || source === null) {
    const before = await target.write(...wholeWorkbook(revision, source));
    return { ledger: revision.ledger, repairs: [], before };
  }
  const differenceTo = ({ ledger, findings, tabs = [] }: ShownRevision) => {
    const drawn = withTabs(ledgerWorkbook(ledger, findings, source.book.foreignSheets), tabs);
    return changeOfWorkbook(source, drawn, target.reading, ledger.plan);
  };
  const found = differenceTo(revision);
  const repairs = [...heldRepairs(source), ...found.repairs];
  const told = { ...revision, ledger: withRepairs(revision.ledger, repairs, asked) };
  const { difference } = repairs.length === 0 ? found : differenceTo(told);
  const { front } = revision;
  const { before, gaveWay } = await change(
    front === undefined ? difference : { ...difference, activeSheet: front },
    typedCellsOfTab(source.workbook, source.book.ledger.plan),
  );
  const leftOut = gaveWay.map((one): Repair => ({ kind: 'leftOut', ...one }));
  return { ledger: told.ledger, repairs: [...repairs, ...leftOut], before };
}

/** That the ledger was taken from elsewhere, where it was. */
function heldRepairs({ heldFor }: LedgerSource): readonly Repair[] {
  if (heldFor === undefined) return [];
  const { sheet = '', cell } = heldFor.place ?? {};
  return [{ kind: 'held', place: cell === undefined || sheet === '' ? sheet : `${sheet}!${cell}` }];
}

function wholeWorkbook(
  { ledger, findings, tabs = [], front }: ShownRevision,
  source: LedgerSource | null,
): Parameters<WritingTarget['write']> {
  const blueprint = ledgerWorkbook(ledger, findings, source?.book.foreignSheets);
  const guard = source === null ? undefined : writtenFrom(source.workbook);
  return [
    {
      ...blueprint,
      sheets: [...blueprint.sheets, ...tabs],
      activeSheet: front ?? blueprint.activeSheet,
      mark: source === null ? BEGINNING : CHANGING,
      ...(guard === undefined ? {} : { guard }),
    },
    source === null
      ? { sheet: TAB.ledger, ranges: [] }
      : typedCellsOfTab(source.workbook, source.book.ledger.plan),
  ];
}

function withTabs(blueprint: WorkbookBlueprint, tabs: readonly SheetBlueprint[]): WorkbookBlueprint {
  return { ...blueprint, sheets: [...blueprint.sheets, ...tabs] };
}

/**
 * A file that no user has open, or a workbook from which nothing has been read: its tabs are written whole or by a
 * difference.
 */
export function wholeTarget(host: Pick<WorkbookHost, 'write' | 'change'>): WritingTarget {
  const change = host.change?.bind(host);
  return {
    reading: () => 'results',
    ...(change === undefined
      ? {}
      : {
          change: async (difference) => ({ before: [], gaveWay: await change(difference) }),
        }),
    write: async (blueprint) => {
      await host.write(blueprint);
      return [];
    },
  };
}
