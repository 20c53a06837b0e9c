import { parseLetterNumber } from '../../ledger/letters';
import { parsePeriod } from '../../ledger/period';
import type { ActEntry, ExtensionEntry } from '../../ledger/records';
import type { RawWorkbook } from '../../base/raw-sheet';
import { ACT_COLUMNS, ACT_KIND_WORD, type ActColumn } from '../tabs/acts-tab';
import { LIST_SEPARATOR } from '../tabs/directory-tab';
import { LedgerFormatError } from './ledger-format-error';
import { sheetNamed, tableRows, type TableRow } from './raw-table';
import { EXTENSION_WORD, LETTER_STAGE_WORD, TAB, VERIFICATION_WORD, keyOfWord } from '../words';

const REQUIRED = (['id', 'kind', 'on', 'unit', 'measures', 'batch', 'period'] as const).map(
  (key) => ACT_COLUMNS[key].header,
);

/** Workbooks have 核实督办 since this version of their layout. */
const FIRST_SCHEMA = 2;

/** 核实督办. @throws LedgerFormatError */
export function readActs(workbook: RawWorkbook, schema: number): readonly ActEntry[] {
  const sheet = sheetNamed(workbook, TAB.acts);
  if (sheet === undefined && schema < FIRST_SCHEMA) return [];
  const rows = sheet && tableRows(sheet, REQUIRED, workbook.date1904);
  if (rows === undefined) throw new LedgerFormatError('damaged', TAB.acts);
  return rows.filter((row) => row.value(ACT_COLUMNS.id.header) !== null).map(readAct);
}

function readAct(row: TableRow): ActEntry {
  const text = (key: ActColumn) => row.text(ACT_COLUMNS[key].header);
  const id = row.number(ACT_COLUMNS.id.header) ?? damaged(row);
  const on = row.date(ACT_COLUMNS.on.header) ?? damaged(row);
  const period = parsePeriod(text('period')) ?? damaged(row);
  const base = { id, on, period, unit: text('unit'), batch: text('batch'), at: text('at') };
  const kind = keyOfWord(ACT_KIND_WORD, text('kind'));
  const named = text('measures');
  const measures = named === '' ? [] : named.split(LIST_SEPARATOR).map(Number);
  if (base.unit === '' || base.batch === '' || measures.some((no) => !(no > 0))) return damaged(row);
  const [measure = 0] = measures;
  // Only a letter can be about no measure: a circular with nothing but the ranking, a return without a readable row.
  if (measure === 0 && (kind === 'verification' || kind === 'extension')) return damaged(row);
  switch (kind) {
    case undefined:
      return damaged(row);
    case 'verification': {
      const verification = keyOfWord(VERIFICATION_WORD, text('result')) ?? damaged(row);
      return { ...base, kind, measure, verification, reason: text('reason') };
    }
    case 'extension':
      return { ...base, kind, measure, ...readExtension(row), reason: text('reason') };
    default: {
      const stage = keyOfWord(LETTER_STAGE_WORD, text('result')) ?? damaged(row);
      const number = parseLetterNumber(text('number')) ?? damaged(row);
      return { ...base, ...number, kind: 'letter', letter: kind, stage, office: text('office'), measures };
    }
  }
}

function damaged(row: TableRow): never {
  throw new LedgerFormatError('damaged', TAB.acts, row.row);
}

function readExtension(row: TableRow): Pick<ExtensionEntry, 'decision' | 'oldDeadline' | 'newDeadline'> {
  return {
    decision: keyOfWord(EXTENSION_WORD, row.text(ACT_COLUMNS.result.header)) ?? damaged(row),
    oldDeadline: row.date(ACT_COLUMNS.oldDeadline.header) ?? damaged(row),
    newDeadline: row.date(ACT_COLUMNS.newDeadline.header) ?? damaged(row),
  };
}
