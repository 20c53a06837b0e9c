import type { LedgerState } from '../ledger/fold';
import type { Ledger } from '../ledger/ledger';
import type { Summary, Tally } from '../ledger/summary';
import { toSerial } from '../plan/calendar';
import type { CellRange } from '../returns/raw-sheet';
import { basisRanges, type BasisRanges } from './basis-tab';
import type { CellContent, FormulaCell, RangeFormat, SheetBlueprint } from './blueprint';
import { LEDGER_COLUMN, ledgerRowOf, sectionText, statusCells, unitsText } from './ledger-tab';
import { asOfSubtitle } from './subtitle';
import { summaryCharts } from './summary-charts';
import { onSheet, plainSheet, range, subtitleFormat } from './tab-builder';
import { COLOR, FORMAT, landscape } from './theme';
import { NO_DEADLINE, SAMPLE_MARK, STANDING_WORD, SUBMISSION_WORD, TAB, TIMELINESS_WORD } from './words';

/** Columns of the tables; the charts stand to their right. */
const WIDTH = 12;
const FULL_WIDTH = WIDTH + 12;
const HEADER_POINTS = 22;
const COUNT_HEADERS = [
  '已完成',
  '其中逾期完成',
  '推进中',
  '未启动',
  '长期坚持',
  '未填报',
  '逾期',
  '临期',
  '完成率',
] as const;

/** How each count column is counted: by standing or by timeliness. */
const COUNTS = [
  { key: 'done', by: 'standing', word: STANDING_WORD.done },
  { key: 'doneLate', by: 'timeliness', word: TIMELINESS_WORD.doneLate },
  { key: 'inProgress', by: 'standing', word: STANDING_WORD.inProgress },
  { key: 'notStarted', by: 'standing', word: STANDING_WORD.notStarted },
  { key: 'ongoing', by: 'standing', word: STANDING_WORD.ongoing },
  { key: 'notReported', by: 'standing', word: STANDING_WORD.notReported },
  { key: 'overdue', by: 'timeliness', word: TIMELINESS_WORD.overdue },
  { key: 'dueSoon', by: 'timeliness', word: TIMELINESS_WORD.dueSoon },
] as const satisfies readonly { key: keyof Tally; by: 'standing' | 'timeliness'; word: string }[];

interface Group {
  readonly label: CellContent;
  readonly tally: Tally;
  readonly note?: string;
}

/** Where a block's data stand on the tab, for formats and charts. */
export interface Block {
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

/** Collects the tab's rows from the top down. */
class SummaryRows {
  readonly cells: CellContent[][] = [];
  readonly formats: RangeFormat[] = [];
  readonly merges: CellRange[] = [];
  readonly headers: number[] = [];

  get next(): number {
    return this.cells.length + 1;
  }

  add(cells: readonly CellContent[]): number {
    this.cells.push([...cells, ...Array.from({ length: WIDTH - cells.length }, () => null)]);
    return this.cells.length;
  }

  format(target: CellRange, format: RangeFormat['format']): void {
    this.formats.push({ range: target, format });
  }

  header(cells: readonly string[], right: number): number {
    const row = this.add(cells);
    this.headers.push(row);
    this.format(range(row, 1, row, right), FORMAT.header);
    return row;
  }

  heading(text: string): void {
    if (this.next > 3) this.add([]);
    const row = this.add([text]);
    this.format(range(row, 1, row, WIDTH), FORMAT.heading);
  }
}

/** 汇总: figures as live formulas over the basis, each with its result; charts beside them; the overdue list below. */
export function summaryTab(ledger: Ledger, state: LedgerState, summary: Summary): SheetBlueprint {
  const { plan, settings } = ledger;
  const basis = basisRanges(ledger, state);
  const rows = new SummaryRows();
  rows.add([`${plan.title}进展情况汇总${settings.sample ? SAMPLE_MARK : ''}`]);
  rows.add([asOfSubtitle(settings)]);
  rows.merges.push(range(1, 1, 1, FULL_WIDTH), range(2, 1, 2, FULL_WIDTH));
  rows.format(range(1, 1, 1, FULL_WIDTH), FORMAT.title);
  rows.format(range(2, 1, 2, FULL_WIDTH), subtitleFormat(settings.sample));

  rows.heading('一、总体情况');
  countBlock(rows, '范围', '措施数', [{ label: '全部措施', tally: summary.total }], {
    measures: () => `ROWS(${basis.measure.standing})`,
    count: (count) => `COUNTIF(${basis.measure[count.by]},"${count.word}")`,
  });
  rows.heading('二、分部分');
  const bySection = summary.sections.map((group) => ({
    label: sectionText(plan, group.section),
    tally: group,
  }));
  const sections = countBlock(
    rows,
    '部分',
    '措施数',
    bySection,
    grouped(basis.measure, basis.measure.section),
  );
  totalRow(rows, sections, summary.total);
  rows.heading('三、分完成时限');
  const byYear = summary.years.map((group) => ({ label: group.year ?? NO_DEADLINE, tally: group }));
  const years = countBlock(rows, '时限年度', '措施数', byYear, grouped(basis.measure, basis.measure.year));
  rows.format(range(years.first, 1, years.last, 1), { numberFormat: '0"年底前"', horizontal: 'left' });
  totalRow(rows, years, summary.total);
  rows.heading('四、分单位');
  const byUnit = summary.units.map((group) => ({
    label: group.unit,
    tally: group,
    note: SUBMISSION_WORD[group.submission],
  }));
  const units = countBlock(
    rows,
    '单位',
    '应报项',
    byUnit,
    grouped(basis.assignment, basis.assignment.unit),
    '报送情况',
  );
  totalRow(rows, units, sumOf(summary.units));
  rows.heading('五、逾期措施清单');
  const overdue = overdueBlock(rows, ledger, state, basis);

  const widths = [
    46,
    ...Array.from({ length: WIDTH - 1 }, () => 10.5),
    2,
    ...Array.from({ length: 11 }, () => 9.5),
  ];
  return {
    ...plainSheet(TAB.summary, rows.cells, widths),
    tabColor: '2E7D4F',
    formats: rows.formats,
    rowHeights: [
      { row: 1, points: 32 },
      { row: 2, points: 20 },
      ...rows.headers.map((row) => ({ row, points: HEADER_POINTS })),
    ],
    merges: rows.merges,
    conditionalFormats: [
      {
        range: range(overdue.first, 1, overdue.capacity, 8),
        formula: `$A${overdue.first}<>""`,
        format: { fill: COLOR.overdueFill, color: COLOR.overdueInk },
      },
      ...[sections, years, units].map((block) => ({
        range: range(block.first, 9, block.last, 9),
        formula: `$I${block.first}>0`,
        format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
      })),
    ],
    charts: summaryCharts(sections, units),
    freeze: { rows: 2, columns: 1 },
    print: landscape('A3', `${plan.title}汇总`, { from: 1, to: 2 }, range(1, 1, overdue.last, FULL_WIDTH)),
  };
}

interface CountFormulas {
  readonly measures: (labelCell: string) => string;
  readonly count: (count: (typeof COUNTS)[number], labelCell: string) => string;
}

function grouped(
  basis: Pick<BasisRanges['measure'], 'standing' | 'timeliness'>,
  groups: string,
): CountFormulas {
  return {
    measures: (label) => `COUNTIF(${groups},${label})`,
    count: ({ by, word }, label) => `COUNTIFS(${groups},${label},${basis[by]},"${word}")`,
  };
}

function countBlock(
  rows: SummaryRows,
  label: string,
  measures: string,
  groups: readonly Group[],
  formulas: CountFormulas,
  note?: string,
): Block {
  const right = note === undefined ? WIDTH - 1 : WIDTH;
  const words = [label, measures, ...COUNT_HEADERS, ...(note === undefined ? [] : [note])];
  const header = rows.header(words, right);
  for (const group of groups) {
    const row = rows.next;
    const labelCell = `$A${row}`;
    rows.add([
      group.label,
      { formula: formulas.measures(labelCell), result: group.tally.measures },
      ...COUNTS.map((count) => ({
        formula: formulas.count(count, labelCell),
        result: group.tally[count.key],
      })),
      completionRate(row, group.tally),
      ...(group.note === undefined ? [] : [group.note]),
    ]);
  }
  const block = { header, first: header + 1, last: header + groups.length };
  formatCounts(rows, block.first, block.last, right);
  return block;
}

function formatCounts(rows: SummaryRows, first: number, last: number, right: number): void {
  rows.format(range(first, 1, last, right), FORMAT.body);
  rows.format(range(first, 2, last, right), FORMAT.count);
  rows.format(range(first, WIDTH - 1, last, WIDTH - 1), FORMAT.ratio);
}

function completionRate(row: number, tally: Tally): FormulaCell {
  return {
    formula: `IF($B${row}=0,0,$C${row}/$B${row})`,
    result: tally.measures === 0 ? 0 : tally.done / tally.measures,
  };
}

function totalRow(rows: SummaryRows, block: Block, total: Tally): void {
  const row = rows.next;
  const sum = (column: string, result: number): FormulaCell => ({
    formula: `SUM(${column}${block.first}:${column}${block.last})`,
    result,
  });
  rows.add([
    '合计',
    sum('B', total.measures),
    ...COUNTS.map((count, index) => sum(String.fromCharCode(67 + index), total[count.key])),
    completionRate(row, total),
  ]);
  formatCounts(rows, row, row, WIDTH - 1);
  rows.format(range(row, 1, row, WIDTH - 1), FORMAT.total);
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    measures: sum('measures'),
    done: sum('done'),
    doneLate: sum('doneLate'),
    inProgress: sum('inProgress'),
    notStarted: sum('notStarted'),
    ongoing: sum('ongoing'),
    notReported: sum('notReported'),
    overdue: sum('overdue'),
    dueSoon: sum('dueSoon'),
  };
}

/** The overdue measures by formula: room for every measure that can fall overdue, so that a later day needs no rebuild. */
function overdueBlock(
  rows: SummaryRows,
  ledger: Ledger,
  state: LedgerState,
  basis: BasisRanges,
): { first: number; last: number; capacity: number } {
  const header = rows.header(['措施内容', '序号', '完成时限', '逾期天数', '填报状态', '牵头单位'], 8);
  rows.merges.push(range(header, 6, header, 8));
  const overdue = ledger.plan.measures.flatMap((measure, index) => {
    const at = state.measures[index];
    return at?.timeliness === 'overdue' ? [{ measure, at }] : [];
  });
  const capacity = Math.max(1, ledger.plan.measures.filter(({ deadline }) => deadline !== null).length);
  const lastLedgerRow = ledgerRowOf(ledger.plan.measures.length - 1);
  const first = header + 1;
  for (let rank = 1; rank <= capacity; rank++) {
    const found = overdue[rank - 1];
    const cell = (column: keyof typeof LEDGER_COLUMN, result: FormulaCell['result']): FormulaCell => {
      const { at } = LEDGER_COLUMN[column];
      const source = onSheet(TAB.ledger, range(ledgerRowOf(0), at, lastLedgerRow, at));
      const picked = `INDEX(${source},MATCH(${rank},${basis.measure.overdueSoFar},0))`;
      return { formula: `IFERROR(IF(${picked}="","",${picked}),"")`, result };
    };
    const row = rows.add([
      cell('text', found?.measure.text ?? ''),
      cell('no', found?.measure.no ?? ''),
      cell('deadline', found?.measure.deadline == null ? '' : toSerial(found.measure.deadline)),
      cell('overdueDays', found?.at.overdueDays ?? ''),
      cell('status', found === undefined ? '' : statusCells(found.at.report).status),
      cell('unit', found === undefined ? '' : unitsText(found.measure)),
    ]);
    rows.merges.push(range(row, 6, row, 8));
  }
  const last = first + Math.max(1, overdue.length) - 1;
  const bottom = first + capacity - 1;
  rows.format(range(first, 1, bottom, 8), { vertical: 'middle', wrap: true });
  rows.format(range(first, 2, bottom, 8), FORMAT.centered);
  rows.format(range(first, 3, bottom, 3), FORMAT.date);
  rows.format(range(first, 1, last, 8), { border: COLOR.line });
  return { first, last, capacity: bottom };
}
