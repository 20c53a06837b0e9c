import { parseLetterNumber } from '../../ledger/letters';
import { parsePeriod } from '../../ledger/period';
import type { ActEntry, ExtensionEntry } from '../../ledger/records';
import type { RawWorkbook } from '../../base/raw-sheet';
import { ACTS, ACT_KIND_WORD, type ActColumn } from '../tabs/acts-tab';
import { LIST_SEPARATOR } from '../tabs/directory-tab';
import { sheetNamed } from './raw-table';
import { finishedRows, readTable, type ReadRow } from './read-table';
import { EXTENSION_WORD, LETTER_STAGE_WORD, VERIFICATION_WORD, keyOfWord } from '../words';

type ActLine = ReadRow<ActColumn>;

/** Workbooks have 核实督办 since this version of their layout. */
const FIRST_SCHEMA = 2;

/** 核实督办. @param finished As for `readEntries`. @throws LedgerFormatError */
export function readActs(workbook: RawWorkbook, schema: number, finished: number): readonly ActEntry[] {
  if (sheetNamed(workbook, ACTS.name) === undefined && schema < FIRST_SCHEMA) return [];
  return finishedRows(readTable(workbook, ACTS), finished, readAct);
}

function readAct(row: ActLine): ActEntry {
  const base = {
    id: row.number('id') ?? row.unreadable('id'),
    on: row.date('on') ?? row.unreadable('on'),
    period: parsePeriod(row.text('period')) ?? row.unreadable('period'),
    unit: row.text('unit') === '' ? row.unreadable('unit') : row.text('unit'),
    batch: row.text('batch') === '' ? row.unreadable('batch') : row.text('batch'),
    at: row.time('at'),
  };
  const kind = keyOfWord(ACT_KIND_WORD, row.text('kind')) ?? row.unreadable('kind');
  const named = row.text('measures');
  const measures = named === '' ? [] : named.split(LIST_SEPARATOR).map(Number);
  if (measures.some((no) => !(no > 0))) row.unreadable('measures');
  // Only a letter can be about no measure: a circular with nothing but the ranking, a return without a readable row.
  const one = () => measures[0] ?? row.unreadable('measures');
  switch (kind) {
    case 'verification': {
      const verification = keyOfWord(VERIFICATION_WORD, row.text('result')) ?? row.unreadable('result');
      return { ...base, kind, measure: one(), verification, reason: row.text('reason') };
    }
    case 'extension':
      return { ...base, kind, measure: one(), ...readExtension(row), reason: row.text('reason') };
    default: {
      const stage = keyOfWord(LETTER_STAGE_WORD, row.text('result')) ?? row.unreadable('result');
      const number = parseLetterNumber(row.text('number')) ?? row.unreadable('number');
      return {
        ...base,
        ...number,
        kind: 'letter',
        letter: kind,
        stage,
        office: row.text('office'),
        measures,
      };
    }
  }
}

function readExtension(row: ActLine): Pick<ExtensionEntry, 'decision' | 'oldDeadline' | 'newDeadline'> {
  return {
    decision: keyOfWord(EXTENSION_WORD, row.text('result')) ?? row.unreadable('result'),
    oldDeadline: row.date('oldDeadline') ?? row.unreadable('oldDeadline'),
    newDeadline: row.date('newDeadline') ?? row.unreadable('newDeadline'),
  };
}
