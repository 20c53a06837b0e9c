import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SessionEvent } from './next-session';
import type { Session } from './session';
import type { SessionStore } from './store';

/** What a step comes to changes most of what is seen. */
const LARGE: ReadonlySet<SessionEvent['kind']> = new Set([
  'opened',
  'gathered',
  'rechecked',
  'imported',
  'undone',
  'changed',
  'revised',
]);

/** What a step says at its end is seen together with what it has come to. */
const AT_END: ReadonlySet<SessionEvent['kind']> = new Set(['noticed', 'working', 'repaired', 'saved']);

/**
 * The session as it is drawn. What the clerk does is drawn at once; what a step has come to is drawn in pieces, between which the
 * page hears the clerk, and is seen as a whole.
 */
export function useDrawnSession(store: SessionStore): Session {
  const [drawn, setDrawn] = useState(store.snapshot);
  const waiting = useRef<Session | null>(null);
  // Before the effects of the screens, which may change the session.
  useLayoutEffect(
    () =>
      store.subscribe(({ kind }) => {
        const now = store.snapshot();
        if (!LARGE.has(kind) && (waiting.current === null || !AT_END.has(kind))) {
          waiting.current = null;
          setDrawn(now);
          return;
        }
        waiting.current = now;
        startTransition(() => setDrawn(now));
      }),
    [store],
  );
  useEffect(() => {
    if (drawn === waiting.current) waiting.current = null;
  }, [drawn]);
  return drawn;
}
