import { useEffect, useState } from 'react';

/** What is over sooner needs no spinner: one that flashes up only unsettles. */
const WAIT_MS = 300;

/** Whether something has been going on for longer than a moment. */
export function useAfterWait(isGoingOn: boolean): boolean {
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setHasWaited(true), WAIT_MS);
    return () => {
      clearTimeout(timer);
      setHasWaited(false);
    };
  }, [isGoingOn]);
  return hasWaited;
}
