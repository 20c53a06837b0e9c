import type { RawWorkbook } from '../../base/raw-sheet';
import type { WorkbookHost, WorkbookRevision } from '../../base/workbook-port';
import type { Ledger } from '../../ledger/ledger';
import { lateEdits, withLateEdits } from '../../sheets/reading/late-edits';
import { CHANGE_PARTS, LEDGER_PARTS } from '../../sheets/ledger-tabs';
import { isHalfChanged } from '../../sheets/reading/drawn';
import { openLedger, type LedgerSource, type OpenedLedger } from './open-ledger';
import type { Repair } from '../../sheets/layout/repairs';
import { BEGINNING_PARTS, refuseBeginning } from './refuse-beginning';
import { unlessChanged } from './unless-changed';
import type { Asked, Revision } from './use-case';
import { wholeTarget, writeLedger, type ShownRevision, type WritingTarget } from './write-ledger';

/** Where a ledger is: a file, the workbook open in Excel, the session of a page. */
export interface LedgerPlace {
  /** The ledger as it stands; nothing is written. @param at Local time to the minute. @throws LedgerFormatError */
  look(at: string): Promise<OpenedLedger>;
  /** The ledger, to be changed. @throws LedgerFormatError */
  open(at: string): Promise<OpenPlace>;
  /** A ledger begins here. @throws LedgerFormatError where an open workbook has one, or something else in its place */
  begin(revision: Revision, asked: Asked): Promise<void>;
}

export interface OpenPlace {
  readonly opened: OpenedLedger;
  /** Replaces the opened ledger by a revision of it. */
  keep(revision: Revision, asked: Asked): Promise<Kept>;
}

/** A ledger as it then is: with what was typed in the meantime, and what was corrected on the way. */
export interface Kept {
  readonly ledger: Ledger;
  readonly repairs: readonly Repair[];
}

/**
 * A workbook, of a file or open in Excel. There a look takes two round trips and a change four; four more when somebody
 * typed in between, which is taken in on top. A change that was interrupted can be run again.
 * @param held The ledger as last seen, should a tab that holds it be gone.
 * @param pause Between two looks at a workbook that somebody else is writing.
 */
export function workbookPlace(
  host: WorkbookHost,
  held?: Ledger,
  pause: Pause = () => Promise.resolve(),
): LedgerPlace {
  let last: { readonly workbook: RawWorkbook; readonly opened: OpenedLedger } | undefined;
  /** A file that was looked at and not written since is not read anew. */
  const openedIn = (workbook: RawWorkbook, at: string): OpenedLedger => {
    if (last?.workbook === workbook && last.opened.at === at) return last.opened;
    const opened = openLedger(workbook, held === undefined ? { at } : { at, held });
    last = { workbook, opened };
    return opened;
  };
  return {
    look: async (at) => openedIn(await host.read(LEDGER_PARTS), at),
    open: async (at) => {
      const revision = await beginWhenFree(host, pause);
      const opened = openedIn(revision.workbook, at);
      return { opened, keep: (made, asked) => settle(host, made, { opened, revision }, asked) };
    },
    begin: async (revision, asked) => {
      // A file is the command's to make anew; before an open workbook a person sits, and it is theirs.
      if (host.beginRevision !== undefined) refuseBeginning(await host.read(BEGINNING_PARTS));
      await drawLedger(host, { findings: [], ...revision }, asked);
    },
  };
}

/** Puts a ledger into a new workbook, or with `source` into the workbook that it was opened from. */
export async function drawLedger(
  host: Pick<WorkbookHost, 'write' | 'change'>,
  revision: ShownRevision,
  asked: Asked,
  source: LedgerSource | null = null,
): Promise<Kept> {
  const { ledger, repairs } = await writeLedger(wholeTarget(host), revision, asked, source);
  return { ledger, repairs };
}

interface Begun {
  readonly opened: OpenedLedger;
  readonly revision: WritingTarget & Pick<WorkbookRevision, 'workbook'>;
}

/** Lets some time go by. */
export type Pause = () => Promise<void>;

/** Somebody else's write takes a second or two; one that has stopped is never over. */
const LOOKS_WHILE_WRITTEN = 4;

/** Reads once nobody else is in the middle of writing; what stays in the middle has stopped there, and is put right. */
async function beginWhenFree(
  host: WorkbookHost,
  pause: Pause,
  looks = LOOKS_WHILE_WRITTEN,
): Promise<Begun['revision']> {
  const revision = await beginRevision(host);
  if (looks <= 1 || host.beginRevision === undefined || !isHalfChanged(revision.workbook)) return revision;
  await pause();
  return beginWhenFree(host, pause, looks - 1);
}

async function beginRevision(host: WorkbookHost): Promise<Begun['revision']> {
  const begun = await host.beginRevision?.(CHANGE_PARTS);
  if (begun === undefined) return { ...wholeTarget(host), workbook: await host.read(LEDGER_PARTS) };
  const { workbook } = begun;
  const change = begun.change?.bind(begun);
  return {
    workbook,
    reading: (tab) => begun.reading(tab),
    write: (blueprint, cells) => begun.write(blueprint, cells),
    ...(change === undefined
      ? {}
      : {
          change: async (difference, cells) => ({ before: await change(difference, cells), gaveWay: [] }),
        }),
  };
}

/** Writes until nobody has typed in between. */
async function settle(
  host: WorkbookHost,
  made: Revision,
  { opened, revision }: Begun,
  asked: Asked,
): Promise<Kept> {
  const { findings = opened.findings } = made;
  const { ledger, repairs, before } = await writeLedger(
    revision,
    { ...made, findings },
    asked,
    opened.source,
  );
  const { plan } = opened.ledger;
  const edits = lateEdits(revision.workbook, plan, before);
  if (edits.length === 0) return { ledger, repairs };
  return unlessChanged(async () => {
    const again = await beginRevision(host);
    const retyped = openLedger(withLateEdits(again.workbook, plan, edits), { at: opened.at, held: ledger });
    const { tabs: _written, ...rest } = made;
    // The cells do not show yet what was typed: they are compared as they stand.
    const source = retyped.source === null ? null : { ...retyped.source, workbook: again.workbook };
    const begun = { opened: { ...retyped, source }, revision: again };
    const kept = await settle(host, { ...rest, ledger: retyped.ledger }, begun, asked);
    return { ...kept, repairs: [...repairs, ...kept.repairs] };
  });
}
