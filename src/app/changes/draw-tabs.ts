import type { CalendarDate } from '../../base/calendar';
import { logged } from '../../ledger/change/changes';
import type { Ledger } from '../../ledger/ledger';
import { NAME, TAB } from '../../sheets/words';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';

/** A day that becomes the ledger's; without it the ledger's own day stays. */
export interface DayInput {
  readonly asOf?: CalendarDate;
}

/** The tabs as of now, one of them in front. */
export function drawTabs({ ledger }: OpenedLedger, { front }: { readonly front?: string }): Revision {
  return front === undefined ? { ledger } : { ledger, front };
}

/** 预警: what is overdue and due soon stands out; the ledger tab comes to the front. */
export function markOverdue({ ledger, at }: OpenedLedger, { asOf }: DayInput): Revision {
  return { ledger: onDay(ledger, asOf, at), front: TAB.ledger };
}

/** 汇总: the summary tab with its charts and the PivotTable made anew, the summary in front. */
export function buildSummary({ ledger, at }: OpenedLedger, { asOf }: DayInput): Revision {
  return { ledger: onDay(ledger, asOf, at), front: TAB.summary };
}

function onDay(ledger: Ledger, asOf: CalendarDate | undefined, at: string): Ledger {
  const before = ledger.settings.asOf;
  if (asOf === undefined || before === asOf) return ledger;
  const dated = { ...ledger, settings: { ...ledger.settings, asOf } };
  return logged(dated, 'settings', `${NAME.asOf}：${before} → ${asOf}`, at);
}
