import { cleanText } from '../../base/clean-text';
import type { RawRow } from '../../base/raw-sheet';
import { shownText } from './sheet-grid';

/** “填报单位：市编办” or a label with its answer in the next cell. */
const HEAD_LABELS = {
  unit: /(?:填报单位|报送单位|责任单位|牵头单位|单位名称|单位)[(（]?(?:盖章|公章)?[)）]?\s*[:：]\s*([^\s　:：]*)/u,
  period: /(?:报送期|报告期|填报期|报送周期|填报时段)\s*[:：]\s*([^\s　:：]*)/u,
} as const;

/** A line above a table that says whose it is. */
export function headedWith(office: string): string {
  return `填报单位：${office}`;
}

const FOOT_WORDS =
  /^(?:合\s*计|小\s*计|总\s*计|填报人|填表人|审核人|负责人|联系(?:人|电话|方式)|电话|填报日期|填表日期|报送日期|注\s*(?:\d+\s*)?[:：.、]|备注\s*[:：]|说明\s*[:：]|单位负责人|单位\s*[(（]?(?:盖章|公章))/u;

/** The plan's own sections and tasks, written between the rows: “（一）依法全面履行政府职能”, “二、…”. */
const HEADING =
  /^(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章节部])/u;

/** What a line above the table answers to its label, and where. */
export interface HeadAnswer {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What the lines above the table say of themselves under a label. */
export function readHead(
  rows: readonly RawRow[],
  headerRow: number,
  wanted: keyof typeof HEAD_LABELS,
): HeadAnswer | undefined {
  for (const { row, cells } of rows) {
    if (row >= headerRow) return undefined;
    for (const [index, cell] of cells.entries()) {
      const match = HEAD_LABELS[wanted].exec(cleanText(shownText(cell)));
      if (match === null) continue;
      if (match[1] !== undefined && match[1] !== '') return { text: match[1], row, column: cell.column };
      const beside = cells[index + 1];
      const answer = beside === undefined ? '' : cleanText(shownText(beside));
      if (beside !== undefined && answer !== '' && !/[:：]/u.test(answer)) {
        return { text: answer, row, column: beside.column };
      }
    }
  }
  return undefined;
}

/** Every text above the table: its titles. */
export function headTexts(rows: readonly RawRow[], headerRow: number): readonly string[] {
  return rows
    .filter(({ row }) => row < headerRow)
    .flatMap(({ cells }) => cells.map((cell) => cleanText(shownText(cell))));
}

/** A line below the data: totals, who filled the form in, notes. */
export function isFootRow(row: RawRow): boolean {
  const [first] = row.cells;
  return first !== undefined && FOOT_WORDS.test(cleanText(shownText(first)));
}

/** What the form itself says between the rows: which measures are closed and not asked again. */
const CLOSED_NOTE = /已销号.*(?:不再|无需)/u;

/** A heading between the rows, alone in its line. */
export function isHeadingRow({ cells }: RawRow): boolean {
  const [only] = cells;
  if (cells.length !== 1 || only === undefined) return false;
  const text = cleanText(shownText(only));
  return HEADING.test(text) || CLOSED_NOTE.test(text);
}
