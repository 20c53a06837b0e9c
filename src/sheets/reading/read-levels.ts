import { grouped } from '../../base/grouped';
import type { RawWorkbook } from '../../base/raw-sheet';
import { compareBatches } from '../../ledger/ledger';
import type { HandDownRecord, LevelReportRecord, LevelRow, Levels } from '../../ledger/levels/levels';
import { pathBelow } from '../../ledger/levels/own-place';
import { parsePeriod } from '../../ledger/period';
import type { Plan } from '../../plan/plan';
import { statusOfWord } from '../../returns/locate/form-columns';
import { MEMBER_WORD } from '../tabs/directory-tab';
import { LEVELS_SCHEMA } from '../tabs/hidden-tabs';
import { LEVEL_REPORTS, readHanded, type LevelReportColumn } from '../tabs/level-reports-tab';
import { LEVEL_ROWS, type LevelRowColumn } from '../tabs/level-rows-tab';
import {
  LEVEL_KIND_WORD,
  LEVEL_WORD,
  STANDING_WORD,
  TIMELINESS_WORD,
  VERIFICATION_WORD,
  keyOfWord,
} from '../words';
import { isHalfChanged } from './drawn';
import { damaged, unlessDamaged } from './ledger-format-error';
import { sheetNamed } from './raw-table';
import { readTable, type ReadRow } from './read-table';

type Line = ReadRow<LevelReportColumn>;

/**
 * 下级报送 and 下级明细. Before the layout that has them, sheets of these names are the clerk's own.
 * @throws LedgerFormatError
 */
export function readLevels(workbook: RawWorkbook, plan: Plan, schema: number): Levels | undefined {
  if (schema >= LEVELS_SCHEMA) return levelsIn(workbook, plan, isHalfChanged(workbook));
  const isBegun = isHalfChanged(workbook) && sheetNamed(workbook, LEVEL_REPORTS.name) !== undefined;
  return isBegun ? unlessDamaged(() => levelsIn(workbook, plan, true)) : undefined;
}

/** @param isHalf A change has stopped half way: what it had not written to its end does not count. */
function levelsIn(workbook: RawWorkbook, plan: Plan, isHalf: boolean): Levels {
  const whole = <Value>(read: () => Value): readonly Value[] => {
    if (!isHalf) return [read()];
    const value = unlessDamaged(read);
    return value === undefined ? [] : [value];
  };
  const below = pathBelow(plan);
  const lines = readTable(workbook, LEVEL_REPORTS).flatMap((line) => {
    const kind = keyOfWord(LEVEL_KIND_WORD, line.text('kind'));
    return kind === undefined ? [] : [{ line, kind }];
  });
  const of = (wanted: keyof typeof LEVEL_KIND_WORD) =>
    lines.flatMap(({ kind, line }) => (kind === wanted ? [line] : []));
  const rows = grouped(
    readTable(workbook, LEVEL_ROWS).flatMap((row) =>
      whole(() => ({
        id: row.number('id') ?? row.unreadable('id'),
        row: { ...levelRowOf(row), path: below(filled(row, 'path')) },
      })),
    ),
    ({ id }) => id,
  );
  const places = grouped([...of('report'), ...of('below')], idOf);
  return {
    handDowns: of('handDown')
      .flatMap((line) => whole(() => handDownOf(line, below)))
      .sort((a, b) => compareBatches(a.batch, b.batch)),
    reports: of('report')
      .flatMap((line) => whole(() => reportIn(line)))
      .sort((a, b) => a.id - b.id),
  };

  function reportIn(line: Line): LevelReportRecord {
    const id = idOf(line);
    const own = rows.get(id) ?? damaged('row-missing', { sheet: LEVEL_ROWS.name, name: String(id) });
    return {
      ...reportOf(line, below),
      id,
      places: (places.get(id) ?? []).map((one) => ({
        path: below(filled(one, 'path')),
        asOf: one.date('on'),
        digest: one === line ? '' : one.text('digest'),
      })),
      rows: own.map(({ row }) => row),
    };
  }
}

function idOf(line: Line): number {
  return line.number('id') ?? line.unreadable('id');
}

function filled<Key extends string>(row: ReadRow<Key>, key: Key): string {
  const text = row.text(key);
  return text === '' ? row.unreadable(key) : text;
}

function handDownOf(line: Line, below: (path: string) => string): HandDownRecord {
  return {
    batch: filled(line, 'batch'),
    at: line.time('at'),
    on: line.date('on') ?? line.unreadable('on'),
    place: below(filled(line, 'path')),
    plan: filled(line, 'plan'),
    measures: readHanded(line.text('measures')) ?? line.unreadable('measures'),
    file: line.text('file'),
  };
}

function reportOf(
  line: Line,
  below: (path: string) => string,
): Omit<LevelReportRecord, 'id' | 'places' | 'rows'> {
  return {
    batch: filled(line, 'batch'),
    at: line.time('at'),
    place: below(filled(line, 'path')),
    plan: filled(line, 'plan'),
    title: line.text('title'),
    upperPlan: line.text('upperPlan'),
    handDown: line.text('handDown'),
    period: parsePeriod(line.text('period')) ?? line.unreadable('period'),
    asOf: line.date('on') ?? line.unreadable('on'),
    edition: line.number('edition') ?? line.unreadable('edition'),
    file: line.text('file'),
    sha256: line.text('sha256'),
    digest: filled(line, 'digest'),
    isMatched: line.text('isMatched') === MEMBER_WORD,
  };
}

/** A row of a lower place, in the ledger above and in its report. @throws LedgerFormatError */
export function levelRowOf(row: ReadRow<LevelRowColumn>): LevelRow {
  const word = <Key extends string>(
    column: LevelRowColumn,
    words: Readonly<Record<Key, string>>,
  ): Key | null => {
    const text = row.text(column).trim();
    return text === '' ? null : (keyOfWord(words, text) ?? row.unreadable(column));
  };
  const upper = row.text('upper').trim();
  const status = row.text('status').trim();
  const period = row.text('period').trim();
  return {
    path: filled(row, 'path'),
    upper: upper === LEVEL_WORD.own ? null : (row.number('upper') ?? row.unreadable('upper')),
    measure: row.number('measure') ?? row.unreadable('measure'),
    text: row.text('text'),
    standing: word('standing', STANDING_WORD) ?? row.unreadable('standing'),
    timeliness: word('timeliness', TIMELINESS_WORD) ?? row.unreadable('timeliness'),
    unit: row.text('unit'),
    office: row.text('office'),
    deadline: row.date('deadline'),
    status: status === '' ? null : (statusOfWord(status) ?? row.unreadable('status')),
    percent: row.number('percent'),
    completedOn: row.date('completedOn'),
    progress: row.text('progress'),
    problems: row.text('problems'),
    verification: word('verification', VERIFICATION_WORD),
    period: period === '' ? null : (parsePeriod(period) ?? row.unreadable('period')),
  };
}
