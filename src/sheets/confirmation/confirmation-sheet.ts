import { chineseDate } from '../../base/calendar';
import { must } from '../../base/invariant';
import type { PrintSetup, SheetBlueprint } from '../../base/blueprint';
import type { Ledger } from '../../ledger/ledger';
import { periodLabel } from '../../ledger/period';
import { SummaryRows, type Block } from '../figures/summary-rows';
import { addTiles } from '../figures/tiles';
import { rateShown } from '../figures/unit-page/page-view';
import { textHeight } from '../row-heights';
import { GAP } from '../subtitle';
import { plainSheet, range, subtitleFormat } from '../tab-builder';
import { COLOR, FORMAT, onePage } from '../theme';
import { ALL_WORD, CONFIRMATION_TITLE, SAMPLE_MARK } from '../words';
import { answerRows } from './confirmation-answer';
import { historyRows } from './confirmation-history';
import { CONFIRMATION_WIDTHS, confirmationList } from './confirmation-list';
import type { Confirmation } from './confirmation-view';

const WIDTH = CONFIRMATION_WIDTHS.length;
const ALL_WIDTHS = CONFIRMATION_WIDTHS.reduce((sum, width) => sum + width, 0);

/**
 * 反馈确认单: what an office is asked to confirm, as values, since it leaves the house: figures, what it owes, its history, its
 * measures, and room for its answer and seal.
 */
export function confirmationSheet(ledger: Ledger, asked: Confirmation, name: string): SheetBlueprint {
  const rows = new SummaryRows(WIDTH);
  const head = headRows(rows, ledger, asked);
  rows.heading('一、总体情况');
  const tiles = tileRows(rows, asked);
  rows.heading('二、各报送期情况');
  const history = historyRows(rows, ledger, asked);
  rows.heading('三、措施清单（逾期、临期的在前）');
  const list = confirmationList(rows, ledger, asked.assignments);
  rows.heading('四、核对意见');
  const answer = answerRows(rows);
  const rowHeights = [
    ...head,
    ...gapsOf(rows),
    ...rows.headers.map((row) => ({ row, points: 22 })),
    { row: tiles, points: 34 },
    { row: tiles + 1, points: 18 },
    ...heightsOf(history, 18),
    ...list.heights,
    ...answer.heights,
  ];
  return {
    ...plainSheet(name, rows.cells, CONFIRMATION_WIDTHS),
    tabColor: COLOR.titleInk,
    formats: rows.formats,
    rowHeights,
    merges: rows.merges,
    validations: [answer.rule],
    protection: { unlocked: answer.open },
    print: printOf(asked.office, rowHeights, { header: list.header, last: rows.cells.length }),
  };
}

type Heights = readonly { readonly row: number; readonly points: number }[];

function heightsOf({ first, last }: Block, points: number): Heights {
  return Array.from({ length: last - first + 1 }, (_, index) => ({ row: first + index, points }));
}

/** What sets the parts apart takes no more room than it needs. */
function gapsOf({ cells }: SummaryRows): Heights {
  return cells.flatMap((row, index) =>
    row.every((cell) => cell === null) ? [{ row: index + 1, points: 8 }] : [],
  );
}

/** Title, plan, whose it is and of which day, what is asked. */
function headRows(rows: SummaryRows, { plan, settings }: Ledger, asked: Confirmation): Heights {
  const { asOf, period, sample, office: sender } = settings;
  const about = [
    `单位：${asked.office}`,
    `统计截止日：${chineseDate(asOf)}`,
    `报送期：${periodLabel(period)}`,
  ];
  const lines = [
    `${CONFIRMATION_TITLE}${sample ? SAMPLE_MARK : ''}`,
    plan.title,
    about.join(GAP),
    `请核对以下情况，在末尾签注核对意见，由负责人签字并加盖公章，于收到后 ${sender.replyWithinDays} 日内退回${sender.name || '发出单位'}${contactOf(sender)}。${formerOf(asked)}`,
  ];
  for (const [index, line] of lines.entries()) {
    rows.add([line]);
    rows.merges.push(range(index + 1, 1, index + 1, WIDTH));
  }
  rows.format(range(1, 1, 1, WIDTH), FORMAT.title);
  rows.format(range(2, 1, 2, WIDTH), { ...subtitleFormat(sample), wrap: true });
  rows.format(range(3, 1, 3, WIDTH), {
    bold: true,
    size: 12,
    color: COLOR.titleInk,
    fill: COLOR.totalFill,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  });
  rows.format(range(4, 1, 4, WIDTH), { size: 10, color: COLOR.ink, vertical: 'middle', wrap: true });
  const fitted = (row: number, size: number, least: number) => {
    const text = must(lines[row - 1], `line ${row}`);
    return { row, points: Math.max(least, Math.ceil(textHeight(text, ALL_WIDTHS, { size }))) };
  };
  return [{ row: 1, points: 34 }, fitted(2, 10, 20), fitted(3, 12, 26), fitted(4, 10, 26)];
}

function contactOf({ contact, phone }: Ledger['settings']['office']): string {
  const said = [contact === '' ? '' : `联系人：${contact}`, phone === '' ? '' : `电话：${phone}`];
  const known = said.filter((one) => one !== '').join('，');
  return known === '' ? '' : `（${known}）`;
}

function formerOf({ formerUnits }: Confirmation): string {
  return formerUnits.length === 0 ? '' : `本单含原${formerUnits.join('、')}牵头的措施。`;
}

/** @returns the row of the figures */
function tileRows(rows: SummaryRows, { tally }: Confirmation): number {
  return addTiles(rows, [
    { word: ALL_WORD.ofUnit, color: COLOR.titleInk, value: tally.measures },
    { word: '已完成', color: COLOR.doneInk, value: tally.done },
    { word: '完成率', color: COLOR.doneInk, numberFormat: '0.0%', value: rateShown(tally) },
    { word: '逾期', color: COLOR.overdueInk, value: tally.overdue },
    { word: '临期', color: COLOR.dueSoonInk, value: tally.dueSoon },
    { word: '长期坚持', color: COLOR.titleInk, value: tally.ongoing },
  ]);
}

/** Of a row that says nothing else, here and in the programs that print. */
const DEFAULT_POINTS = 15;
/** A character of the default font is so wide; so is what the margins leave of an A4 page, and so high. */
const POINTS_A_CHARACTER = 5.4;
const PAGE = { width: 527, height: 750 } as const;
/** What is printed smaller than this is hard to read: then it takes more pages. */
const SMALLEST = 0.7;

/** One page where it can be read on one; else as many as it takes, the head of the list on each. */
function printOf(
  office: string,
  heights: Heights,
  { header, last }: { readonly header: number; readonly last: number },
): PrintSetup {
  const known = new Map(heights.map(({ row, points }) => [row, points]));
  const high = Array.from({ length: last }, (_, index) => known.get(index + 1) ?? DEFAULT_POINTS).reduce(
    (sum, points) => sum + points,
    0,
  );
  const scale = Math.min(PAGE.width / (ALL_WIDTHS * POINTS_A_CHARACTER), PAGE.height / high);
  const page = onePage(`${office}${GAP}${CONFIRMATION_TITLE}`, range(1, 1, last, WIDTH));
  if (scale >= SMALLEST) return page;
  const { fitHeight: _fitHeight, ...flowing } = page;
  return { ...flowing, repeatRows: { from: header, to: header } };
}
