import { parsePeriod } from '../../ledger/period';
import type { Entry, NoteEntry, Report, ReportEntry } from '../../ledger/records';
import type { RawWorkbook } from '../../base/raw-sheet';
import { statusOfWord } from '../../returns/locate/form-columns';
import { ENTRIES, ENTRY_KIND_WORD, NOTE_WORD, type EntryColumn } from '../tabs/entries-tab';
import { damaged } from './ledger-format-error';
import { finishedRows, readTable, type ReadRow } from './read-table';
import { readActs } from './read-acts';
import { keyOfWord } from '../words';

type EntryLine = ReadRow<EntryColumn>;

/**
 * All entries, of 填报明细 and 核实督办, in order of their numbers: sorting or filtering the tabs does no harm.
 * @param finished The number of the last entry written to the end, where a change has stopped half way: of what lies behind
 * it a row may be there in part.
 * @throws LedgerFormatError
 */
export function readEntries(
  workbook: RawWorkbook,
  schema: number,
  finished = Number.POSITIVE_INFINITY,
): readonly Entry[] {
  const entries = finishedRows(readTable(workbook, ENTRIES), finished, readEntry);
  const all = [...entries, ...readActs(workbook, schema, finished)].sort((a, b) => a.id - b.id);
  const twice = all.find(({ id }, index) => all[index + 1]?.id === id);
  if (twice !== undefined) damaged('row-twice', { sheet: ENTRIES.name, name: String(twice.id) });
  return all;
}

function readEntry(row: EntryLine): Entry {
  const id = row.number('id') ?? row.unreadable('id');
  const batch = row.text('batch').trim();
  if (batch === '') row.unreadable('batch');
  const base = { id, batch, at: row.time('at') };
  const word = row.text('kind').trim();
  if (word.startsWith(NOTE_WORD)) return { ...base, ...readNote(row, word.slice(NOTE_WORD.length)) };
  const kind = keyOfWord(ENTRY_KIND_WORD, word) ?? row.unreadable('kind');
  switch (kind) {
    case 'return':
    case 'handEdit':
      return { ...base, ...readReportEntry(row), kind: 'report', origin: kind };
    case 'undo':
      return { ...base, kind, undone: row.text('reference') };
    case 'unsent':
      return { ...base, kind: 'undo', undone: row.text('reference'), unsent: true };
  }
}

function readNote(row: EntryLine, item: string): Omit<NoteEntry, 'id' | 'batch' | 'at'> {
  return {
    kind: 'note',
    measure: row.number('measure') ?? row.unreadable('measure'),
    item: item === '' ? row.unreadable('kind') : item,
    text: row.text('remark'),
  };
}

type ReportPart = Pick<
  ReportEntry,
  'measure' | 'unit' | 'period' | 'report' | 'previousStatus' | 'file' | 'sha256'
>;

function readReportEntry(row: EntryLine): ReportPart {
  const claim = (key: 'status' | 'previousStatus') => {
    const word = row.text(key).trim();
    return word === '' ? null : (statusOfWord(word) ?? row.unreadable(key));
  };
  const unit = row.text('unit');
  const report: Report = {
    status: claim('status'),
    percent: row.number('percent'),
    completedOn: row.date('completedOn'),
    progress: row.text('progress'),
    problems: row.text('problems'),
    nextSteps: row.text('nextSteps'),
    evidence: row.text('evidence'),
    remark: row.text('remark'),
  };
  return {
    measure: row.number('measure') ?? row.unreadable('measure'),
    unit: unit === '' ? row.unreadable('unit') : unit,
    period: parsePeriod(row.text('period')) ?? row.unreadable('period'),
    report,
    previousStatus: claim('previousStatus'),
    file: row.text('file'),
    sha256: row.text('sha256'),
  };
}
