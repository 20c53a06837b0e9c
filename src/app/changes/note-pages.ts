import { logged } from '../../ledger/change/changes';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';

export interface NotePagesInput {
  /** How many offices are asked to confirm. */
  readonly pages: number;
}

/** The log remembers that the offices were asked to confirm, as it remembers that forms went out. */
export function notePages({ ledger, at }: OpenedLedger, { pages }: NotePagesInput): Revision {
  const { asOf } = ledger.settings;
  return { ledger: logged(ledger, 'issue', `反馈确认单，截至 ${asOf}，${pages} 份`, at) };
}
