import { useEffect, useRef, type RefObject } from 'react';

/** So long after the last movement the place counts as where the clerk has stopped, in ms. */
const STOPPED_AFTER = 150;

/**
 * Tells where an element that scrolls has been left: once it has stopped, and when it goes.
 * @param read The place as it is now.
 * @param keep Told of a place only where it moved since the last time.
 * @param moved Whatever else makes another place of it: looked at anew where this is another value.
 */
export function useStopped<Place>(
  element: RefObject<HTMLElement | null>,
  read: (scrolled: HTMLElement) => Place,
  keep: (place: Place) => void,
  moved: unknown = null,
): void {
  const latest = useRef({ read, keep });
  useEffect(() => {
    latest.current = { read, keep };
  });
  const waiting = useRef<{ readonly place: Place; readonly timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );
  const tell = useRef(() => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current.timer);
    latest.current.keep(waiting.current.place);
    waiting.current = null;
  });
  const first = useRef(true);
  useEffect(() => {
    const scrolled = element.current;
    if (scrolled === null) return undefined;
    const { current: stopped } = tell;
    const note = () => {
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      waiting.current = { place: latest.current.read(scrolled), timer: setTimeout(stopped, STOPPED_AFTER) };
    };
    if (first.current) first.current = false;
    else note();
    scrolled.addEventListener('scroll', note, { passive: true });
    return () => scrolled.removeEventListener('scroll', note);
  }, [element, moved]);
  // What is gone can be read no more: the place is that of its last movement.
  useEffect(() => tell.current, []);
}
