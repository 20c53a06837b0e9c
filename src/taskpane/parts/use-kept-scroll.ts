import { useLayoutEffect, useRef, type RefObject } from 'react';
import { isCount, useScreenState } from './use-screen-state';
import { useStopped } from './use-stopped';

/** By these the clerk goes somewhere else than where the screen was left. */
const OWN_WAYS = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/**
 * For an element that scrolls: where the clerk left it is where it stands when it comes up again, as soon as its contents are
 * there. What was loaded late and stands above does not matter: the clerk's own movement ends it.
 * @param name As `useScreenState` has it.
 */
export function useKeptScroll(name: string): RefObject<HTMLDivElement | null> {
  const [top, keep] = useScreenState(`${name}.scroll`, 0, isCount);
  const element = useRef<HTMLDivElement>(null);
  const left = useRef(top);

  useLayoutEffect(() => {
    const scrolled = element.current;
    const { current: wanted } = left;
    if (scrolled === null || wanted === 0) return undefined;
    const settle = () => {
      scrolled.scrollTop = wanted;
      if (Math.abs(scrolled.scrollTop - wanted) < 1) stop();
    };
    const observer = new MutationObserver(settle);
    const stop = () => {
      observer.disconnect();
      for (const way of OWN_WAYS) scrolled.removeEventListener(way, stop);
    };
    observer.observe(scrolled, { childList: true, subtree: true });
    for (const way of OWN_WAYS) scrolled.addEventListener(way, stop, { passive: true });
    settle();
    return stop;
  }, []);

  useStopped(element, ({ scrollTop }) => Math.round(scrollTop), keep);
  return element;
}
