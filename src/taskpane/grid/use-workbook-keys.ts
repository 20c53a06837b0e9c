import { useEffect, useRef, type RefObject } from 'react';

interface WorkbookKeys {
  /** What the workbook stands in. */
  readonly root: RefObject<HTMLElement | null>;
  readonly onFind: () => void;
  readonly onSave: () => void;
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
      const { root, onFind, onSave } = latest.current;
      const isControl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (isControl && key === 'f') onFind();
      else if (isControl && key === 's') onSave();
      else if (!isControl && event.key === 'F6') changeSides(root.current);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** To the pane from the workbook, and to its cell from the pane. */
function changeSides(root: HTMLElement | null): void {
  const isIn = root?.contains(document.activeElement) === true;
  const target = isIn
    ? document.querySelector<HTMLElement>('main [role=tab][aria-selected=true], main button')
    : root?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
  target?.focus();
}
