import type { CellEdit, RefusedCellEdit, UnreportedCellEdit } from '../../../app/changes/edit-cells';
import type { Inputs, Results, UseCaseName } from '../../../app/changes/use-case-list';
import { applyUseCase } from '../../../app/runner/run-use-case';
import { openedInSession } from '../session-place';
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

/** Of the place in a tab among the states of the screens. */
function placeName(tab: string): string {
  return `grid.${tab}`;
}

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
    const { outcome, ledger } = this.apply('editCells', { edits: cells });
    if (outcome.kind !== 'taken') return outcome;
    const { batches, entries } = outcome;
    const edits = [...this.store.snapshot().edits, batches];
    this.store.dispatch({ kind: 'edited', ledger, edits });
    return { kind: 'taken', entries };
  };

  /** Takes the last edit back that still stands. Whether there was one. */
  readonly undo = (): boolean => {
    const { work, edits } = this.store.snapshot();
    const last = edits.at(-1);
    if (work !== null || last === undefined) return false;
    const { ledger } = this.apply('undo', { batches: last });
    this.store.dispatch({ kind: 'edited', ledger, edits: edits.slice(0, -1) });
    return true;
  };

  /** At once, so that the next key finds it done: there is no grid but on a page, where the ledger lies in the session. */
  private apply<Name extends UseCaseName>(name: Name, input: Inputs[Name]): Results[Name] {
    return applyUseCase(openedInSession(this.store, this.world.minute()), name, input, 'grid');
  }

  /** Where the clerk left a tab, as it was kept. */
  readonly placeIn = (tab: string): unknown => this.store.snapshot().screenState[placeName(tab)];

  /** The clerk is at another place of a tab than the one that was asked for in the request `answered`, if there was one. */
  readonly leaveAt = (tab: string, place: unknown, answered: number): void => {
    this.store.dispatch({ kind: 'filledIn', name: placeName(tab), value: place });
    this.store.dispatch({ kind: 'movedOn', sheet: tab, asked: answered });
  };

  readonly turn = (tab: string): void => this.store.dispatch({ kind: 'turned', tab });
}
