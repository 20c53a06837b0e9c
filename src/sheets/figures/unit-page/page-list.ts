import { must } from '../../../base/invariant';
import { toSerial } from '../../../base/calendar';
import type { CellContent, ConditionalFormat, FormulaCell } from '../../../base/blueprint';
import { compare, literal, operand } from '../../../base/expression/expression';
import type { AssignmentState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { FIRST } from '../basis-columns';
import { PAGE_BASIS } from './page-basis';
import { PAGE_WIDTH, hiddenCell, timelinessText, type PageView, type TileCells } from './page-view';
import { ReportColumns } from '../report-columns';
import type { Block, SummaryRows } from '../summary-rows';
import { onSheet, range } from '../../tab-builder';
import { ENTRIES } from '../../tabs/entries-tab';
import { LEDGER, ledgerRowOf } from '../../tabs/ledger-tab';
import { COLOR, FORMAT, trafficLights } from '../../theme';
import { NAME, NO_DEADLINE, NO_FIGURE, STANDING_WORD, TAB, TIMELINESS_WORD } from '../../words';

type Column = 'no' | 'text' | 'deadline' | 'standing' | 'timeliness' | 'progress' | 'problems';

const SPANS = { text: 3, progress: 3, problems: 2 } as const;

const COLUMNS = new ReportColumns<Column>([
  ['no', '序号'],
  ['text', '措施内容', SPANS.text],
  ['deadline', '完成时限'],
  ['standing', '状态'],
  ['timeliness', '时限'],
  ['progress', '最新进展', SPANS.progress],
  ['problems', '存在问题', SPANS.problems],
]);

/** Characters that one line of a column of the sheet holds. */
const CHARACTERS = 6.2;

/** Hidden columns, from 1. */
const HIDDEN = { at: 1, place: 2, words: 3, timeliness: 4, band: 5 } as const;

/** As many lines as the office with the most needs, and no more than one page holds; so many have room for two lines of text each. */
const FEWEST = 12;
const MOST = 36;
const STEP = 4;
const ROOMY = 20;

export interface PageList extends Block {
  readonly points: number;
  /** The row that says how many are left out. */
  readonly foot: number;
}

/** What the office has to do, the most urgent first, by formula: another choice or a later day needs no rebuild. */
export function listBlock(rows: SummaryRows, view: PageView, tiles: TileCells): PageList {
  const room = Math.min(MOST, Math.max(FEWEST, Math.ceil(view.most / STEP) * STEP));
  const lines = room > ROOMY ? 1 : 2;
  const header = rows.header(COLUMNS.headers, COLUMNS.width);
  const block = { header, first: header + 1, last: header + room };
  for (let line = 0; line < room; line += 1) {
    const row = rows.next;
    const shown = view.assignments[line];
    rows.add([
      ...COLUMNS.cells((column) => contentOf(column, row, view, { shown, lines })),
      ...hiddenCells(row, block.first, view, shown),
    ]);
  }
  const left = view.assignments.length - room;
  const foot = rows.add([
    {
      formula: `IF(${tiles.measures}>${room},"另有 "&(${tiles.measures}-${room})&" 项未列出，可在台账中按牵头单位筛选。","")`,
      result: left > 0 ? `另有 ${left} 项未列出，可在台账中按牵头单位筛选。` : '',
    },
  ]);
  rows.merges.push(...COLUMNS.merges(header, block.last), range(foot, 1, foot, PAGE_WIDTH));
  const body = (from: Column, to: Column = from) => COLUMNS.body(from, block.first, block.last, to);
  rows.format(body('no', 'problems'), { vertical: 'middle', wrap: true, size: 9, color: COLOR.ink });
  for (const key of ['no', 'standing', 'timeliness'] as const) rows.format(body(key), FORMAT.centered);
  rows.format(body('deadline'), FORMAT.date);
  rows.format(range(foot, 1, foot, PAGE_WIDTH), { size: 9, color: COLOR.muted });
  return { ...block, points: lines === 1 ? 19 : 28, foot };
}

interface Line {
  readonly shown: AssignmentState | undefined;
  /** Of text in each row. */
  readonly lines: number;
}

function contentOf(column: Column, row: number, view: PageView, { shown, lines }: Line): FormulaCell {
  const { ledger } = view;
  const [at, place, words] = [
    hiddenCell(HIDDEN.at, row),
    hiddenCell(HIDDEN.place, row),
    hiddenCell(HIDDEN.words, row),
  ];
  const listed = (source: string, result: CellContent): FormulaCell => ({
    formula: `IF(${at}="","",INDEX(${source},${at}))`,
    result: resultOf(result),
  });
  switch (column) {
    case 'no':
      return listed(PAGE_BASIS.assignment.no, shown?.assignment.measure ?? '');
    case 'standing':
      return listed(PAGE_BASIS.assignment.standing, shown === undefined ? '' : STANDING_WORD[shown.standing]);
    case 'deadline':
      return listed(
        PAGE_BASIS.assignment.deadline,
        shown === undefined ? '' : shown.deadline === null ? NO_DEADLINE : toSerial(shown.deadline),
      );
    case 'timeliness': {
      const word = hiddenCell(HIDDEN.timeliness, row);
      const days = `${NAME.asOf}-${COLUMNS.cell('deadline', row)}`;
      return {
        formula: `IF(${word}="${TIMELINESS_WORD.overdue}",${word}&" "&(${days})&" 天",${word})`,
        result: shown === undefined ? '' : timelinessText(shown),
      };
    }
    case 'text': {
      const length = Math.floor(SPANS.text * CHARACTERS) * lines;
      return cut(
        `INDEX(${inLedger('text')},${place})`,
        shown === undefined ? '' : textOf(ledger, shown),
        length,
      );
    }
    default: {
      const length = Math.floor(SPANS[column] * CHARACTERS) * lines;
      const ofEntries = (key: 'id' | 'progress' | 'problems') =>
        `${TAB.entries}!$${ENTRIES.letter(key)}:$${ENTRIES.letter(key)}`;
      const ofLedger = `INDEX(${inLedger(column)},${place})`;
      const inEntries = `INDEX(${ofEntries(column)},MATCH(${words},${ofEntries('id')},0))`;
      const report = shown?.entry?.report;
      const said = `IF(${words}="${TAB.ledger}",${ofLedger},${inEntries})`;
      return cut(said, report === undefined ? '' : report[column], length);
    }
  }
}

function textOf({ plan }: Ledger, { assignment }: AssignmentState): string {
  const measure = plan.measures.find(({ no }) => no === assignment.measure);
  return must(measure, `measure ${assignment.measure}`).text;
}

/** A whole column of 台账: more measures change no formula. */
function inLedger(key: 'text' | 'progress' | 'problems'): string {
  const letter = LEDGER.letter(key);
  return `${TAB.ledger}!$${letter}:$${letter}`;
}

/** Text that fits its lines. An error, as where there is nothing to look for, shows nothing. */
function cut(source: string, text: string, length: number): FormulaCell {
  return {
    formula: `IFERROR(IF(LEN(${source})>${length},LEFT(${source},${length - 1})&"…",${source}&""),"")`,
    result: text.length > length ? `${text.slice(0, length - 1)}…` : text,
  };
}

function resultOf(content: CellContent): FormulaCell['result'] {
  return typeof content === 'object' ? '' : content;
}

/** What the cells of a row share: which assignment it is, where its measure and its words stand, how it is coloured. */
function hiddenCells(
  row: number,
  first: number,
  { ledger, state }: PageView,
  shown: AssignmentState | undefined,
): readonly FormulaCell[] {
  const at = hiddenCell(HIDDEN.at, row);
  const rank = PAGE_BASIS.assignment.rank;
  const line = `ROWS(${absoluteRow(hiddenCell(HIDDEN.at, first))}:${at})`;
  const unless = (formula: string, result: FormulaCell['result']): FormulaCell => ({
    formula: `IF(${at}="","",${formula})`,
    result: shown === undefined ? '' : result,
  });
  const no = COLUMNS.cell('no', row);
  const index = ledger.plan.measures.findIndex((one) => one.no === shown?.assignment.measure);
  const isShared = state.measures[index]?.units.length !== 1;
  return [
    {
      formula: `IFERROR(MATCH(LARGE(${rank},${line}),${rank},0),"")`,
      result: shown === undefined ? '' : FIRST + state.assignments.indexOf(shown),
    },
    unless(
      `INDEX(${PAGE_BASIS.measure.place},MATCH(${no},${PAGE_BASIS.measure.no},0))+ROW(${FIRST_OF_LEDGER})-1`,
      ledgerRowOf(index),
    ),
    unless(
      `INDEX(${PAGE_BASIS.assignment.words},${at})`,
      isShared ? (shown?.entry?.id ?? NO_FIGURE) : TAB.ledger,
    ),
    unless(
      `INDEX(${PAGE_BASIS.assignment.timeliness},${at})`,
      shown === undefined ? '' : TIMELINESS_WORD[shown.timeliness],
    ),
    unless(`MOD(${line},2)`, (row - first + 1) % 2),
  ];
}

/** Where the measures begin in 台账. */
const FIRST_OF_LEDGER = onSheet(TAB.ledger, LEDGER.body('no', ledgerRowOf(0)));

/** “$M$20” for “$M20”. */
function absoluteRow(cell: string): string {
  return cell.replace(/(\d+)$/, '$$$1');
}

/** Of the lights the first two, 逾期 and 临期: on a page what presses stands out, and every rule costs a dozen actions in Excel. */
const PRESSING = 2;

/** What presses by colour, and every other line a shade darker; a line without a measure has no colour. */
export function listColors({ first, last }: PageList): readonly ConditionalFormat[] {
  const lights = COLUMNS.body('timeliness', first, last);
  return [
    ...trafficLights(lights, PAGE_WIDTH + HIDDEN.timeliness).slice(0, PRESSING),
    {
      range: COLUMNS.body('no', first, last, 'problems'),
      condition: compare(operand(PAGE_WIDTH + HIDDEN.band), '=', literal(1)),
      format: { fill: COLOR.lockedFill },
    },
  ];
}
