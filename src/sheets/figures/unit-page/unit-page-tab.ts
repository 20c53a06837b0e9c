import type {
  ConditionalFormat,
  DefinedName,
  RangeValidation,
  SheetBlueprint,
} from '../../../base/blueprint';
import { columnLetters } from '../../../base/raw-sheet';
import type { PeriodFigures } from '../../../ledger/figures/trend';
import type { LedgerState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { RANK_STEP } from '../../../ledger/stated-rules';
import { PAGE_BASIS } from './page-basis';
import { historyBlock, historyChart, submissionFormula } from './page-history';
import { listBlock, listColors } from './page-list';
import {
  NOTHING,
  PAGE_WIDTH,
  PAGE_WIDTHS,
  owedWords,
  pageView,
  type PageView,
  type TileCells,
} from './page-view';
import { RATE_NOTE, rateCell } from '../summary-counts';
import { SummaryRows, type Block } from '../summary-rows';
import { addTiles } from '../tiles';
import { saying } from '../../rules';
import { plainSheet, range } from '../../tab-builder';
import { submissionShown } from '../../tabs/submissions-tab';
import { COLOR, FORMAT, onePage } from '../../theme';
import {
  ALL_WORD,
  NAME,
  NO_FIGURE,
  PAGE_NAME,
  STANDING_WORD,
  SUBMISSION_WORD,
  TAB,
  TIMELINESS_WORD,
} from '../../words';

/** The label by which the choice is found again. */
export const CHOICE_LABEL = '单位';
const CHOICE_ROW = 3;
const CHOICE_LEFT = 2;
const HEADER_POINTS = 22;

/** 单位页: one office on one A4 page, whichever is chosen from its drop-down; every figure follows by formula. */
export function unitPageTab(
  ledger: Ledger,
  state: LedgerState,
  figures: readonly PeriodFigures[],
): SheetBlueprint {
  const view = pageView(ledger, state, figures);
  const rows = new SummaryRows(PAGE_WIDTHS.length);
  rows.title('单位措施进展情况', ledger.settings, PAGE_WIDTH);
  choiceRow(rows, view.office);
  const tiles = tileBlock(rows, view);
  const cells = tileCells(tiles);
  rows.heading('一、本单位应办');
  const owed = owedBlock(rows, view, cells);
  rows.heading('二、各报送期情况');
  const history = historyBlock(rows, view, cells);
  rows.heading('三、措施清单（逾期、临期的在前）');
  const list = listBlock(rows, view, cells);
  return {
    ...plainSheet(TAB.unitPage, rows.cells, PAGE_WIDTHS),
    tabColor: '4B2E83',
    hiddenColumns: PAGE_WIDTHS.flatMap((_, index) => (index < PAGE_WIDTH ? [] : [index + 1])),
    formats: rows.formats,
    rowHeights: [
      ...rows.heights(HEADER_POINTS),
      { row: CHOICE_ROW, points: 30 },
      { row: CHOICE_ROW + 1, points: 6 },
      { row: tiles, points: 34 },
      { row: tiles + 1, points: 18 },
      ...band(owed, 20),
      ...band(history, 18),
      ...band(list, list.points),
    ],
    merges: rows.merges,
    validations: [choiceRule()],
    conditionalFormats: [...owedColors(owed), ...listColors(list)],
    notes: [{ row: tiles + 1, column: 5, text: RATE_NOTE }],
    charts: [historyChart(rows, history)],
    freeze: { rows: CHOICE_ROW, columns: 0 },
    print: onePage(`${ledger.plan.title}单位措施进展情况`, range(1, 1, list.foot, PAGE_WIDTH)),
  };
}

function band({ first, last }: Block, points: number): SheetBlueprint['rowHeights'] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({ row: first + index, points }));
}

const CHOICE = range(CHOICE_ROW, CHOICE_LEFT, CHOICE_ROW, 6);

/** The cell that the page follows. */
export function choiceName(): DefinedName {
  const cell = range(CHOICE_ROW, CHOICE_LEFT, CHOICE_ROW, CHOICE_LEFT);
  return { name: PAGE_NAME.office, sheet: TAB.unitPage, range: cell };
}

function choiceRow(rows: SummaryRows, office: string): void {
  const row = rows.add([CHOICE_LABEL, office]);
  rows.add([]);
  rows.merges.push(CHOICE);
  rows.format(range(row, 1, row, 1), { ...FORMAT.heading, horizontal: 'center' });
  rows.format(CHOICE, {
    bold: true,
    size: 14,
    color: COLOR.titleInk,
    fill: COLOR.inputFill,
    border: COLOR.line,
    vertical: 'middle',
    indent: 1,
  });
}

function choiceRule(): RangeValidation {
  return {
    range: CHOICE,
    rule: { kind: 'namedList', name: PAGE_NAME.offices },
    prompt: { title: '选择单位', text: '从下拉列表选择，本页随即显示这个单位的情况。' },
    error: { title: '没有这个单位', text: '请从下拉列表选择承担措施的单位。' },
  };
}

/** Six figures over the words that say what they are, two columns each, in this order. @returns the row of the figures */
function tileBlock(rows: SummaryRows, { tally }: PageView): number {
  const { office: offices, standing, timeliness } = PAGE_BASIS.assignment;
  const counted = (by: string, word: string) => `COUNTIFS(${offices},${PAGE_NAME.office},${by},"${word}")`;
  const cells = tileCells(rows.next);
  const tiles = [
    {
      word: ALL_WORD.ofUnit,
      color: COLOR.titleInk,
      formula: `COUNTIF(${offices},${PAGE_NAME.office})`,
      result: tally.measures,
    },
    {
      word: '已完成',
      color: COLOR.doneInk,
      formula: counted(standing, STANDING_WORD.done),
      result: tally.done,
    },
    { word: '完成率', color: COLOR.doneInk, numberFormat: '0.0%', ...rateCell(cells, tally) },
    {
      word: '逾期',
      color: COLOR.overdueInk,
      formula: counted(timeliness, TIMELINESS_WORD.overdue),
      result: tally.overdue,
    },
    {
      word: '临期',
      color: COLOR.dueSoonInk,
      formula: counted(timeliness, TIMELINESS_WORD.dueSoon),
      result: tally.dueSoon,
    },
    {
      word: '长期坚持',
      color: COLOR.titleInk,
      formula: counted(standing, STANDING_WORD.ongoing),
      result: tally.ongoing,
    },
  ];
  return addTiles(rows, tiles);
}

function tileCells(row: number): TileCells {
  const cell = (tile: number) => `$${columnLetters(2 * tile + 1)}$${row}`;
  return { measures: cell(0), done: cell(1), overdue: cell(3), dueSoon: cell(4), ongoing: cell(5) };
}

/** What the office owes: the return of the period, what is overdue, due soon, never reported. */
function owedBlock(rows: SummaryRows, view: PageView, tiles: TileCells): Block {
  const { ledger, office, tally, assignments } = view;
  const { period, dueSoonDays } = ledger.settings;
  const says = owedWords(tally, assignments[0]?.overdueDays ?? 0, dueSoonDays);
  const unreported = `COUNTIFS(${PAGE_BASIS.assignment.office},${PAGE_NAME.office},${PAGE_BASIS.assignment.standing},"${STANDING_WORD.notReported}")`;
  const items = [
    [
      {
        word: '本期填报表',
        formula: submissionFormula(NAME.period),
        result: submissionShown(ledger, office, period) ?? NO_FIGURE,
      },
      {
        word: '逾期未完成',
        formula: `IF(${tiles.overdue}=0,"${NOTHING}",${tiles.overdue}&" 项，最长逾期 "&INT(MAX(${PAGE_BASIS.assignment.rank})/${RANK_STEP})&" 天")`,
        result: says.overdue,
      },
    ],
    [
      {
        word: '尚未填报',
        formula: `IF(${unreported}=0,"${NOTHING}",${unreported}&" 项")`,
        result: says.unreported,
      },
      {
        word: '即将到期',
        formula: `IF(${tiles.dueSoon}=0,"${NOTHING}",${tiles.dueSoon}&" 项，"&${NAME.dueSoonDays}&" 天内到期")`,
        result: says.dueSoon,
      },
    ],
  ] as const;
  const first = rows.next;
  for (const [left, right] of items) {
    const row = rows.next;
    const cells = [left, right].map(({ formula, result }) => ({ formula, result }));
    rows.add([left.word, null, cells[0] ?? null, null, null, null, right.word, null, cells[1] ?? null]);
    for (const [from, to] of OWED_SPANS) rows.merges.push(range(row, from, row, to));
  }
  const last = rows.next - 1;
  rows.format(range(first, 1, last, PAGE_WIDTH), FORMAT.body);
  for (const [from, to] of [OWED_SPANS[0], OWED_SPANS[2]])
    rows.format(range(first, from, last, to), { fill: COLOR.totalFill, bold: true, horizontal: 'center' });
  for (const [from, to] of [OWED_SPANS[1], OWED_SPANS[3]])
    rows.format(range(first, from, last, to), { indent: 1 });
  return { header: first, first, last };
}

/** Label and what is said, twice in a row. */
const OWED_SPANS = [
  [1, 2],
  [3, 6],
  [7, 8],
  [9, 12],
] as const;

function owedColors({ first }: Block): readonly ConditionalFormat[] {
  const red = { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true };
  const [, [left, leftTo], , [right, rightTo]] = OWED_SPANS;
  return [
    {
      range: range(first, left, first, leftTo),
      condition: saying(left, SUBMISSION_WORD.missing),
      format: red,
    },
    { range: range(first, right, first, rightTo), condition: saying(right, NOTHING, '<>'), format: red },
  ];
}
