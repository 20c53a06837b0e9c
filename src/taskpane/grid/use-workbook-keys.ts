import { useEffect, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Front } from '../sides/side-state';

interface WorkbookKeys {
  /** What the workbook stands in. */
  readonly root: RefObject<HTMLElement | null>;
  readonly onFind: () => void;
  readonly onSave: () => void;
  /** Pane or workbook is to be seen. */
  readonly onFront: (front: Front) => void;
  /** Back to what in the pane led to a cell; `null` where nothing did. */
  readonly onBack: (() => void) | null;
}

/** Keys that mean the workbook wherever the clerk is on the page, as they would in Excel. */
export function useWorkbookKeys(keys: WorkbookKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return;
      const { onFind, onSave } = latest.current;
      const isControl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (isControl && key === 'f') onFind();
      else if (isControl && key === 's') onSave();
      else if (!isControl && event.key === 'F6') changeSides(latest.current);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** To the pane from the workbook, to what led to the cell if anything did, and to its cell from the pane. */
function changeSides({ root: { current: root }, onFront, onBack }: WorkbookKeys): void {
  const isIn = root?.contains(document.activeElement) === true;
  if (isIn && onBack !== null) {
    onBack();
    return;
  }
  // What is not seen takes no focus.
  flushSync(() => onFront(isIn ? 'pane' : 'workbook'));
  const target = isIn
    ? document.querySelector<HTMLElement>('main [role=tab][aria-selected=true], main button')
    : root?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
  target?.focus();
}
