import { ledgerFault } from '../../app/wording/ledger-fault';
import { ExcelHostError } from '../../hosts/excel/excel-errors';
import type { LeftUndone } from '../../base/workbook-port';
import type { MessageKey, MessageValues } from '../../locales/translate';
import type { Ledger } from '../../ledger/ledger';
import { isLoadFault } from '../load-fault';
import { nextSession, type SessionEvent } from './next-session';
import { EMPTY_SESSION, type Notice, type Session } from './session';

/** The sentence a step ends with; a warning stays until it is read. */
export type Said = readonly [key: MessageKey, values: MessageValues, intent?: 'warning'];

/** Raised when the clerk cancels; whatever was begun is dropped. */
export class Cancelled extends Error {}

/** What Excel itself refused, and what is wrong with a ledger, has a sentence of its own. */
function ownSentence(error: unknown): Said | undefined {
  if (error instanceof ExcelHostError) return [`excel.error.${error.code}`, { sheet: error.sheet }];
  if (isLoadFault(error)) return ['pane.fault.notLoaded', {}];
  return ledgerFault(error);
}

function faultNotice(fault: Said, error: unknown): Notice {
  const [key, values] = ownSentence(error) ?? fault;
  return { intent: 'error', key, values };
}

function endNotice(said: Said | null, undone: LeftUndone | null): Notice | null {
  if (undone !== null) return { intent: 'warning', key: `excel.undone.${undone}`, values: {} };
  if (said === null) return null;
  const [key, values, intent = 'success'] = said;
  return { intent, key, values };
}

/** Holds the session and runs the steps that change it, one at a time. */
export class SessionStore {
  private current: Session = EMPTY_SESSION;
  private isCancelled = false;
  private undone: LeftUndone | null = null;
  private stop: () => void = () => undefined;
  /** Done when every step that waits for its turn is. */
  private turns: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<(event: SessionEvent) => void>();

  /** The same value until something changes. */
  readonly snapshot = (): Session => this.current;

  readonly subscribe = (listener: (event: SessionEvent) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dispatch(event: SessionEvent): void {
    this.current = nextSession(this.current, event);
    for (const listener of this.listeners) listener(event);
  }

  /** The open ledger; steps that need one are only offered while there is one. */
  get ledger(): Ledger {
    if (this.current.ledger === null) throw new Error('no ledger is open');
    return this.current.ledger;
  }

  /**
   * Told by long work before each file; ends it once the clerk has cancelled. Work goes on in a task of its own: the page is
   * drawn and clicks are heard in between.
   */
  readonly progress = (done: number, total: number, item: string): Promise<void> => {
    if (this.isCancelled) throw new Cancelled();
    this.dispatch({ kind: 'working', work: { done, total, item } });
    return new Promise((resolve) => setTimeout(resolve));
  };

  /** What cancelling ends at once; without it the step runs on to its next file. */
  onCancel(stop: () => void): void {
    this.stop = stop;
    const { work } = this.current;
    if (work !== null) this.dispatch({ kind: 'working', work: { ...work, canStop: true } });
  }

  /** From here the running step goes through to its end. @throws Cancelled when the clerk said so before */
  goThrough(): void {
    if (this.isCancelled) throw new Cancelled();
    this.stop = () => undefined;
    const { work } = this.current;
    if (work !== null)
      this.dispatch({ kind: 'working', work: { done: work.done, total: work.total, item: work.item } });
  }

  /** What Excel would not do of the running step, which is told at its end in place of what went well. */
  leaveUndone(what: LeftUndone): void {
    this.undone = what;
  }

  cancel(): void {
    this.isCancelled = true;
    this.stop();
  }

  /** A step that waits until those before it are done; `step` does nothing while one runs, so that a second click is none. */
  inTurn(...step: Parameters<SessionStore['step']>): Promise<void> {
    const mine = this.turns.then(async () => {
      await this.idle();
      await this.step(...step);
    });
    this.turns = mine;
    return mine;
  }

  private async idle(): Promise<void> {
    if (this.current.work === null) return;
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        stop();
        resolve();
      });
    });
    await this.idle();
  }

  /**
   * Runs a step. When it fails, the session stays as it was and `fault` becomes the message; a step whose result is
   * visible needs no message.
   */
  async step(
    fault: MessageKey | ((error: unknown) => Said),
    run: () => Said | null | Promise<Said | null>,
  ): Promise<void> {
    if (this.current.work !== null) return;
    this.isCancelled = false;
    this.undone = null;
    this.stop = () => undefined;
    this.dispatch({ kind: 'noticed', notice: null });
    this.dispatch({ kind: 'working', work: { done: 0, total: 0, item: '' } });
    try {
      const said = await run();
      const notice = endNotice(said, this.undone);
      if (notice !== null) this.dispatch({ kind: 'noticed', notice });
    } catch (error) {
      const notice =
        error instanceof Cancelled || this.isCancelled
          ? ({ intent: 'info', key: 'pane.cancelled', values: {} } as const)
          : faultNotice(typeof fault === 'string' ? [fault, {}] : fault(error), error);
      this.dispatch({ kind: 'noticed', notice });
    } finally {
      this.dispatch({ kind: 'working', work: null });
    }
  }
}
