import { must } from '../../../base/invariant';
import { columnLetters } from '../../../base/raw-sheet';
import type { CellContent, FormulaCell } from '../../../base/blueprint';
import type { AssignmentCounts, AssignmentRow } from '../../../ledger/figures/assignment-rows';
import type { Ledger } from '../../../ledger/ledger';
import type { Plan } from '../../../plan/plan';
import { FIRST_ROW } from '../../tab-builder';
import type { LedgerColumn } from '../../tabs/ledger-tab';
import { tableTab } from '../../tabs/table-tab';
import { FORMAT } from '../../theme';
import {
  AGE_WORD,
  NO_DEADLINE,
  STANDING_WORD,
  SUBMISSION_WORD,
  TAB,
  TIMELINESS_WORD,
  VERIFICATION_WORD,
} from '../../words';
import { FIRST, assignmentColumn, ledgerColumn, type AssignmentKey } from '../basis-columns';
import type { BasisRanges } from '../basis-ranges';

/** A row of the tab. Those of the current period stand first and are live; each earlier period has as many below, as values. */
export interface SourceRow {
  readonly ledger: Ledger;
  readonly basis: BasisRanges;
  readonly row: number;
  /** From 0, within its period. */
  readonly index: number;
  readonly isCurrent: boolean;
  readonly of: AssignmentRow;
}

export const PIVOT_SOURCE_TABLE = 'PivotSourceTable';

/** What stands in 核实状态 where nobody has reported yet. */
const NOTHING_TO_VERIFY = STANDING_WORD.notReported;
/** A status in words of somebody’s own. */
const OTHER_STANDING = '其他';
/** Of a measure's text: enough to know it by, short enough for a line of a PivotTable. */
const LABEL_LENGTH = 36;

function cellOf(key: SourceColumn, row: number): string {
  return `$${columnLetters(PIVOT_SOURCE.at(key))}${row}`;
}

/** What holds of an assignment in every period: said in the rows of the current one, repeated from there in earlier ones. */
function lasting(
  key: () => SourceColumn,
  formula: (row: SourceRow) => string,
  result: (row: AssignmentRow) => string | number,
) {
  return (row: SourceRow): FormulaCell => ({
    formula: row.isCurrent ? formula(row) : cellOf(key(), FIRST_ROW + row.index),
    result: result(row.of),
  });
}

/** What follows 统计底表 in the current period, and stands as it was in earlier ones. */
function live(key: AssignmentKey, of: (row: AssignmentRow) => string, formula = (cell: string) => cell) {
  return (row: SourceRow): CellContent =>
    row.isCurrent ? { formula: formula(basisCell(key, row)), result: of(row.of) } : of(row.of);
}

/** Whatever is typed as a status, a PivotTable has so many columns at most: else it would not find room beside another. */
function knownStanding(cell: string): string {
  const words = Object.values(STANDING_WORD).map((known) => `${cell}="${known}"`);
  return `IF(OR(${words.join(',')}),${cell},"${OTHER_STANDING}")`;
}

function basisCell(key: AssignmentKey, { index }: SourceRow): string {
  return `${TAB.basis}!$${columnLetters(assignmentColumn(key))}${FIRST + index}`;
}

/** A cell of the measure's row in 台账, wherever the clerk has sorted it to. */
function picked({ ledger, basis, row }: SourceRow, key: LedgerColumn): string {
  return `INDEX(${ledgerColumn(ledger.plan.measures.length, key)},INDEX(${basis.measure.place},${listed(basis, row)}))`;
}

/** Where the measure stands among those of 统计底表. */
function listed(basis: BasisRanges, row: number): string {
  return `MATCH(${cellOf('no', row)},${basis.measure.no})`;
}

/** In the order of the plan wherever texts are sorted: by pinyin 一 comes after 二. */
function numberedSection({ sections }: Plan, no: string): string {
  const place = sections.findIndex((one) => one.no === no);
  const width = String(sections.length).length;
  return place === -1
    ? no
    : `${String(place + 1).padStart(width, '0')}.${must(sections[place], 'section').title}`;
}

function label({ measure: { no, text } }: AssignmentRow): string {
  const cut = text.slice(0, LABEL_LENGTH);
  return `${no}.${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}`;
}

function yearWord({ year }: AssignmentRow): string {
  return year === null ? NO_DEADLINE : `${year}年`;
}

/** 1 where a column of the row says one of these words, else 0. */
function counted(
  key: keyof AssignmentCounts,
  by: () => SourceColumn,
  word: string,
  [then, otherwise] = [1, 0],
) {
  return ({ row, of }: SourceRow): FormulaCell => ({
    formula: `IF(${cellOf(by(), row)}="${word}",${then},${otherwise})`,
    result: of.counts[key],
  });
}

const count = { width: 9, format: FORMAT.count, read: 'drawn' } as const;
const word = { width: 10, format: FORMAT.centered, read: 'drawn' } as const;
const text = { width: 18, format: FORMAT.centered, read: 'drawn' } as const;

/** 透视底表, column by column; none is read back. */
export const PIVOT_SOURCE = tableTab<SourceRow>()(TAB.pivotSource, PIVOT_SOURCE_TABLE, {
  age: {
    ...word,
    header: '期别',
    write: ({ isCurrent }) => (isCurrent ? AGE_WORD.current : AGE_WORD.earlier),
  },
  period: { ...word, header: '报送期', write: ({ of }) => of.period },
  unit: {
    ...text,
    header: '单位',
    write: lasting(
      () => 'unit',
      (row) => basisCell('unit', row),
      ({ unit }) => unit,
    ),
  },
  office: {
    ...text,
    header: '承接单位',
    write: ({ row, of }) =>
      of.office === of.unit ? { formula: cellOf('unit', row), result: of.unit } : of.office,
  },
  no: {
    ...count,
    header: '序号',
    write: lasting(
      () => 'no',
      (row) => basisCell('no', row),
      ({ measure }) => measure.no,
    ),
  },
  section: {
    ...text,
    header: '部分',
    write: ({ ledger, index, isCurrent, of }) =>
      isCurrent
        ? numberedSection(ledger.plan, of.measure.section)
        : {
            formula: cellOf('section', FIRST_ROW + index),
            result: numberedSection(ledger.plan, of.measure.section),
          },
  },
  task: {
    ...text,
    header: '任务',
    write: lasting(
      () => 'task',
      (row) => picked(row, 'task'),
      ({ measure }) => `${measure.taskNo}.${measure.task}`,
    ),
  },
  measure: {
    ...text,
    header: '措施',
    width: 40,
    write: lasting(
      () => 'measure',
      (row) => `${cellOf('no', row.row)}&"."&LEFT(${picked(row, 'text')},${LABEL_LENGTH})`,
      label,
    ),
  },
  year: {
    ...word,
    header: '时限年度',
    write: live('deadline', yearWord, (cell) => `IF(ISNUMBER(${cell}),YEAR(${cell})&"年","${NO_DEADLINE}")`),
  },
  standing: {
    ...word,
    header: '填报状态',
    write: live('standing', ({ state }) => STANDING_WORD[state.standing], knownStanding),
  },
  timeliness: {
    ...word,
    header: '时限状态',
    write: live('timeliness', ({ state }) => TIMELINESS_WORD[state.timeliness]),
  },
  verification: {
    ...word,
    header: '核实状态',
    write: ({ of: { state } }) =>
      state.verification === null ? NOTHING_TO_VERIFY : VERIFICATION_WORD[state.verification],
  },
  submission: { ...word, header: '报送状态', write: ({ of }) => SUBMISSION_WORD[of.submission] },
  percent: { ...count, header: '进度', format: FORMAT.percentNumber, write: ({ of }) => of.percent },
  owed: { ...count, header: '应报', write: ({ of }) => of.counts.owed },
  returned: {
    ...count,
    header: '已报',
    write: counted('returned', () => 'submission', SUBMISSION_WORD.missing, [0, 1]),
  },
  done: { ...count, header: '已完成', write: counted('done', () => 'standing', STANDING_WORD.done) },
  doneLate: {
    ...count,
    header: '逾期完成',
    write: counted('doneLate', () => 'timeliness', TIMELINESS_WORD.doneLate),
  },
  overdue: {
    ...count,
    header: '逾期',
    write: counted('overdue', () => 'timeliness', TIMELINESS_WORD.overdue),
  },
  dueSoon: {
    ...count,
    header: '临期',
    write: counted('dueSoon', () => 'timeliness', TIMELINESS_WORD.dueSoon),
  },
  ongoing: {
    ...count,
    header: '长期坚持',
    write: counted('ongoing', () => 'standing', STANDING_WORD.ongoing),
  },
  /** Its average is the completion rate: 1 where done, 0 where not, and nothing where the work goes on for good. */
  rated: {
    ...count,
    header: '计入完成率',
    format: FORMAT.ratio,
    write: ({ row, of: { counts } }) => ({
      formula: `IF(${cellOf('standing', row)}="${STANDING_WORD.ongoing}","",${cellOf('done', row)})`,
      result: counts.ongoing === 1 ? '' : counts.done,
    }),
  },
});

export type SourceColumn =
  | 'rated'
  | 'age'
  | 'period'
  | 'unit'
  | 'office'
  | 'section'
  | 'task'
  | 'no'
  | 'measure'
  | 'year'
  | 'standing'
  | 'timeliness'
  | 'verification'
  | 'submission'
  | 'percent'
  | keyof AssignmentCounts;
