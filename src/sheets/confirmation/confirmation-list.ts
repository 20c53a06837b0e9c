import type { CellFormat } from '../../base/blueprint';
import { must } from '../../base/invariant';
import type { AssignmentState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import type { Timeliness } from '../../ledger/records';
import { dateContent } from '../cell-contents';
import { timelinessText } from '../figures/unit-page/page-view';
import { ReportColumns } from '../figures/report-columns';
import type { Block, SummaryRows } from '../figures/summary-rows';
import { lineWidth, textHeight, textWidth } from '../row-heights';
import { COLOR, FORMAT } from '../theme';
import { NO_DEADLINE, STANDING_WORD } from '../words';

/** Columns of the paper, in characters. Twelve, so that six figures lie evenly over the list below them. */
export const CONFIRMATION_WIDTHS: readonly number[] = [5, 11, 11, 11, 10, 9, 9, 10, 10, 10, 8, 8];

type Key = 'no' | 'text' | 'deadline' | 'standing' | 'timeliness' | 'progress' | 'problems';
type TextKey = 'text' | 'progress' | 'problems';
const TEXT_KEYS = ['text', 'progress', 'problems'] as const satisfies readonly TextKey[];

const COLUMNS = new ReportColumns<Key>([
  ['no', '序号'],
  ['text', '措施内容', 3],
  ['deadline', '完成时限'],
  ['standing', '填报状态'],
  ['timeliness', '时限状态'],
  ['progress', '最新进展', 3],
  ['problems', '存在问题', 2],
]);

const SIZE = 9;
/** A row that is no higher than this can be turned over to the next page without leaving half of one blank. */
const MOST_LINES = 18;
const FEWEST_POINTS = 24;
/** Text this small needs less between its lines than `textHeight` gives. */
const TIGHT = 0.9;

/** What presses and what is done stands out in colour as in the ledger, by its word all the same. */
const LIGHT: Readonly<Partial<Record<Timeliness, CellFormat>>> = {
  overdue: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
  dueSoon: { fill: COLOR.dueSoonFill, color: COLOR.dueSoonInk },
  doneLate: { fill: COLOR.lateFill, color: COLOR.lateInk },
  done: { fill: COLOR.doneFill, color: COLOR.doneInk },
};

export interface ConfirmationList extends Block {
  readonly heights: readonly { readonly row: number; readonly points: number }[];
}

/**
 * Every measure with all its words: what is confirmed is read whole. Words that no row holds go on in the next one, which bears
 * the number again.
 */
export function confirmationList(
  rows: SummaryRows,
  ledger: Ledger,
  assignments: readonly AssignmentState[],
): ConfirmationList {
  const header = rows.header(COLUMNS.headers, COLUMNS.width);
  const heights: { row: number; points: number }[] = [];
  const textOf = new Map(ledger.plan.measures.map(({ no, text }) => [no, text]));
  const lights: { readonly row: number; readonly look: CellFormat }[] = [];
  for (const state of assignments) {
    const words = {
      text: must(textOf.get(state.assignment.measure), `measure ${state.assignment.measure}`),
      progress: state.entry?.report.progress ?? '',
      problems: state.entry?.report.problems ?? '',
    };
    const parts = {
      text: rowParts(words.text, widthOf('text')),
      progress: rowParts(words.progress, widthOf('progress')),
      problems: rowParts(words.problems, widthOf('problems')),
    };
    const count = Math.max(...TEXT_KEYS.map((key) => parts[key].length));
    for (let at = 0; at < count; at += 1) {
      const shown = {
        text: partAt(parts.text, at),
        progress: partAt(parts.progress, at),
        problems: partAt(parts.problems, at),
      };
      const row = rows.add(COLUMNS.cells((key) => contentOf(key, state, shown, at === 0)));
      heights.push({ row, points: heightOf(shown) });
      const look = LIGHT[state.timeliness];
      if (at === 0 && look !== undefined) lights.push({ row, look });
    }
  }
  const block = { header, first: header + 1, last: rows.next - 1 };
  rows.merges.push(...COLUMNS.merges(header, block.last));
  const body = (from: Key, to: Key = from) => COLUMNS.body(from, block.first, block.last, to);
  rows.format(body('no', 'problems'), { ...FORMAT.body, size: SIZE });
  for (const key of ['no', 'standing', 'timeliness'] as const) rows.format(body(key), FORMAT.centered);
  rows.format(body('deadline'), FORMAT.date);
  for (const { row, look } of lights) rows.format(COLUMNS.body('timeliness', row, row), look);
  return { ...block, heights };
}

type Shown = Readonly<Record<TextKey, string>>;

/** Nothing where the others of the row go on and this one has come to its end. */
function partAt(parts: readonly string[], at: number): string {
  return at < parts.length ? must(parts[at], `part ${at}`) : '';
}

function contentOf(key: Key, state: AssignmentState, shown: Shown, isFirst: boolean) {
  switch (key) {
    case 'no':
      return isFirst ? state.assignment.measure : `${state.assignment.measure}（续）`;
    case 'deadline':
      return isFirst ? (dateContent(state.deadline) ?? NO_DEADLINE) : null;
    case 'standing':
      return isFirst ? STANDING_WORD[state.standing] : null;
    case 'timeliness':
      return isFirst ? timelinessText(state) : null;
    default:
      return shown[key] === '' ? null : shown[key];
  }
}

function widthOf(key: TextKey): number {
  const { left, right } = COLUMNS.body(key, 1, 1);
  return CONFIRMATION_WIDTHS.slice(left - 1, right).reduce((sum, width) => sum + width, 0);
}

function heightOf(shown: Shown): number {
  const heights = TEXT_KEYS.map((key) => TIGHT * textHeight(shown[key], widthOf(key), { size: SIZE }));
  return Math.max(FEWEST_POINTS, ...heights.map((height) => Math.ceil(height)));
}

/** Cut where a row is full; at least one part, be it empty. */
function rowParts(text: string, width: number): readonly string[] {
  const usable = lineWidth(width, SIZE);
  const parts: string[] = [];
  let part = '';
  let [lines, filled] = [1, 0];
  for (const character of text) {
    const isEnd = character === '\n';
    const taken = isEnd ? 0 : textWidth(character);
    if (isEnd || filled + taken > usable) {
      const isFull = lines === MOST_LINES;
      if (isFull) parts.push(part);
      part = isFull ? '' : part;
      [lines, filled] = [isFull ? 1 : lines + 1, 0];
      if (isFull && isEnd) continue;
    }
    part += character;
    filled += taken;
  }
  return [...parts, part];
}
