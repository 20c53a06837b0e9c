import { must } from '../../../base/invariant';
import { toSerial } from '../../../base/calendar';
import { columnLetters } from '../../../base/raw-sheet';
import type { CellContent, DefinedName } from '../../../base/blueprint';
import { grouped } from '../../../base/grouped';
import { tally, type Tally } from '../../../ledger/figures/summary';
import type { PeriodFigures } from '../../../ledger/figures/trend';
import type { AssignmentState, LedgerState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { PAGE_RANK, ruleOf } from '../../../ledger/stated-rules';
import type { PeriodCode } from '../../../ledger/records';
import { officeInCharge, officesOn } from '../../../ledger/units/offices';
import {
  FIRST,
  GAP,
  OVERDUE_COLUMN,
  assignmentCell,
  assignmentColumn,
  measureColumn,
} from '../basis-columns';
import { shownPeriods } from '../trend-tab';
import { ruleFormula } from '../../rules';
import { range, type TabColumn } from '../../tab-builder';
import { ALL_WORD, NAME, NO_FIGURE, PAGE_NAME, TAB } from '../../words';

/** Beside its row of the assignments: whose page it is on, where what was said of it in words stands, how far up it comes. */
const OF_ASSIGNMENT = {
  office: { header: '承接单位', width: 18 },
  words: { header: '进展出处', width: 10 },
  rank: { header: '单位页排序', width: 14 },
} as const satisfies Record<string, TabColumn>;

const OFFICES = { header: '单位名单', width: 18 } as const satisfies TabColumn;

/** How an office's assignments stood at the close of each earlier period. */
const HISTORY = {
  /** Of both in one: a month alone would be taken for a date where it is looked for. */
  key: { header: '往期和单位', width: 24 },
  measures: { header: ALL_WORD.owed, width: 8 },
  done: { header: '已完成', width: 8 },
  ongoing: { header: '长期坚持', width: 8 },
  overdue: { header: '逾期', width: 8 },
} as const satisfies Record<string, TabColumn>;

export type HistoryPart = keyof typeof HISTORY;

/** The page's own columns of 统计底表 stand right of everything else in it. */
const LEFT = OVERDUE_COLUMN + 2;
const OFFICES_COLUMN = LEFT + Object.keys(OF_ASSIGNMENT).length + 1;
const HISTORY_LEFT = OFFICES_COLUMN + 2;

export const PAGE_COLUMNS: readonly TabColumn[] = [
  GAP,
  ...Object.values(OF_ASSIGNMENT),
  GAP,
  OFFICES,
  GAP,
  ...Object.values(HISTORY),
];

/** A whole column of 统计底表: more measures or more periods change no formula that speaks of it. */
function wholeColumn(column: number): string {
  const letters = columnLetters(column);
  return `${TAB.basis}!$${letters}:$${letters}`;
}

const ofAssignment = (part: keyof typeof OF_ASSIGNMENT) =>
  wholeColumn(LEFT + Object.keys(OF_ASSIGNMENT).indexOf(part));

/** Columns of 统计底表 that the page looks into, as its formulas write them. */
export const PAGE_BASIS = {
  assignment: {
    no: wholeColumn(assignmentColumn('no')),
    deadline: wholeColumn(assignmentColumn('deadline')),
    standing: wholeColumn(assignmentColumn('standing')),
    timeliness: wholeColumn(assignmentColumn('timeliness')),
    office: ofAssignment('office'),
    words: ofAssignment('words'),
    rank: ofAssignment('rank'),
  },
  measure: { no: wholeColumn(measureColumn('no')), place: wholeColumn(measureColumn('place')) },
} as const;

/** How offices stood at the close of earlier periods, likewise. */
export function historyRange(part: HistoryPart): string {
  return wholeColumn(HISTORY_LEFT + Object.keys(HISTORY).indexOf(part));
}

/** The offices that a page can be made for, in the order of the directory. Empty for a ledger without assignments. */
export function pageOffices(ledger: Ledger): readonly string[] {
  return officesOn(ledger, ledger.settings.asOf).map(({ office }) => office);
}

/** The office whose page is shown: the one that was chosen, as long as it is in charge of anything. */
export function shownOffice(ledger: Ledger): string {
  const offices = pageOffices(ledger);
  const { shownOffice: chosen } = ledger.settings;
  return offices.includes(chosen) ? chosen : (offices[0] ?? '');
}

/** How a row of the earlier periods is found. */
function historyKey(period: string, office: string): string {
  return `${period}|${office}`;
}

/** What the drop-down offers. */
export function officesName(ledger: Ledger): DefinedName {
  const count = Math.max(1, pageOffices(ledger).length);
  return {
    name: PAGE_NAME.offices,
    sheet: TAB.basis,
    range: range(FIRST, OFFICES_COLUMN, FIRST + count - 1, OFFICES_COLUMN),
  };
}

/** An office's figures at the close of an earlier period. */
export interface OfficeHistory {
  readonly period: PeriodCode;
  readonly office: string;
  readonly tally: Tally;
}

/** The assignments of each office as they stood at the close of each earlier period, whoever was in charge of them then. */
export function officeHistory(
  { directory, settings }: Ledger,
  offices: readonly string[],
  figures: readonly PeriodFigures[],
): readonly OfficeHistory[] {
  return shownPeriods(figures)
    .slice(0, -1)
    .flatMap(({ period, assignments }) => {
      const held = grouped(assignments, ({ assignment }) =>
        officeInCharge(directory, assignment, settings.asOf),
      );
      return offices.map((office) => ({ period, office, tally: tally(held.get(office) ?? []) }));
    });
}

/** The page's own columns, row by row below the header. */
export function pageRows(
  ledger: Ledger,
  state: LedgerState,
  figures: readonly PeriodFigures[],
): readonly (readonly CellContent[])[] {
  const offices = pageOffices(ledger);
  const shown = shownOffice(ledger);
  const shared = new Set(
    state.measures.filter(({ units }) => units.length !== 1).map(({ measure }) => measure),
  );
  const history = officeHistory(ledger, offices, figures);
  const rows = Math.max(state.assignments.length, offices.length, history.length);
  return Array.from({ length: rows }, (_, index) => {
    const assignment = state.assignments[index];
    return [
      null,
      ...(assignment === undefined
        ? Object.keys(OF_ASSIGNMENT).map(() => null)
        : assignmentCells(ledger, state, index, { shown, shared })),
      null,
      offices.at(index) ?? null,
      null,
      ...historyCells(history[index]),
    ];
  });
}

function historyCells(history: OfficeHistory | undefined): readonly CellContent[] {
  if (history === undefined) return Object.keys(HISTORY).map(() => null);
  const { period, office, tally: counts } = history;
  return [historyKey(period, office), counts.measures, counts.done, counts.ongoing, counts.overdue];
}

/** What its unit said stands in 台账; what several said of a shared measure is put together there, and apart in 填报明细. */
function assignmentCells(
  ledger: Ledger,
  { assignments, asOf }: LedgerState,
  index: number,
  { shown, shared }: { readonly shown: string; readonly shared: ReadonlySet<number> },
): readonly CellContent[] {
  const state = must(assignments[index], `assignment ${index}`);
  const office = officeInCharge(ledger.directory, state.assignment, ledger.settings.asOf);
  const row = FIRST + index;
  const [own, standing] = [LEFT, assignmentColumn('standing')].map(columnLetters);
  const rank = ruleFormula(PAGE_RANK, {
    timeliness: assignmentCell('timeliness', row),
    standing: assignmentCell('standing', row),
    deadline: assignmentCell('deadline', row),
    asOf: NAME.asOf,
    place: `ROWS($${standing}$${FIRST}:$${standing}${row})`,
  });
  // Nearly every unit is still its own office: one formula goes over for all of them, no name a row.
  const isItself = office === state.assignment.unit;
  return [
    isItself ? { formula: assignmentCell('unit', row), result: office } : office,
    shared.has(state.assignment.measure) ? (state.entry?.id ?? NO_FIGURE) : TAB.ledger,
    {
      formula: `IF($${own}${row}=${PAGE_NAME.office},${rank},"")`,
      result: office === shown ? pageRankOf(state, index, asOf) : '',
    },
  ];
}

const rankOf = ruleOf(PAGE_RANK);

/** The rule `PAGE_RANK`. @param index from 0, in the order of the assignments */
export function pageRankOf(
  { timeliness, standing, deadline }: Pick<AssignmentState, 'timeliness' | 'standing' | 'deadline'>,
  index: number,
  asOf: LedgerState['asOf'],
): number {
  return rankOf({
    timeliness,
    standing,
    deadline: deadline === null ? null : toSerial(deadline),
    asOf: toSerial(asOf),
    place: index + 1,
  });
}
