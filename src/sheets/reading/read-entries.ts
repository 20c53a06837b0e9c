import { parsePeriod } from '../../ledger/period';
import type { Entry, Report, ReportEntry } from '../../ledger/records';
import type { RawWorkbook } from '../../base/raw-sheet';
import { statusOfWord } from '../../returns/locate/form-columns';
import { ENTRY_COLUMNS, ENTRY_KIND_WORD, type EntryColumn } from '../tabs/entries-tab';
import { LedgerFormatError } from './ledger-format-error';
import { sheetNamed, tableRows, type TableRow } from './raw-table';
import { readActs } from './read-acts';
import { TAB, keyOfWord } from '../words';

const REQUIRED = (['id', 'kind', 'batch', 'measure', 'unit', 'period', 'status'] as const).map(
  (key) => ENTRY_COLUMNS[key].header,
);

/**
 * All entries, of 填报明细 and 核实督办, in order of their numbers: sorting or filtering the tabs does no harm.
 * @throws LedgerFormatError
 */
export function readEntries(workbook: RawWorkbook, schema: number): readonly Entry[] {
  return [...readReports(workbook), ...readActs(workbook, schema)].sort((a, b) => a.id - b.id);
}

function readReports(workbook: RawWorkbook): readonly Entry[] {
  const sheet = sheetNamed(workbook, TAB.entries);
  const rows = sheet && tableRows(sheet, REQUIRED, workbook.date1904);
  if (rows === undefined) throw new LedgerFormatError('damaged', TAB.entries);
  return rows.filter((row) => row.value(ENTRY_COLUMNS.id.header) !== null).map(readEntry);
}

function readEntry(row: TableRow): Entry {
  const text = (key: EntryColumn) => row.text(ENTRY_COLUMNS[key].header);
  const id = row.number(ENTRY_COLUMNS.id.header);
  const kind = keyOfWord(ENTRY_KIND_WORD, text('kind'));
  const base = { id: id ?? 0, batch: text('batch'), at: text('at') };
  if (id === null || base.batch === '' || kind === undefined) return damaged(row);
  const measure = row.number(ENTRY_COLUMNS.measure.header) ?? 0;
  switch (kind) {
    case 'return':
    case 'handEdit':
      return { ...base, ...readReportEntry(row), kind: 'report', origin: kind, measure };
    case 'undo':
      return { ...base, kind, undone: text('reference') };
  }
}

type ReportPart = Pick<ReportEntry, 'unit' | 'period' | 'report' | 'previousStatus' | 'file' | 'sha256'>;

function readReportEntry(row: TableRow): ReportPart {
  const text = (key: EntryColumn) => row.text(ENTRY_COLUMNS[key].header);
  const period = parsePeriod(text('period'));
  if (period === undefined || text('unit') === '') return damaged(row);
  const claim = (key: EntryColumn) => {
    const word = text(key);
    const status = statusOfWord(word);
    return word !== '' && status === undefined ? damaged(row) : (status ?? null);
  };
  const report: Report = {
    status: claim('status'),
    percent: row.number(ENTRY_COLUMNS.percent.header),
    completedOn: row.date(ENTRY_COLUMNS.completedOn.header),
    progress: text('progress'),
    problems: text('problems'),
    nextSteps: text('nextSteps'),
    evidence: text('evidence'),
    remark: text('remark'),
  };
  return {
    unit: text('unit'),
    period,
    report,
    previousStatus: claim('previousStatus'),
    file: text('file'),
    sha256: text('sha256'),
  };
}

function damaged(row: TableRow): never {
  throw new LedgerFormatError('damaged', TAB.entries, row.row);
}
