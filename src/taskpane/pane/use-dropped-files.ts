import { useEffect } from 'react';
import { droppedFiles, type DroppedFiles } from '../session/dropped-files';

/**
 * Files and folders dropped on the page beside every place made for them, or pasted; without this the browser would leave the page to
 * show a file dropped. Copied cells and texts, which bring a picture of themselves along, are no files.
 */
export function useDroppedFiles(accept: string, onDrop: (dropped: DroppedFiles) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const dropped = (event: DragEvent) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer, accept).then(onDrop);
    };
    const pasted = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (event.defaultPrevented || clipboardData === null || clipboardData.files.length === 0) return;
      if (clipboardData.types.some((type) => type.startsWith('text/'))) return;
      event.preventDefault();
      void droppedFiles(clipboardData, accept).then(onDrop);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('paste', pasted);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('paste', pasted);
      window.removeEventListener('drop', dropped);
    };
  }, [accept, onDrop]);
}
