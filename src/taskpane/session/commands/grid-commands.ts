import type { CellEdit, RefusedCellEdit, UnreportedCellEdit } from '../../../app/changes/edit-cells';
import type { Ledger } from '../../../ledger/ledger';
import type { Inputs, Results, UseCaseName } from '../../../app/changes/use-case-list';
import { applyUseCase } from '../../../app/runner/run-use-case';
import { DOSSIER_PATH, dossierStep } from '../../dossier/dossier-path';
import { FOLLOWED, type Followed } from '../../following/followed';
import { LOCATED, type Located } from '../../following/located';
import type { CellSubject } from '../../grid/leading/cell-subjects';
import { isTexts } from '../../parts/use-screen-state';
import { FIGURE_ASKED, askedText } from '../../screens/summary/figure-rows';
import { SIDE, type Front } from '../../sides/side-state';
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

/** Of how the clerk looks at a tab. */
function lookName(kind: TabLook, tab: string): string {
  return `grid.${kind}.${tab}`;
}

/** Which rows are shown, in which order; how wide columns were made, and whether some are folded up. */
export type TabLook = 'arranged' | 'widths' | 'folded';

/** An edit that was taken back, the batches that did it, and the ledger since. */
interface Undone {
  readonly ledger: Ledger;
  readonly edit: readonly string[];
  readonly batches: readonly string[];
}

/** What the clerk can do in the workbook beside the pane. */
export class GridCommands {
  private readonly store: SessionStore;
  private readonly world: World;
  /** What can be done again, the last one taken back last. */
  private undone: readonly Undone[] = [];

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
    const before = this.store.snapshot().ledger?.entries.length;
    const batches = [...new Set(ledger.entries.slice(before).map(({ batch }) => batch))];
    this.store.dispatch({ kind: 'edited', ledger, edits: edits.slice(0, -1) });
    this.undone = [...this.undone, { ledger, edit: last, batches }];
    return true;
  };

  /** Does again what was taken back last, unless the ledger has changed since. Whether there was anything. */
  readonly redo = (): boolean => {
    const { work, edits, ledger: now } = this.store.snapshot();
    const last = this.undone.at(-1);
    if (work !== null || last === undefined || last.ledger !== now) return false;
    const { ledger } = this.apply('undo', { batches: last.batches });
    this.store.dispatch({ kind: 'edited', ledger, edits: [...edits, last.edit] });
    const [before, ...earlier] = this.undone.slice(0, -1).toReversed();
    this.undone = before === undefined ? [] : [...earlier.toReversed(), { ...before, ledger }];
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

  /** How the clerk looks at a tab, as it was kept. */
  readonly lookAt = (kind: TabLook, tab: string): unknown =>
    this.store.snapshot().screenState[lookName(kind, tab)];

  readonly keepLook = (kind: TabLook, tab: string, look: unknown): void =>
    this.store.dispatch({ kind: 'filledIn', name: lookName(kind, tab), value: look });

  /** All rows of what the pane asked to be shown, or those alone again. */
  readonly showAll = (followed: Followed, isOff: boolean): void =>
    this.store.dispatch({ kind: 'filledIn', name: FOLLOWED, value: { ...followed, isOff } });

  /** Back to where in the pane a cell was asked for. */
  readonly goBack = (located: Located): void => {
    this.store.dispatch({ kind: 'filledIn', name: DOSSIER_PATH, value: located.path });
    this.store.dispatch({ kind: 'filledIn', name: LOCATED, value: { ...located, isWanted: true } });
    this.bringInFront('pane');
  };

  /** Pane or workbook, where there is room for one; the pane unfolded, where there is room for both. */
  readonly bringInFront = (front: Front): void => {
    this.store.dispatch({ kind: 'filledIn', name: SIDE.front, value: front });
    if (front === 'pane') this.store.dispatch({ kind: 'filledIn', name: SIDE.isFolded, value: false });
  };

  /** To what a cell is about: everything of a measure or a unit, or the rows that a figure counts. */
  readonly lead = (subject: CellSubject): void => {
    const path = this.store.snapshot().screenState[DOSSIER_PATH];
    const isDossier = subject.kind === 'dossier';
    const steps = isDossier ? [...(isTexts(path) ? path : []), dossierStep(subject.of)] : [];
    this.store.dispatch({ kind: 'filledIn', name: DOSSIER_PATH, value: steps });
    if (!isDossier) {
      this.store.dispatch({ kind: 'went', screen: 'summary' });
      this.store.dispatch({ kind: 'summed', summaryPart: 'figures' });
      this.store.dispatch({ kind: 'filledIn', name: FIGURE_ASKED, value: askedText(subject.asked) });
    }
    this.bringInFront('pane');
  };

  readonly turn = (tab: string): void => this.store.dispatch({ kind: 'turned', tab });
}
