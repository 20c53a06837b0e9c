import type { CalendarDate } from '../base/calendar';

/** Rises when a column or a kind of row is added or changes its meaning; files of a higher one are refused. */
export const TABLE_VERSION = 2;

/** What a column holds: text, a whole number, a number, a day of the calendar, yes or no. */
type ColumnType = 'text' | 'whole' | 'number' | 'date' | 'flag';

/** The long table of docs/long-table.md, column by column, in the order of the file. Every column may be empty. */
export const COLUMNS = {
  schema: 'whole',
  ledger: 'text',
  workbook: 'text',
  place: 'text',
  plan: 'text',
  kind: 'text',
  id: 'whole',
  batch: 'text',
  at_time: 'text',
  is_undone: 'flag',
  measure: 'whole',
  section: 'text',
  unit: 'text',
  office: 'text',
  period: 'text',
  period_rank: 'whole',
  on_date: 'date',
  deadline: 'date',
  old_deadline: 'date',
  origin: 'text',
  status: 'text',
  previous_status: 'text',
  percent: 'number',
  completed_on: 'date',
  progress: 'text',
  problems: 'text',
  next_steps: 'text',
  evidence: 'text',
  remark: 'text',
  verification: 'text',
  decision: 'text',
  letter: 'text',
  stage: 'text',
  year: 'whole',
  serial: 'whole',
  reason: 'text',
  item: 'text',
  text: 'text',
  undone: 'text',
  is_unsent: 'flag',
  file: 'text',
  sha256: 'text',
  verdict: 'text',
  findings: 'whole',
  receipt: 'text',
  action: 'text',
  source: 'text',
  is_ordered: 'flag',
  is_ranked: 'flag',
  place_path: 'text',
  place_measure: 'whole',
  standing: 'text',
  timeliness: 'text',
  plan_below: 'text',
  plan_above: 'text',
  hand_down: 'text',
  edition: 'whole',
  digest: 'text',
  is_matched: 'flag',
} as const satisfies Readonly<Record<string, ColumnType>>;

export type ColumnName = keyof typeof COLUMNS;

interface ValueOf {
  readonly text: string;
  readonly whole: number;
  readonly number: number;
  readonly date: CalendarDate;
  readonly flag: boolean;
}

/** What one row says; a column that is not there is empty. */
export type TableRow = {
  readonly [Name in ColumnName]?: ValueOf[(typeof COLUMNS)[Name]] | null;
};

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

/** The columns of version 1: those that came later stand behind them. */
export const FIRST_COLUMN_NAMES = COLUMN_NAMES.slice(0, COLUMN_NAMES.indexOf('place_path'));

/** Kinds of rows from which a ledger is made again; the others say what follows from them. */
export type KeptKind =
  | 'plan'
  | 'setting'
  | 'unit'
  | 'short_name'
  | 'successor'
  | 'split'
  | 'member'
  | 'report'
  | 'verification'
  | 'extension'
  | 'letter'
  | 'letter_measure'
  | 'note'
  | 'undo'
  | 'submission'
  | 'receipt'
  | 'hand_down'
  | 'level_report'
  | 'level_place'
  | 'level_row'
  | 'log'
  | 'finding';

export type DerivedKind = 'section' | 'measure' | 'assignment' | 'period' | 'charge';

/** Why a file is no table that can be read. */
export type TableFault = 'notTable' | 'newer' | 'damaged';

export class TableError extends Error {
  override readonly name = 'TableError';
  constructor(
    readonly fault: TableFault,
    /** What could not be read, for `damaged`. */
    readonly where: { readonly column: string; readonly value: string } = { column: '', value: '' },
  ) {
    super(fault);
  }
}
