import type { CalendarDate } from '../../base/calendar';
import * as acts from '../../ledger/change/acts';
import type { OpenedLedger } from '../runner/open-ledger';

/** The day of an act; default: the ledger's. */
interface ActDay {
  readonly on?: CalendarDate;
}

export interface VerifyInput extends ActDay {
  readonly verdicts: readonly acts.VerificationAct[];
}

/** 核实、销号、退回: several as one batch. @throws ActError */
export function verify({ ledger, at }: OpenedLedger, { verdicts, on }: VerifyInput): acts.Acted {
  return acts.verify(ledger, verdicts, on ?? ledger.settings.asOf, at);
}

export interface ExtensionInput extends ActDay {
  readonly application: acts.ExtensionApplication;
}

/** 申请延期. @throws ActError */
export function applyForExtension(
  { ledger, at }: OpenedLedger,
  { application, on }: ExtensionInput,
): acts.Acted {
  return acts.applyForExtension(ledger, application, on ?? ledger.settings.asOf, at);
}

export interface DecisionInput extends ActDay {
  readonly target: acts.ActTarget;
  readonly decision: 'approved' | 'refused';
  readonly reason: string;
}

/** 批准或不同意延期. @throws ActError */
export function decideExtension(
  { ledger, at }: OpenedLedger,
  { target, decision, reason, on }: DecisionInput,
): acts.Acted {
  return acts.decideExtension(ledger, target, { decision, reason }, on ?? ledger.settings.asOf, at);
}
