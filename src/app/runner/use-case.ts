import type { SheetBlueprint } from '../../base/blueprint';
import type { Ledger } from '../../ledger/ledger';
import type { LogSource } from '../../ledger/records';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import type { OpenedLedger } from './open-ledger';

/** Who asks for a change, and when. */
export interface Asked {
  readonly by: LogSource;
  /** In local time to the minute. */
  readonly at: string;
  /** Edits by hand are taken in however many they are: a person has looked at them. */
  readonly acceptEdits?: boolean;
}

/** What a use case makes of the ledger, and what is to be seen of it. */
export interface Revision {
  readonly ledger: Ledger;
  /** Default: those of the last check. */
  readonly findings?: readonly FindingLine[];
  /** Tabs to write beside the ledger's own, after them. */
  readonly tabs?: readonly SheetBlueprint[];
  /** The tab to bring to the front. */
  readonly front?: string;
}

/** One thing that can be done to a ledger, whoever asks for it. It throws before anything is written, or not at all. */
export type UseCase<Input, Result extends Revision = Revision> = (
  opened: OpenedLedger,
  input: Input,
) => Result;

/** One way to make a new ledger. @param at Of its first records, in local time to the minute. */
export type Beginning<Input> = (input: Input, at: string) => Revision;
