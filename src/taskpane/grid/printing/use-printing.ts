import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The workbook alone, on pages of its own: whatever else the page shows stays behind. */
const ALONE = [
  '@media print { body > :not([data-printed]) { display: none !important; } }',
  '@media print { html, body { height: auto !important; overflow: visible !important; background: none !important; } }',
] as const;

/** Whether a page is being printed: what is printed is drawn before, and gone after. @param page What a style sheet says of the pages. */
export function usePrinting(page: string): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  useEffect(() => {
    // Rules by script, into an empty element: all that the content security policy lets through.
    const element = document.head.appendChild(document.createElement('style'));
    for (const rule of [...ALONE, page]) element.sheet?.insertRule(rule);
    return () => element.remove();
  }, [page]);
  return isPrinting;
}
