import { useEffect, useState } from 'react';
import { droppedFiles, type DroppedFiles } from '../session/dropped-files';
import { pastedTable } from '../session/pasted-table';

/**
 * Files and folders dropped on the page beside every place made for them, or pasted; without this the browser would leave the page to
 * show a file dropped. A table pasted where nothing is typed comes as a file; other texts, which may bring a picture of themselves along,
 * do not.
 * @param tableName What a pasted table is called.
 * @returns Whether files are being dragged over the page.
 */
export function useDroppedFiles(
  accept: string,
  tableName: string,
  onDrop: (dropped: DroppedFiles) => void,
): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const left = (event: DragEvent) => {
      // Between two elements of the page the one gone to is named; out of the page there is none.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const dropped = (event: DragEvent) => {
      setIsOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer, accept).then(onDrop);
    };
    const pasted = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (event.defaultPrevented || clipboardData === null || isTypedInto(event.target)) return;
      const table = pastedTable(clipboardData, tableName);
      if (table !== null) {
        event.preventDefault();
        onDrop({ files: [table], hasFolder: false, leftOut: null });
        return;
      }
      if (clipboardData.files.length === 0) return;
      if (clipboardData.types.some((type) => type.startsWith('text/'))) return;
      event.preventDefault();
      void droppedFiles(clipboardData, accept).then(onDrop);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', left);
    window.addEventListener('paste', pasted);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('paste', pasted);
      window.removeEventListener('drop', dropped);
    };
  }, [accept, tableName, onDrop]);
  return isOver;
}

/** What is pasted there is the text of a field. */
function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable=true]') !== null;
}
