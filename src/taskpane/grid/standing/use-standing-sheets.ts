import { useEffect, useState } from 'react';
import type { Desk } from '../../session/desk';
import { StandingSheets } from './standing-sheets';

interface Read {
  readonly bytes: Uint8Array;
  readonly sheets: StandingSheets;
}

/**
 * The workbook a ledger was opened from, once it has been read; `null` until then, and where there is none. One that cannot be
 * read is told when it is to be saved to: here the tabs are shown as they are drawn.
 */
export function useStandingSheets(desk: Desk, bytes: Uint8Array | null): StandingSheets | null {
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (bytes !== null) {
      Promise.all([desk.sourceOf(bytes), desk.looksOf(bytes)]).then(
        ([source, looks]) => {
          if (isWanted) setRead({ bytes, sheets: new StandingSheets(source, looks) });
        },
        () => undefined,
      );
    }
    return () => {
      isWanted = false;
    };
  }, [desk, bytes]);
  return read !== null && read.bytes === bytes ? read.sheets : null;
}
