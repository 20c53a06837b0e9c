import type { CheckedFile, ReturnFile } from '../../app/check-returns';
import type { Verdict } from '../../ledger/types';
import { translator } from '../../locales/translate';
import type { Desk } from './desk';
import type { Said } from './store';

/** 回收校验: check what came back, take it in, take it back. */
export class ReturnCommands {
  constructor(private readonly desk: Desk) {}

  readonly check = (returned: readonly ReturnFile[]) =>
    this.desk.store.step('pane.fault.check', async () => {
      const { store, world } = this.desk;
      const { checkReturns } = await import('../../app/check-returns');
      const files = await checkReturns(store.ledger, returned, await world.files(), store.progress);
      store.dispatch({ kind: 'checked', files, inPlace: false });
      return checkedSentence(files);
    });

  /** 校验当前表: the sheet in front as a unit's return. */
  readonly checkActiveSheet = () =>
    this.desk.store.step('pane.fault.check', async () => {
      const { store, world } = this.desk;
      const { checkSheet } = await import('../../app/check-returns');
      if (world.live === null) throw new Error('there is no sheet in front');
      const [workbook, sheet] = [await world.live.read(), await world.live.activeSheet()];
      const files = [checkSheet(store.ledger, workbook, sheet)];
      store.dispatch({ kind: 'checked', files, inPlace: true });
      return checkedSentence(files);
    });

  readonly collect = () =>
    this.desk.store.step('pane.fault.collect', async () => {
      const { store, world } = this.desk;
      const { collectReturns } = await import('../../app/collect-returns');
      const { findingLines } = await import('../../app/describe-finding');
      const { checked, chosen } = store.snapshot();
      const ledger = await this.desk.ledgerNow();
      const change = collectReturns(ledger, checked, { at: world.instant(), chosen });
      const findings = findingLines(change.files, translator('zh-CN'));
      await this.desk.writeLive(change.ledger, findings);
      store.dispatch({ kind: 'imported', ledger: change.ledger, findings, batch: change.batch });
      this.desk.savedLive();
      return ['pane.collected', { added: change.added.length, unchanged: change.unchanged }];
    });

  /** Takes back the last import, also one of an earlier day. */
  readonly undo = () =>
    this.desk.store.step('pane.fault.undo', async () => {
      const { store, world } = this.desk;
      const { lastImport } = await import('../../app/last-import');
      const { undoBatch } = await import('../../ledger/changes');
      const ledger = await this.desk.ledgerNow();
      const undone = undoBatch(ledger, lastImport(ledger)?.batch ?? '', world.instant());
      if (undone === undefined) throw new Error('nothing to undo');
      await this.desk.writeLive(undone, store.snapshot().findings);
      store.dispatch({ kind: 'undone', ledger: undone });
      this.desk.savedLive();
      return ['pane.undone', {}];
    });

  readonly choose = (sha256: string): void => this.desk.store.dispatch({ kind: 'chosen', sha256 });

  /** The checked files go from the screen; the ledger stays as it is. */
  readonly putAside = (): void => this.desk.store.dispatch({ kind: 'putAside' });
}

function checkedSentence(files: readonly CheckedFile[]): Said {
  const count = (verdict: Verdict) => files.filter((file) => file.verdict === verdict).length;
  const counts = {
    files: files.length,
    accepted: count('accepted'),
    needsCorrection: count('needs-correction'),
    rejected: count('rejected'),
  };
  return ['pane.checked', counts];
}
