import { fold } from '../../base/fold-text';
import type { NewReceipt } from '../../ledger/change/take-receipts';
import type { CalendarDate } from '../../base/calendar';
import { entriesInForce } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import type { PeriodCode } from '../../ledger/records';
import { officesOfPeriod } from '../../ledger/units/offices';
import { placeOf } from '../../plan/units/place';
import { firstFound, nameParts, officeNames } from '../../returns/whose/recognise-unit';
import { unitInText } from '../../returns/whose/unit-in-text';
import type { CheckedFile } from './check-file';
import { isPicture, type InboxItem } from './inbox';

/** A file that is not read: a photo or scan of a return, or evidence that a return names. */
export interface Paper {
  readonly key: string;
  readonly kind: 'picture' | 'evidence';
  readonly checked: CheckedFile;
  /** As the clerk says, or else its name, or the return that names it; `null` where nobody does. */
  readonly office: string | null;
  readonly period: PeriodCode;
  /** Those whose 佐证材料 names it. */
  readonly measures: readonly number[];
}

/** A name so short stands in any text. */
const SHORTEST_NAME = 4;

/** What a return says of evidence. */
interface NamedEvidence {
  readonly text: string;
  readonly office: string;
  readonly measure: number;
}

/**
 * The papers among some files. Evidence is told by its name: a report of the period, taken in or in the inbox, has it under
 * 佐证材料, with or without the ending. Whatever else holds no row and is to be looked at is a photo or scan.
 */
export function papersAmong(
  ledger: Ledger,
  period: PeriodCode,
  items: readonly InboxItem[],
): readonly Paper[] {
  const unread = items.filter(
    ({ kind, checked }) => isUnreadFile(checked) && kind !== 'ledger' && kind !== 'plan',
  );
  if (unread.length === 0) return [];
  const named = evidenceNamed(ledger, period, items);
  const offices = officesOfPeriod(ledger, period);
  const names = officeNames(offices, ledger.directory);
  const place = placeOf(ledger.plan);
  return unread.flatMap((item): Paper[] => {
    const { key, checked } = item;
    const stem = fold(stemOf(checked.file));
    const naming = stem.length < SHORTEST_NAME ? [] : named.filter(({ text }) => text.includes(stem));
    const byName = firstFound(nameParts(checked.file), (text) => unitInText(text, names, place));
    const [first] = naming;
    if (first === undefined && !isPicture(checked)) return [];
    const isOfOne = naming.every(({ office }) => office === first?.office);
    const office = item.namedOffice ?? byName ?? (isOfOne ? first?.office : undefined) ?? null;
    const measures = naming.filter((one) => one.office === office).map(({ measure }) => measure);
    return [
      {
        key,
        kind: first === undefined ? 'picture' : 'evidence',
        checked,
        office,
        period,
        measures: [...new Set(measures)],
      },
    ];
  });
}

/** It holds no row of a return. */
function isUnreadFile({ verdict, rows, findings }: CheckedFile): boolean {
  return verdict === 'rejected' && rows.length === 0 && findings.length > 0;
}

function evidenceNamed(
  ledger: Ledger,
  period: PeriodCode,
  items: readonly InboxItem[],
): readonly NamedEvidence[] {
  const charges = officesOfPeriod(ledger, period);
  const officeOf = new Map(
    charges.flatMap(({ office, assignments }) =>
      assignments.map(({ measure, unit }) => [`${measure} ${unit}`, office] as const),
    ),
  );
  const taken = [...entriesInForce(ledger.entries).values()].flatMap((entry): NamedEvidence[] => {
    const { measure, unit, report } = entry;
    const office = officeOf.get(`${measure} ${unit}`);
    const isWanted = entry.period === period && report.evidence !== '' && office !== undefined;
    return isWanted ? [{ text: fold(report.evidence), office, measure }] : [];
  });
  const waiting = items.flatMap(({ checked: { office, period: of, rows } }) =>
    office === null || of !== period
      ? []
      : rows.flatMap(({ measure, report: { evidence } }) =>
          evidence === '' ? [] : [{ text: fold(evidence), office, measure }],
        ),
  );
  return [...taken, ...waiting];
}

/** The name without folders and ending. */
function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]{1,5}$/u, '');
}

/** What the ledger is to remember of papers whose office is known. */
export function receiptsFor(papers: readonly Paper[], on: CalendarDate): readonly NewReceipt[] {
  return papers.flatMap(({ kind, checked: { file, sha256 }, office, period }) =>
    office === null ? [] : [{ kind, office, period, file, sha256, on }],
  );
}
