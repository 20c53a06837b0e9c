import type { Ledger } from '../../ledger/ledger';

/** Local time to the minute, `2018-01-15 09:30`, as the clocks of this machine show it. */
export function localMinute(time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** An instant with its zone, as earlier versions wrote it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** The minute that an instant was here; any other text stays as it is. */
export function localTimeOf(at: string): string {
  if (!INSTANT.test(at)) return at;
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : localMinute(time);
}

/** A ledger of an earlier version, its times as the clocks here showed them; order and numbers of its records stay. */
export function withLocalTimes(ledger: Ledger): Ledger {
  return {
    ...ledger,
    entries: inLocalTime(ledger.entries),
    submissions: inLocalTime(ledger.submissions),
    receipts: inLocalTime(ledger.receipts),
    log: inLocalTime(ledger.log),
  };
}

/** The same list where there is nothing to change: what is worked out from it is then known already. */
function inLocalTime<Item extends { readonly at: string }>(records: readonly Item[]): readonly Item[] {
  if (!records.some(({ at }) => INSTANT.test(at))) return records;
  return records.map((record) => ({ ...record, at: localTimeOf(record.at) }));
}
