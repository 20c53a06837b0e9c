import type { ClipboardEvent, KeyboardEvent, PointerEvent } from 'react';
import { copied } from './editing/copied-cells';
import { moveOfKey, type CellPlace } from './selection';
import type { SheetGridModel } from './sheet-grid-model';
import type { CellEditing } from './editing/use-cell-editing';
import type { GridSelection } from './use-grid-selection';

/** What the grid's events act on. */
export interface GridControls {
  readonly model: SheetGridModel;
  readonly choice: GridSelection;
  readonly editing: CellEditing;
  readonly pageRows: number;
  /** Brings a place into view and the keyboard to it. */
  readonly goTo: (place: CellPlace) => void;
  /** Takes the last edit back. */
  readonly undo: () => void;
}

/** The keyboard and the clipboard, as in Excel; while a cell is being typed over they belong to its editor. */
export function keyboardEvents({ model, choice, editing, pageRows, goTo, undo }: GridControls) {
  const { range } = choice;
  const { focus } = choice.selection;

  const control = (key: string): boolean => {
    if (key === 'a') choice.selectAll();
    else if (key === 'z') undo();
    else return false;
    return true;
  };
  const plain = (key: string): boolean => {
    if (key === 'Escape') choice.select(focus);
    else if (key === 'Delete' || key === 'Backspace') editing.clear(range);
    else if (key === 'Enter' || key === 'F2') editing.begin(focus);
    else if ([...key].length === 1 && model.editRule(focus.row, focus.column) !== undefined) {
      editing.begin(focus, key);
    } else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing.open !== null || event.nativeEvent.isComposing || event.altKey) return;
    const isControl = event.ctrlKey || event.metaKey;
    const move = moveOfKey(event.key, isControl);
    if (move !== undefined) goTo(choice.move(move, event.shiftKey, pageRows));
    if (move !== undefined || (isControl ? control(event.key) : plain(event.key))) event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (editing.open !== null) return;
    const { text, html } = copied(model, range);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (editing.open !== null) return;
    editing.paste(range, event.clipboardData.getData('text/plain'));
    event.preventDefault();
  };
  return { onKeyDown, onCopy, onPaste };
}

/** The mouse selects cells, by dragging or with Shift ranges of them, and whole rows by their number. */
export function pointerEvents({ choice, editing }: GridControls) {
  const { focus } = choice.selection;
  const onPointerDown = (event: PointerEvent): void => {
    const target = placeUnder(event.target);
    if (event.button !== 0 || target === undefined) return;
    editing.silence();
    if (target.column === 0) choice.selectRow(target.row);
    else choice.select(target, event.shiftKey);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.buttons !== 1 || event.pointerType !== 'mouse') return;
    const target = placeUnder(event.target);
    if (target === undefined || target.column === 0) return;
    if (target.row === focus.row && target.column === focus.column) return;
    choice.select(target, true);
  };
  const onDoubleClick = (event: React.MouseEvent): void => {
    if (placeUnder(event.target) !== undefined) editing.begin(focus);
  };
  return { onPointerDown, onPointerMove, onDoubleClick };
}

/** The place under the pointer, column 0 for the row's number; none inside an editor. */
function placeUnder(target: EventTarget): CellPlace | undefined {
  if (!(target instanceof Element) || target.closest('[data-editor]') !== null) return undefined;
  const element = target.closest<HTMLElement>('[data-column], [data-gutter]');
  const row = Number(element?.closest<HTMLElement>('[data-row]')?.dataset['row']);
  return element === null || !(row > 0) ? undefined : { row, column: Number(element.dataset['column'] ?? 0) };
}
