import type { Ledger } from '../../ledger/ledger';
import type { FindingLine } from '../../sheets/findings-tab';
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

  /** Inside Excel the workbook shows every change at once. */
  async writeLive(ledger: Ledger, findings: readonly FindingLine[]): Promise<void> {
    const { live } = this.world;
    if (live === null) return;
    const { saveLedger } = await import('../../app/ledger-store');
    await saveLedger(live, ledger, findings);
  }

  /** The ledger with what was typed into the live workbook since; the one in memory where there is no such workbook. */
  async ledgerNow(): Promise<Ledger> {
    const { live } = this.world;
    if (live === null) return this.store.ledger;
    const { takeInHandEdits } = await import('../../app/take-hand-edits');
    const { isLedgerWorkbook } = await import('../../sheets/read-ledger');
    const raw = await live.read();
    return isLedgerWorkbook(raw)
      ? takeInHandEdits(raw, this.store.ledger, this.world.instant()).ledger
      : this.store.ledger;
  }

  /** Takes over a changed ledger: into the live workbook first, so that a refusal leaves the session as it was. */
  async keep(ledger: Ledger): Promise<void> {
    await this.writeLive(ledger, this.store.snapshot().findings);
    this.store.dispatch({ kind: 'changed', ledger });
    this.savedLive();
  }

  /** What is written into the live workbook is Excel's to save. */
  savedLive(): void {
    if (this.world.live !== null) this.store.dispatch({ kind: 'saved' });
  }
}
