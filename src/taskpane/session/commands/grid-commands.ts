import {
  editCells,
  type CellEdit,
  type RefusedCellEdit,
  type UnreportedCellEdit,
} from '../../../app/changes/edit-cells';
import { undoBatch } from '../../../ledger/change/changes';
import type { Desk } from '../desk';
import type { SessionStore } from '../store';
import type { World } from '../world';

/** How an edit went. While a step runs no edit is taken: the step's result would overwrite it. */
export type EditAnswer =
  | { readonly kind: 'taken'; readonly entries: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'busy' }
  | UnreportedCellEdit
  | RefusedCellEdit;

/** What the clerk can do in the workbook beside the pane. */
export class GridCommands {
  private readonly store: SessionStore;
  private readonly world: World;

  constructor({ store, world }: Desk) {
    this.store = store;
    this.world = world;
  }

  /** Takes in what was typed over cells of the ledger tab: all of it or nothing. */
  readonly edit = (cells: readonly CellEdit[]): EditAnswer => {
    if (this.store.snapshot().work !== null) return { kind: 'busy' };
    const outcome = editCells(this.store.ledger, cells, this.world.instant());
    if (outcome.kind !== 'taken') return outcome;
    const { ledger, batches, entries } = outcome;
    const edits = [...this.store.snapshot().edits, batches];
    this.store.dispatch({ kind: 'edited', ledger, edits });
    return { kind: 'taken', entries };
  };

  /** Takes the last edit back that still stands. Whether there was one. */
  readonly undo = (): boolean => {
    const { work, edits } = this.store.snapshot();
    const last = edits.at(-1);
    if (work !== null || last === undefined) return false;
    const at = this.world.instant();
    const ledger = last.reduceRight((left, batch) => undoBatch(left, batch, at) ?? left, this.store.ledger);
    this.store.dispatch({ kind: 'edited', ledger, edits: edits.slice(0, -1) });
    return true;
  };

  readonly turn = (tab: string): void => this.store.dispatch({ kind: 'turned', tab });
}
