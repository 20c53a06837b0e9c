import { appended } from '../../base/once-for';
import { notesInForce } from '../entries';
import { nextBatch, nextEntryId, type Ledger } from '../ledger';
import type { LogRecord, NoteEntry } from '../records';

/** What the clerk typed of a measure; an empty text takes away what was noted. */
export type Note = Pick<NoteEntry, 'measure' | 'item' | 'text'>;

/** Takes in what the clerk noted, as one batch. `added` is empty when the ledger knows all of it. */
export function takeNotes(
  ledger: Ledger,
  notes: readonly Note[],
  at: string,
): { readonly ledger: Ledger; readonly added: readonly NoteEntry[] } {
  const known = notesInForce(ledger.entries);
  const changed = notes.filter(({ measure, item, text }) => (known.get(measure)?.get(item) ?? '') !== text);
  if (changed.length === 0) return { ledger, added: [] };
  const batch = nextBatch(ledger);
  const firstId = nextEntryId(ledger);
  const added = changed.map(({ measure, item, text }, index): NoteEntry => ({
    kind: 'note',
    id: firstId + index,
    batch,
    at,
    measure,
    item,
    text,
  }));
  const record: LogRecord = { at, batch, action: 'handEdit', file: '', detail: described(added) };
  return {
    ledger: { ...ledger, entries: appended(ledger.entries, added), log: [...ledger.log, record] },
    added,
  };
}

/** “分管领导：3、5”, an item after the other. */
function described(notes: readonly Note[]): string {
  const items = [...new Set(notes.map(({ item }) => item))];
  return items
    .map((item) => {
      const measures = notes.filter((note) => note.item === item).map(({ measure }) => measure);
      return `${item}：${measures.join('、')}`;
    })
    .join('；');
}
