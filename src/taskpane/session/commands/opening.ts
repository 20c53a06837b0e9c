import type { Inbox } from '../../../app/inbox/inbox';
import type { OpenedLedger } from '../../../app/runner/open-ledger';
import type { OpenedFile } from '../../../app/runner/opened-file';
import type { SheetBlueprint } from '../../../base/blueprint';
import type { RawSheet } from '../../../base/raw-sheet';
import type { Ledger } from '../../../ledger/ledger';
import type { Desk } from '../desk';
import { bytesOfPicked, isUnreadable } from '../picked-files';
import type { Leaving, Notice, PickedFile } from '../session';
import type { Said } from '../store';

/** A sheet that only shows figures could not be read, once the ledger was shown. */
const OPENED_IN_PART: Notice = { intent: 'warning', key: 'pane.fault.openedInPart', values: {} };

function openFault(error: unknown): Said {
  return [isUnreadable(error) ? 'pane.fault.unreadable' : 'pane.fault.open', {}];
}

/** Whether returns are in the inbox that the ledger does not have; those of the sample are nobody's work. */
async function returnsWait(inbox: Inbox, ledger: Ledger): Promise<boolean> {
  if (inbox.items.length === 0 || ledger.settings.sample) return false;
  const { returnsWaitingIn } = await import('../../../app/inbox/waiting');
  return returnsWaitingIn(inbox, ledger) > 0;
}

/** Opening a ledger and leaving the one that is open. */
export class Opening {
  /** @param save Keeps the work of the ledger that is left. */
  constructor(
    private readonly desk: Desk,
    private readonly save: () => Promise<void>,
  ) {}

  /** Inside Excel: takes up the ledger of the workbook, when it is one. */
  readonly openLive = async (): Promise<void> => {
    const { live } = this.desk.world;
    if (live === null) return;
    const { isLedgerWorkbook } = await import('../../../sheets/reading/read-ledger');
    const { LEDGER_PARTS } = await import('../../../sheets/ledger-tabs');
    const raw = await live.read(LEDGER_PARTS).catch(() => undefined);
    if (raw === undefined || !isLedgerWorkbook(raw)) return;
    await this.desk.store.step('pane.fault.open', async () => {
      const { openLedger } = await import('../../../app/runner/open-ledger');
      return this.takeUp(openLedger(raw, { at: this.desk.world.minute() }), { name: raw.file }, null);
    });
  };

  /** Opens another ledger; what would be lost of the one that is open is asked about first. */
  readonly open = (file: PickedFile): Promise<void> => this.leave({ to: 'open', file });

  /** A clerk is about to open a ledger. */
  readonly prepare = (): void => this.desk.prepareFiles();

  /** Has the clerk pick a ledger; nothing happens when they change their mind. */
  readonly ask = async (dialogue: () => Promise<PickedFile | null>): Promise<void> => {
    const file = await dialogue();
    if (file !== null) await this.open(file);
  };

  /** Back to the first screen; what would be lost is asked about first. */
  readonly close = (): Promise<void> => this.leave({ to: 'start' });

  /** What becomes of the unsaved changes. When they are to be saved and are not, the ledger stays. */
  readonly settle = async (how: 'save' | 'discard' | 'stay'): Promise<void> => {
    const { store } = this.desk;
    const { leaving } = store.snapshot();
    store.dispatch({ kind: 'leaving', leaving: null });
    if (leaving === null || how === 'stay') return;
    if (how === 'save') {
      await this.save();
      if (store.snapshot().unsaved) return;
    }
    await this.leaveNow(leaving);
  };

  private async leave(leaving: Leaving): Promise<void> {
    const { ledger, unsaved, inbox } = this.desk.store.snapshot();
    const isLost = ledger !== null && (unsaved || (await returnsWait(inbox, ledger)));
    if (isLost) this.desk.store.dispatch({ kind: 'leaving', leaving });
    else await this.leaveNow(leaving);
  }

  private async leaveNow(leaving: Leaving): Promise<void> {
    if (leaving.to === 'open') await this.openFile(leaving.file);
    else this.desk.store.dispatch({ kind: 'closed' });
  }

  private readonly openFile = async (file: PickedFile): Promise<void> => {
    const { store } = this.desk;
    let onItsWay: OpenedFile['onItsWay'];
    let source: Uint8Array | undefined;
    await this.desk.store.step(openFault, async () => {
      const bytes = await bytesOfPicked(file);
      const at = this.desk.world.minute();
      const opened = await this.desk.world.openLedger({ bytes, fileName: file.name, at });
      this.desk.keepSource(bytes, opened);
      onItsWay = opened.onItsWay;
      source = bytes;
      const { rawTab } = await import('../../grid/raw-tab');
      const { workbook } = opened.source;
      const isOwn = ({ name, visibility }: RawSheet) =>
        visibility === 'visible' && opened.foreignSheets.includes(name);
      const own = workbook.sheets.filter(isOwn).map((sheet) => rawTab(sheet.name, sheet, workbook));
      return this.takeUp(opened, file, bytes, own);
    });
    // Not waited for: said once the step has said what it has, unless another ledger is open by then.
    onItsWay?.catch(() => {
      if (store.snapshot().source === source) store.dispatch({ kind: 'noticed', notice: OPENED_IN_PART });
    });
  };

  private async takeUp(
    { ledger, findings, taken, refused }: OpenedLedger,
    { name: fileName, saved }: Pick<PickedFile, 'name' | 'saved'>,
    source: Uint8Array | null,
    ownSheets: readonly SheetBlueprint[] = [],
  ): Promise<Said> {
    this.desk.store.dispatch({
      kind: 'opened',
      ledger,
      findings,
      fileName,
      source,
      ownSheets,
      sampleReturns: [],
      ...(saved === undefined ? {} : { savedFile: saved }),
      unsaved: taken > 0 || refused.length > 0,
    });
    if (saved !== undefined) await this.desk.remember(saved);
    return ['pane.opened', { file: fileName, edits: taken, refused: refused.length }];
  }
}
