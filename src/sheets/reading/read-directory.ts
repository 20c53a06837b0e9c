import { plainForms } from '../../base/clean-text';
import type { RawWorkbook } from '../../base/raw-sheet';
import { leadGroupsOf } from '../../ledger/units/assignments';
import type { Unit, UnitDirectory } from '../../ledger/records';
import type { Plan } from '../../plan/plan';
import { MEMBER_WORD, readSplits, unitsTable, type UnitColumn } from '../tabs/directory-tab';
import { damaged } from './ledger-format-error';
import { readTable, type ReadRow } from './read-table';

/** What clerks put in a column of a group beside 是. */
const MEMBER_WORDS: ReadonlySet<string> = new Set([MEMBER_WORD, '√', '✓', '✔', '☑', 'y', 'yes', '1', 'true']);
const NO_MEMBER_WORDS: ReadonlySet<string> = new Set(['', '否', '×', 'x', 'n', 'no', '0', 'false', '-', '/']);

/** Longer than an office is called, or with the stops of a sentence. */
const SENTENCE = /[。；：，:;]|^.{16,}$|^(?:注|以上|备注|说明)/u;
const UNIT_COLUMNS = ['shortNames', 'successor', 'from', 'splits', 'contact'] as const;

/**
 * 单位目录. The plan says which units there are: one that is missing, doubled or under another name would take its measures
 * out of every figure.
 * @throws LedgerFormatError
 */
export function readDirectory(workbook: RawWorkbook, plan: Plan): UnitDirectory {
  const groups = [...new Set(plan.measures.flatMap(leadGroupsOf))].map((name) => ({ name, members: [] }));
  const table = unitsTable(groups);
  const leaders = new Set(plan.measures.flatMap(({ leadUnits }) => leadUnits));
  const rows = readTable(workbook, table).filter(
    (row) => row.text('name').trim() !== '' && !isRemark(row, leaders),
  );
  const names = rows.map((row) => row.text('name').trim());
  const twice = rows.find((row, index) => names.indexOf(row.text('name').trim()) !== index);
  if (twice !== undefined) {
    damaged('row-twice', { sheet: table.name, row: twice.row, name: twice.text('name').trim() });
  }
  for (const unit of leaders) {
    if (!names.includes(unit)) damaged('row-missing', { sheet: table.name, name: unit });
  }
  return {
    units: rows.map(readUnit),
    groups: groups.map(({ name }) => ({
      name,
      members: rows.filter((row) => isMember(row, `group ${name}`)).map((row) => row.text('name').trim()),
    })),
  };
}

/** A line of nothing but a sentence is what the clerk wrote below the units. */
function isRemark(row: ReadRow<UnitColumn>, leaders: ReadonlySet<string>): boolean {
  const name = row.text('name').trim();
  if (leaders.has(name) || !SENTENCE.test(name)) return false;
  return UNIT_COLUMNS.every((key) => row.text(key).trim() === '');
}

function readUnit(row: ReadRow<UnitColumn>): Unit {
  const successor = row.text('successor').trim();
  const from = row.date('from');
  const splits = row.text('splits');
  const read = readSplits(splits);
  if (splits.trim() !== '' && read.length === 0) row.unreadable('splits');
  return {
    name: row.text('name').trim(),
    shortNames: row
      .text('shortNames')
      .split(/[、,，;；\s]+/)
      .filter((one) => one !== ''),
    successor: successor === '' || from === null ? null : { name: successor, from },
    splits: read,
    contact: row.text('contact'),
  };
}

function isMember(row: ReadRow<UnitColumn>, key: UnitColumn): boolean {
  const word = plainForms(row.text(key)).trim().toLowerCase();
  if (MEMBER_WORDS.has(word)) return true;
  return NO_MEMBER_WORDS.has(word) ? false : row.unreadable(key);
}
