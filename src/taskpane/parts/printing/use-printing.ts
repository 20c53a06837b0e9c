import { useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** What is printed alone, on pages of its own: whatever else the page shows stays behind. */
const ALONE = [
  '@media print { body > :not([data-printed]) { display: none !important; } }',
  '@media print { html, body { height: auto !important; overflow: visible !important; background: none !important; } }',
] as const;

/** A paper that is looked at lies over the tab behind it. */
export type PrintLayer = 'tab' | 'paper';

interface Printer {
  readonly layer: PrintLayer;
}

/** Who would print, as they came. */
class Printers {
  private all: readonly Printer[] = [];
  private readonly listeners = new Set<() => void>();

  /** What is in front is printed. */
  readonly front = (): Printer | undefined =>
    this.all.findLast(({ layer }) => layer === 'paper') ?? this.all.at(-1);

  readonly join = (printer: Printer) => {
    this.change([...this.all, printer]);
    return () => this.change(this.all.filter((one) => one !== printer));
  };

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private change(all: readonly Printer[]): void {
    this.all = all;
    for (const tell of this.listeners) tell();
  }
}

const printers = new Printers();

/**
 * Whether what asks is being printed: it is drawn before, and gone after.
 * @param page What a style sheet says of the pages.
 */
export function usePrinting(page: string, layer: PrintLayer): boolean {
  const [me] = useState<Printer>(() => ({ layer }));
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => printers.join(me), [me]);
  const isInFront = useSyncExternalStore(printers.subscribe, printers.front) === me;
  useEffect(() => {
    if (!isInFront) return undefined;
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [isInFront]);
  useEffect(() => {
    if (!isInFront) return undefined;
    // Rules by script, into an empty element: all that the content security policy lets through.
    const element = document.head.appendChild(document.createElement('style'));
    for (const rule of [...ALONE, page]) element.sheet?.insertRule(rule);
    return () => element.remove();
  }, [page, isInFront]);
  return isPrinting && isInFront;
}
