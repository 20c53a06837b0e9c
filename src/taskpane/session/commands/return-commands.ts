import type { Severity } from '../../../base/severity';
import type { CheckedFile, ReturnFile } from '../../../app/inbox/check-returns';
import type { Verdict } from '../../../ledger/records';
import type { Translate } from '../../../locales/translate';
import type { OfferedFinding } from '../../../returns/checked-return';
import type { Desk } from '../desk';
import { MOST_LEVELS, MOST_SEEN, type DroppedFiles, type LeftOut } from '../dropped-files';
import { returnFilesOf } from '../picked-files';
import type { Said } from '../store';

/** How far dropped folders are looked into. */
const BOUNDS = { levels: MOST_LEVELS, most: MOST_SEEN };

/** 回收校验: check what came back, take it in, take it back. */
export class ReturnCommands {
  constructor(private readonly desk: Desk) {}

  /** @param leftOut What of dropped folders is not among the files. */
  readonly check = (returned: readonly ReturnFile[], leftOut: LeftOut | null = null) =>
    this.desk.store.step('pane.fault.check', async () => {
      const { store, world } = this.desk;
      if (store.snapshot().ledger === null) return ['pane.returns.noLedger', {}, 'warning'];
      const { checkReturns } = await import('../../../app/inbox/check-returns');
      const { ledger, progress } = store;
      const reader = await world.files();
      const pool = await world.checkPool(ledger, returned.length);
      store.onCancel(() => pool?.close());
      try {
        const files = await checkReturns(ledger, returned, reader, progress, pool);
        store.dispatch({ kind: 'checked', returned, files, inPlace: false });
        return checkedSentence(files, leftOut);
      } finally {
        pool?.close();
      }
    });

  /** Folders may hold nothing that is read here. */
  readonly checkDropped = ({ files, leftOut }: DroppedFiles) =>
    files.length > 0
      ? this.check(returnFilesOf(files), leftOut)
      : this.desk.store.step('pane.fault.check', () => ['pane.returns.emptyFolder', BOUNDS, 'warning']);

  /** 校验当前表: the sheet in front as a unit's return, its faults marked in place; a page without Excel has none. */
  readonly checkActiveSheet = (words: Translate) =>
    this.desk.store.step(activeSheetFault, async () => {
      const { store, world } = this.desk;
      if (world.live === null) return null;
      const { checkActiveSheet } = await import('../../../app/inbox/check-active-sheet');
      const { sheet, checked, marked, inLedger } = await checkActiveSheet(world.live, {
        planText: await world.planText(),
        today: world.today(),
        at: world.minute(),
        words,
      });
      if (inLedger) store.dispatch({ kind: 'checked', returned: [], files: [checked], inPlace: true });
      const count = (severity: Severity) =>
        checked.findings.filter((finding) => finding.severity === severity).length;
      const values = {
        sheet,
        error: count('error'),
        warning: count('warning'),
        ledger: inLedger ? 'yes' : 'no',
      };
      return [marked ? 'pane.checkedSheet' : 'pane.checkedSheetUnmarked', values];
    });

  readonly collect = () =>
    this.desk.store.step('pane.fault.collect', async () => {
      const { checked, chosen } = this.desk.store.snapshot();
      const { added, unchanged } = await this.desk.run(
        'collect',
        { checked, chosen },
        ({ ledger, findings, batch }) => ({ kind: 'imported', ledger, findings, batch }),
      );
      return ['pane.collected', { added: added.length, unchanged }];
    });

  /** Takes back the import that is the last on the screen, also one of an earlier day: tried again, it is the same one. */
  readonly undo = () =>
    this.desk.store.step('pane.fault.undo', async () => {
      const { lastImport } = await import('../../../app/changes/last-import');
      const last = lastImport(this.desk.store.ledger);
      const batches = last === undefined ? [] : [last.batch];
      await this.desk.run('undo', { batches }, ({ ledger }) => ({ kind: 'undone', ledger }));
      return ['pane.undone', {}];
    });

  /** The offered corrections of a file that are agreed to: all of them; those left out are taken back. */
  readonly agree = (file: CheckedFile, agreed: readonly OfferedFinding[]) =>
    this.desk.store.step('pane.fault.agree', async () => {
      const { store, world } = this.desk;
      const { applyCorrections } = await import('../../../app/inbox/apply-corrections');
      const { returned, checked } = store.snapshot();
      const shown = { returned, checked };
      const files = await applyCorrections(store.ledger, shown, file, agreed, await world.files());
      store.dispatch({ kind: 'rechecked', files });
      return null;
    });

  readonly choose = (sha256: string): void => this.desk.store.dispatch({ kind: 'chosen', sha256 });

  /** Removes the checked files from the screen; the ledger does not change. */
  readonly putAside = (): void => this.desk.store.dispatch({ kind: 'putAside' });
}

/** Its own class loads with the use case. */
function activeSheetFault(error: unknown): Said {
  const isOwn = error instanceof Error && error.name === 'OwnTabError';
  return [isOwn ? 'pane.fault.ownTab' : 'pane.fault.check', {}];
}

function checkedSentence(files: readonly CheckedFile[], leftOut: LeftOut | null): Said {
  const count = (verdict: Verdict) => files.filter((file) => file.verdict === verdict).length;
  const counts = {
    files: files.length,
    accepted: count('accepted'),
    needsCorrection: count('needs-correction'),
    rejected: count('rejected'),
  };
  if (leftOut === null) return ['pane.checked', counts];
  const { isCut, ...others } = leftOut;
  const values = { ...counts, ...others, ...BOUNDS, cut: isCut ? 'yes' : 'no' };
  return ['pane.checkedFolder', values, 'warning'];
}
