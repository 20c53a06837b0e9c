import { useEffect } from 'react';
import { droppedFiles, type DroppedFiles } from '../session/dropped-files';

/**
 * Files and folders dropped on the page beside every place made for them; without this the browser would leave the page to show such a
 * file.
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
    window.addEventListener('dragover', over);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', dropped);
    };
  }, [accept, onDrop]);
}
