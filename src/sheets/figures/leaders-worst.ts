import type { BasisRanges } from './basis-ranges';
import { ledgerColumn, overdueRankOf } from './basis-columns';
import { leadersText } from '../../ledger/units/assignments';
import type { LedgerState, MeasureState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { toSerial } from '../../base/calendar';
import type { ConditionalFormat, FormulaCell } from '../../base/blueprint';
import { type LedgerColumn, statusCells } from '../tabs/ledger-tab';
import type { Block, SummaryRows } from './summary-rows';
import { range } from '../tab-builder';
import { COLOR, FORMAT } from '../theme';

/** The page's columns. */
const WIDTH = 12;
/** Characters of a measure's text that two lines of the list hold. */
const TEXT_LENGTH = 50;
const WORST = 10;

function cut(text: string): string {
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH - 1)}…` : text;
}

/** The measures longest overdue, by formula: a later day needs no rebuild. */
export function worstBlock(rows: SummaryRows, ledger: Ledger, state: LedgerState, basis: BasisRanges): Block {
  const header = rows.header(
    ['序号', '措施内容', '', '', '', '', '', '牵头单位', '', '完成时限', '逾期天数', '状态'],
    WIDTH,
  );
  const worst = longestOverdue(state);
  const measures = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  for (let rank = 1; rank <= WORST; rank++) {
    const found = worst[rank - 1];
    const measure = measures.get(found?.measure ?? 0);
    const at = `INDEX(${basis.measure.place},MATCH(LARGE(${basis.measure.overdueRank},${rank}),${basis.measure.overdueRank},0))`;
    const picked = (column: LedgerColumn) =>
      `INDEX(${ledgerColumn(ledger.plan.measures.length, column)},${at})`;
    const cell = (column: LedgerColumn, result: FormulaCell['result']): FormulaCell => ({
      formula: `IFERROR(IF(${picked(column)}="","",${picked(column)}),"")`,
      result,
    });
    const text = picked('text');
    rows.add([
      cell('no', found?.measure ?? ''),
      {
        formula: `IFERROR(IF(LEN(${text})>${TEXT_LENGTH},LEFT(${text},${TEXT_LENGTH - 1})&"…",${text}),"")`,
        result: cut(measure?.text ?? ''),
      },
      ...[null, null, null, null, null],
      cell('unit', measure === undefined ? '' : leadersText(measure)),
      null,
      cell('deadline', found?.deadline == null ? '' : toSerial(found.deadline)),
      cell('overdueDays', found?.overdueDays ?? ''),
      cell('status', found === undefined ? '' : statusCells(found.report).status),
    ]);
  }
  const block = { header, first: header + 1, last: header + WORST };
  for (let row = header; row <= block.last; row++) {
    rows.merges.push(range(row, 2, row, 7), range(row, 8, row, 9));
  }
  rows.format(range(block.first, 1, block.last, WIDTH), FORMAT.body);
  rows.format(range(block.first, 2, block.last, 9), { size: 9 });
  for (const column of [1, 8, 11, 12]) {
    rows.format(range(block.first, column, block.last, column), FORMAT.centered);
  }
  rows.format(range(block.first, 10, block.last, 10), FORMAT.date);
  return block;
}

function longestOverdue(state: LedgerState): readonly MeasureState[] {
  const ranked = state.measures.map((measure, index) => ({ measure, rank: overdueRankOf(measure, index) }));
  return ranked
    .filter(({ rank }) => rank !== '')
    .sort((a, b) => Number(b.rank) - Number(a.rank))
    .map(({ measure }) => measure);
}

/** The days of a line, once a formula fills it. */
export function worstColor({ first, last }: Block): ConditionalFormat {
  return {
    range: range(first, 11, last, 11),
    formula: `$K${first}<>""`,
    format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
  };
}
