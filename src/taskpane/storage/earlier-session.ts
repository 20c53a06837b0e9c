import { localTimeOf } from '../../app/runner/local-times';
import { defaultSettings } from '../../ledger/ledger';
import type { CalendarDate } from '../../base/calendar';
import { earlierInbox } from './earlier-inbox';
import { isRecord, type Fields } from './fields';

/**
 * What an earlier version of the page kept, as this one keeps it. Records of what an office handed in, and of what was found
 * in it, named the office `unit`; the ledger had fewer settings and instants for times; it had no records of papers; an edit of the grid was one batch and not several; a checked
 * file did not say from which file handed in it came, nor what was agreed to. Before there was an inbox the page kept the files of the last
 * drop and what their check came to.
 */
export function fromEarlierVersion(kept: Fields): Fields {
  const { ledger, edits, checked } = kept;
  const files = withEach(kept, 'checked', (file) => ({
    source: file['file'],
    agreed: [],
    ...withOffice(file),
  }));
  return {
    ...kept,
    ...('inbox' in kept || checked === undefined ? {} : { inbox: earlierInbox({ ...kept, ...files }) }),
    ...withEach(kept, 'findings', withOffice),
    ...(Array.isArray(edits) ? { edits: edits.map((edit: unknown) => (isText(edit) ? [edit] : edit)) } : {}),
    ...(isRecord(ledger) ? { ledger: earlierLedger(ledger) } : {}),
  };
}

function earlierLedger(ledger: Fields): Fields {
  const { settings } = ledger;
  const asOf = isRecord(settings) ? settings['asOf'] : undefined;
  // The day and the period were always there; the other settings are those a new ledger begins with.
  const settled = isText(asOf)
    ? { settings: { ...defaultSettings(asOf as CalendarDate), ...(settings as Fields) } }
    : {};
  return {
    receipts: [],
    ...ledger,
    ...withEach(ledger, 'entries', withLocalTime),
    ...withEach(ledger, 'submissions', (record) => withLocalTime(withOffice(record))),
    ...withEach(ledger, 'log', withLocalTime),
    ...settled,
  };
}

function withEach(fields: Fields, list: string, change: (record: Fields) => Fields): Fields {
  const records = fields[list];
  if (!Array.isArray(records)) return {};
  return { [list]: records.map((record: unknown) => (isRecord(record) ? change(record) : record)) };
}

function withOffice(record: Fields): Fields {
  if ('office' in record || !('unit' in record)) return record;
  const { unit, ...rest } = record;
  return { ...rest, office: unit };
}

function withLocalTime(record: Fields): Fields {
  const { at } = record;
  return isText(at) ? { ...record, at: localTimeOf(at) } : record;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
