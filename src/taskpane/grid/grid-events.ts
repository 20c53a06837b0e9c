import type { ClipboardEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { CellRange } from '../../base/raw-sheet';
import { copied } from './editing/copied-cells';
import { moveOfKey, type CellPlace } from './selecting/selection';
import type { SheetGridModel } from './sheet-grid-model';
import type { CellEditing } from './editing/use-cell-editing';
import type { GridSelection } from './selecting/use-grid-selection';

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
  /** Does again what was taken back last. */
  readonly redo: () => void;
  /** To what the selected cell is about. Whether that is anything. */
  readonly lead: () => boolean;
  /** The selected cell is a figure that leads to the rows it counts. */
  readonly isFigure: boolean;
  /** Opens what ▾ in the head of a column opens. */
  readonly openFilter: (column: number, target: HTMLElement) => void;
  /** The line with the heads of a list; 0 where there is none. */
  readonly headLine: number;
  /** The cells that are being drawn over others; `null` while none are. */
  readonly drawnOut: CellRange | null;
  readonly drawOut: (cells: CellRange | null) => void;
}

/** The keyboard and the clipboard, as in Excel; while a cell is being typed over they belong to its editor. */
export function keyboardEvents(controls: GridControls) {
  const { model, choice, editing, pageRows, goTo, undo, redo, lead, isFigure } = controls;
  const { range } = choice;
  const { focus } = choice.selection;

  const control = (key: string, isShift: boolean): boolean => {
    if (key === 'a') choice.selectAll();
    else if (key === ' ') choice.selectColumn(focus.column);
    else if (key === 'y' || (key === 'z' && isShift)) redo();
    else if (key === 'z') undo();
    else if (key === 'k') lead();
    else if (key === 'd') editing.copyOver(...downwards(range));
    else return false;
    return true;
  };
  const plain = (key: string, isShift: boolean): boolean => {
    if (key === 'Escape') choice.select(focus);
    else if (key === ' ' && isShift) choice.selectRow(focus.row);
    else if (key === 'Delete' || key === 'Backspace') editing.clear(range);
    else if (key === 'Enter' && isFigure) lead();
    else if (key === 'Enter' || key === 'F2') editing.begin(focus);
    else if ([...key].length === 1 && model.editRule(focus.row, focus.column) !== undefined) {
      editing.begin(focus, key);
    } else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing.open !== null || event.nativeEvent.isComposing) return;
    if (event.altKey) {
      if (event.key === 'ArrowDown' && openedBelow(controls, event.currentTarget)) event.preventDefault();
      return;
    }
    const isControl = event.ctrlKey || event.metaKey;
    const move = moveOfKey(event.key, isControl);
    if (move !== undefined) goTo(choice.move(move, event.shiftKey, pageRows));
    const isDone = isControl
      ? control(event.key.toLowerCase(), event.shiftKey)
      : plain(event.key, event.shiftKey);
    if (move !== undefined || isDone) event.preventDefault();
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

/** What Ctrl+D copies, and over which cells: the first line over those below, of one line the one above over it. */
function downwards(range: CellRange): [from: CellRange, over: CellRange] {
  if (range.bottom > range.top) return [{ ...range, bottom: range.top }, range];
  const above = Math.max(1, range.top - 1);
  return [{ ...range, top: above, bottom: above }, range];
}

/** Alt and ↓ open the filter of a column from its head, and the list of a cell. */
function openedBelow({ choice, editing, model, openFilter, headLine }: GridControls, grid: Element): boolean {
  const { row, column } = choice.selection.focus;
  if (row === headLine) {
    const cell = grid.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`);
    if (cell !== null) openFilter(column, cell);
    return cell !== null;
  }
  if (model.editRule(row, column)?.kind !== 'list') return false;
  editing.begin({ row, column });
  return true;
}

/** The mouse selects cells, by dragging or with Shift ranges of them, and whole rows by their number; a corner is drawn over others. */
export function pointerEvents({ choice, editing, openFilter, drawnOut, drawOut, ...figure }: GridControls) {
  const { focus } = choice.selection;
  const onPointerDown = (event: PointerEvent): void => {
    const target = placeUnder(event.target);
    if (event.button !== 0 || target === undefined) return;
    editing.silence();
    if (isOn(event.target, '[data-fill]')) {
      drawOut(choice.range);
      return;
    }
    if (target.column === 0) choice.selectRow(target.row, event.shiftKey);
    else choice.select(target, event.shiftKey);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.buttons !== 1 || event.pointerType !== 'mouse') return;
    const target = placeUnder(event.target);
    if (target === undefined) return;
    if (drawnOut !== null) {
      const { top, bottom, left, right } = reached(drawnOut, target);
      choice.selectFrom({ row: bottom, column: right }, { row: top, column: left });
      return;
    }
    if (target.column === 0 || (target.row === focus.row && target.column === focus.column)) return;
    choice.select(target, true);
  };
  const onPointerUp = (): void => {
    if (drawnOut === null) return;
    drawOut(null);
    editing.copyOver(drawnOut, choice.range);
  };
  const onClick = (event: MouseEvent): void => {
    const target = placeUnder(event.target);
    if (target === undefined || !(event.target instanceof Element)) return;
    if (isOn(event.target, '[data-drop]')) editing.begin(target);
    const button = event.target.closest<HTMLElement>('[data-filter]');
    if (button !== null) openFilter(target.column, button);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    if (isOn(event.target, '[data-filter], [data-letter], [data-fill]')) return;
    if (placeUnder(event.target) === undefined) return;
    if (figure.isFigure) figure.lead();
    else editing.begin(focus);
  };
  return { onPointerDown, onPointerMove, onPointerUp, onClick, onDoubleClick };
}

/** The cells drawn over: down or up, or else to a side, whichever the pointer is farther away in. */
function reached(from: CellRange, { row, column }: CellPlace): CellRange {
  const down = Math.max(row - from.bottom, from.top - row, 0);
  const across = Math.max(column - from.right, from.left - column, 0);
  if (column === 0 || down >= across)
    return { ...from, top: Math.min(from.top, row), bottom: Math.max(from.bottom, row) };
  return { ...from, left: Math.min(from.left, column), right: Math.max(from.right, column) };
}

function isOn(target: EventTarget, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/** The place under the pointer, column 0 for the row's number; none inside an editor. */
function placeUnder(target: EventTarget): CellPlace | undefined {
  if (!(target instanceof Element) || target.closest('[data-editor]') !== null) return undefined;
  const element = target.closest<HTMLElement>('[data-column], [data-gutter]');
  const row = Number(element?.closest<HTMLElement>('[data-row]')?.dataset['row']);
  return element === null || !(row > 0) ? undefined : { row, column: Number(element.dataset['column'] ?? 0) };
}
