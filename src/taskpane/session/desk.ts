import type { OpenedLedger, Revision } from '../../app/changes/revise-ledger';
import type { SessionStore } from './store';
import type { World } from './world';

/**
 * What every command works at: the session, the world, and the live workbook between them. Use cases load when a step
 * first needs them, not with the page.
 */
export class Desk {
  constructor(
    readonly store: SessionStore,
    readonly world: World,
  ) {}

  /**
   * Every change of the ledger: inside Excel in the workbook, with what was typed into it since; else in the session.
   * The session is the caller's to tell.
   */
  async revise<Result extends Revision>(revise: (opened: OpenedLedger) => Result): Promise<Result> {
    const { live, instant } = this.world;
    const { ledger, findings } = this.store.snapshot();
    if (live === null) {
      const opened = { ledger: this.store.ledger, findings, foreignSheets: [], taken: 0, refused: [] };
      return revise(opened);
    }
    const { reviseLedger } = await import('../../app/changes/revise-ledger');
    const options = ledger === null ? { at: instant() } : { at: instant(), held: ledger };
    return reviseLedger(live, options, revise);
  }

  /** The ledger as it stands, with what was typed into the workbook around the pane since; nothing is written. */
  async look(): Promise<Pick<OpenedLedger, 'ledger' | 'findings'>> {
    const { live, instant } = this.world;
    const { ledger: held } = this.store;
    if (live === null) return { ledger: held, findings: this.store.snapshot().findings };
    const { ledgerOf } = await import('../../app/changes/revise-ledger');
    return ledgerOf(live, { at: instant(), held });
  }

  /** Takes a changed ledger over. Nothing is told when Excel refuses it. */
  async keep(revise: (opened: OpenedLedger) => Revision): Promise<void> {
    const { ledger } = await this.revise(revise);
    this.store.dispatch({ kind: 'changed', ledger });
    this.savedLive();
  }

  /** What is written into the live workbook is Excel's to save. */
  savedLive(): void {
    if (this.world.live !== null) this.store.dispatch({ kind: 'saved' });
  }
}
