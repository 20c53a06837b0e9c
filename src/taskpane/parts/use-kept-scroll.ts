import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { isCount, useScreenState } from './use-screen-state';

/** So long after the last movement the place counts as where the clerk has stopped, in ms. */
const STOPPED_AFTER = 150;
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
  const kept = useRef({ top, keep });
  useEffect(() => {
    kept.current = { top, keep };
  });

  useLayoutEffect(() => {
    const scrolled = element.current;
    const { top: wanted } = kept.current;
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

  useEffect(() => {
    const scrolled = element.current;
    if (scrolled === null) return undefined;
    let now = kept.current.top;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const store = () => {
      if (now !== kept.current.top) kept.current.keep(now);
    };
    const onScroll = () => {
      now = Math.round(scrolled.scrollTop);
      clearTimeout(waiting);
      waiting = setTimeout(store, STOPPED_AFTER);
    };
    scrolled.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      scrolled.removeEventListener('scroll', onScroll);
      clearTimeout(waiting);
      store();
    };
  }, []);
  return element;
}
