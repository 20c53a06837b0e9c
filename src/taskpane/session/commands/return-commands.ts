import type { Severity } from '../../../base/severity';
import type { CheckedFile, ReturnFile } from '../../../app/inbox/check-returns';
import { checkedFiles, type Inbox } from '../../../app/inbox/inbox';
import type { Paper } from '../../../app/inbox/papers';
import type { Translate } from '../../../locales/translate';
import type { OfferedFinding } from '../../../returns/checked-return';
import type { Ledger } from '../../../ledger/ledger';
import { nextTask } from '../clock';
import type { Desk } from '../desk';
import type { DroppedFiles } from '../dropped-files';
import type { PickedFile } from '../session';
import type { Said } from '../store';
import type { Taking } from './taking';

/** 回收校验: check what came back, take it in, take it back. */
export class ReturnCommands {
  constructor(
    private readonly desk: Desk,
    private readonly open: (file: PickedFile) => Promise<void>,
  ) {}

  /** Puts files into the inbox, whatever they are. */
  readonly check = (returned: readonly ReturnFile[]) => this.taking((taking) => taking.check(returned));

  /** Whatever was dropped or pasted anywhere. */
  readonly take = (dropped: DroppedFiles) => this.taking((taking) => taking.take(dropped));

  /** A ledger or a plan in the inbox: opens it, or reads it as a draft. */
  readonly bring = (item: CheckedFile, kind: 'ledger' | 'plan') =>
    this.taking((taking) => taking.bringItem(item, kind));

  /** Checks everything in the inbox again by the ledger as it is now; what was agreed to stays. */
  readonly recheck = () => this.taking((taking) => taking.recheck());

  private async taking(run: (taking: Taking) => Promise<void>): Promise<void> {
    const loaded = await import('./taking').catch((error: unknown) => ({ error }));
    if ('Taking' in loaded) await run(new loaded.Taking(this.desk, this.open));
    else
      await this.desk.store.step('pane.fault.check', () => {
        throw loaded.error;
      });
  }

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
      if (inLedger) {
        const files = [{ kind: 'return', checked }] as const;
        const arrival = { handedIn: [], files, at: world.minute(), isSheet: true };
        store.dispatch({ kind: 'gathered', arrival });
      }
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
      const { inbox } = this.desk.store.snapshot();
      const { added, unchanged, levels } = await this.desk.run(
        'collect',
        { checked: checkedFiles(inbox), chosen: inbox.chosen },
        ({ ledger, findings, batch }) => ({ kind: 'imported', ledger, findings, batch }),
        importAhead(inbox),
      );
      return ['pane.collected', { added: added.length, unchanged, levels: levels.length }];
    });

  /** 按内容对应: the clerk's word that the measures of a place are ours where their texts are equal. */
  readonly matchByText = (place: string) =>
    this.desk.store.step('pane.fault.agree', async (): Promise<Said> => {
      const { store } = this.desk;
      const { matchedByText } = await import('../../../app/inbox/level-files');
      const files = matchedByText(store.ledger, checkedFiles(store.snapshot().inbox), new Set([place]));
      store.dispatch({ kind: 'rechecked', files });
      return ['pane.levels.matched', { place }];
    });

  /** Takes back the import that is the last on the screen, also one of an earlier day: tried again, it is the same one. */
  readonly undo = () =>
    this.desk.store.step('pane.fault.undo', async () => {
      const { lastImport } = await import('../../../app/changes/last-import');
      const last = lastImport(this.desk.store.ledger);
      const batches = last === undefined ? [] : [last.batch];
      const { inbox } = this.desk.store.snapshot();
      await this.desk.run(
        'undo',
        { batches },
        ({ ledger }) => ({ kind: 'undone', ledger }),
        importAhead(inbox),
      );
      return ['pane.undone', {}];
    });

  /** The offered corrections of a file that are agreed to: all of them; those left out are taken back. */
  readonly agree = (file: CheckedFile, agreed: readonly OfferedFinding[]) =>
    this.desk.store.step('pane.fault.agree', async () => {
      const { store, world } = this.desk;
      const { applyCorrections } = await import('../../../app/inbox/apply-corrections');
      const { inbox } = store.snapshot();
      const shown = { returned: inbox.handedIn, checked: checkedFiles(inbox) };
      const files = await applyCorrections(store.ledger, shown, file, agreed, await world.files());
      store.dispatch({ kind: 'rechecked', files });
      return null;
    });

  /** 采用全部可采用的更正, in all files or in these. */
  readonly agreeToAll = (keys?: ReadonlySet<string>) =>
    this.desk.store.step('pane.fault.agree', async (): Promise<Said> => {
      const { store, world } = this.desk;
      const { applyAllCorrections } = await import('../../../app/inbox/apply-corrections');
      const { inbox } = store.snapshot();
      const items = inbox.items.filter(({ key, isSheet }) => !isSheet && (keys?.has(key) ?? true));
      const before = items.map(({ checked }) => checked);
      const shown = { returned: inbox.handedIn, checked: before };
      const files = await applyAllCorrections(store.ledger, shown, await world.files(), store.progress);
      store.dispatch({ kind: 'rechecked', files });
      return ['pane.corrections.allMade', { count: agreedIn(files) - agreedIn(before) }];
    });

  /** Whose a photo or another file is that cannot be read. */
  readonly nameOffice = (key: string, office: string): void =>
    this.desk.store.dispatch({ kind: 'named', key, office });

  /** A table on its own that says nowhere whose it is: it comes once more, headed with the office. */
  readonly headWith = (file: CheckedFile, office: string) =>
    this.taking((taking) => taking.headWith(file, office));

  /** 收件登记: the ledger remembers these papers; they themselves are kept nowhere and leave the inbox. */
  readonly keepPapers = (papers: readonly Paper[]) =>
    this.desk.store.step('pane.fault.papers', async (): Promise<Said> => {
      const { receiptsFor } = await import('../../../app/inbox/papers');
      const known = papers.filter(({ office }) => office !== null);
      const receipts = receiptsFor(known, this.desk.world.today());
      const { added } = await this.desk.run('noteReceipts', { receipts });
      this.putAside(new Set(known.map(({ key }) => key)));
      return ['pane.papers.kept', { count: added.length }];
    });

  readonly choose = (sha256: string): void => this.desk.store.dispatch({ kind: 'chosen', sha256 });

  /** Takes files out of the inbox; the ledger does not change. */
  readonly putAside = (keys: ReadonlySet<string>): void =>
    this.desk.store.dispatch({ kind: 'putAside', keys });
}

/** What 回收 says once the files of an inbox were taken in, or taken back. */
function importAhead(inbox: Inbox): (ledger: Ledger) => Promise<void> {
  return async (ledger) => {
    const [{ previewAhead }, { lastImport }] = await Promise.all([
      import('../../../app/inbox/preview-import'),
      import('../../../app/changes/last-import'),
    ]);
    await previewAhead(ledger, inbox, nextTask);
    lastImport(ledger);
    await nextTask();
  };
}

function agreedIn(files: readonly CheckedFile[]): number {
  return files.reduce((sum, { agreed }) => sum + agreed.length, 0);
}

/** Its own class loads with the use case. */
function activeSheetFault(error: unknown): Said {
  const isOwn = error instanceof Error && error.name === 'OwnTabError';
  return [isOwn ? 'pane.fault.ownTab' : 'pane.fault.check', {}];
}
