import type { Returned } from './returns';
import type { Verdict } from './model';

/** One thing a clerk does, with the measure's number as it now is. */
export type Step =
  | { readonly kind: 'collect'; readonly files: readonly Returned[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'type'; readonly no: number; readonly typed: Typed }
  | { readonly kind: 'verify'; readonly no: number; readonly unit: string; readonly verdict: Verdict }
  | { readonly kind: 'apply'; readonly no: number; readonly unit: string; readonly to: string }
  | { readonly kind: 'decide'; readonly no: number; readonly unit: string; readonly isApproved: boolean }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'letters' }
  | { readonly kind: 'revise'; readonly text: string };

export type Typing = Extract<Step, { readonly kind: 'type' }>;

/** What is typed into the cells 填报状态 and 完成日期 of a row, in the workbook's words; an empty text clears. */
export interface Typed {
  readonly status?: string;
  readonly completedOn?: string;
}

/** A place from which a ledger is worked on. */
export interface Door {
  readonly name: string;
  /** What can be done here. */
  readonly kinds: readonly Step['kind'][];
  open(bytes: Uint8Array): Promise<void>;
  /**
   * Does a step, whatever goes wrong on the way, until it is done.
   * @param aside What somebody else may type into the workbook meanwhile; it is about no measure of the step.
   * @returns what came of it, in the order in which it counts
   */
  run(step: Step, aside?: Typing): Promise<readonly Step[]>;
  /** The workbook as the clerk leaves it. */
  close(): Promise<Uint8Array>;
}

/** Counts what goes wrong on purpose. */
export interface FaultCount {
  count: number;
}
