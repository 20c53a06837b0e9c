import type { Desk } from './desk';

/** Does something after a delay; the returned function cancels it. */
export type Later = (act: () => void) => () => void;

/** Whoever types goes on typing: Excel is asked once they have paused. */
const QUIET_MS = 1_500;

const afterQuiet: Later = (act) => {
  const timer = setTimeout(act, QUIET_MS);
  return () => clearTimeout(timer);
};

/**
 * Inside Excel, looks at the ledger again when somebody has changed the workbook, this clerk or another, and nothing has
 * happened for a while. Nothing is written, and while a step runs nothing is asked: the step reads for itself. Cells that the
 * product changed itself are not told of from ExcelApi 1.14 on; where they are, and where it made a sheet, the ledger is the same
 * and nothing changes. Gives what ends it.
 */
export function watchLive(desk: Desk, later: Later = afterQuiet): () => void {
  const { live } = desk.world;
  let isOver = false;
  let callOff: () => void = () => undefined;
  const planAgain = (): void => {
    callOff();
    if (!isOver) callOff = later(() => void lookAgain(desk, planAgain));
  };
  const watching = live?.watch?.(planAgain).catch(() => undefined);
  return () => {
    isOver = true;
    callOff();
    void watching?.then((end) => end?.()).catch(() => undefined);
  };
}

/** A workbook that cannot be read now is reported by the next step that needs it, not here. */
async function lookAgain(desk: Desk, planAgain: () => void): Promise<void> {
  const { store } = desk;
  const { ledger, work } = store.snapshot();
  if (ledger === null) return;
  if (work !== null) {
    planAgain();
    return;
  }
  const found = await desk.look().catch(() => undefined);
  const now = store.snapshot();
  if (found === undefined || now.ledger === null) return;
  if (now.ledger !== ledger || now.work !== null) planAgain();
  else if (JSON.stringify(found.ledger) !== JSON.stringify(ledger)) {
    desk.tell({ kind: 'changed', ledger: found.ledger });
  }
}
