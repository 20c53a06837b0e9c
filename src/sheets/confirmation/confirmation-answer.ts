import type { RangeValidation } from '../../base/blueprint';
import type { CellRange } from '../../base/raw-sheet';
import type { SummaryRows } from '../figures/summary-rows';
import { GAP } from '../subtitle';
import { range } from '../tab-builder';
import { COLOR, FORMAT } from '../theme';
import { CONFIRMATION_WIDTHS } from './confirmation-list';

const WIDTH = CONFIRMATION_WIDTHS.length;

/** Ticked with a pen on paper; in the file the second or the third is chosen from the cell's list. */
const ANSWERS = [`□ 核对无误${GAP}□ 有异议`, `☑ 核对无误${GAP}□ 有异议`, `□ 核对无误${GAP}☑ 有异议`] as const;

/** Where a label and the room beside it stand. */
type Place = readonly [left: number, room: number, right: number];
const WHOLE: Place = [1, 3, WIDTH];
const LEFT: Place = [1, 3, 6];
const RIGHT: Place = [7, 9, WIDTH];

interface Room {
  readonly label: string;
  readonly at: Place;
  readonly says?: string;
}

/** High enough to write in, to sign and to set a seal. */
const LINES: readonly { readonly points: number; readonly rooms: readonly Room[] }[] = [
  { points: 26, rooms: [{ label: '核对结果', at: WHOLE, says: ANSWERS[0] }] },
  { points: 50, rooms: [{ label: '异议说明\n（序号、应为内容、理由）', at: WHOLE }] },
  {
    points: 46,
    rooms: [
      { label: '负责人签字', at: LEFT },
      { label: '单位盖章', at: RIGHT },
    ],
  },
  {
    points: 26,
    rooms: [
      { label: '经办人、电话', at: LEFT },
      { label: '日期', at: RIGHT, says: `年${GAP}月${GAP}日` },
    ],
  },
];

/** Room for the office's answer, the one part of the paper that is open to it. */
export function answerRows(rows: SummaryRows): {
  readonly open: readonly CellRange[];
  readonly heights: readonly { readonly row: number; readonly points: number }[];
  readonly rule: RangeValidation;
} {
  const first = rows.next;
  const open: CellRange[] = [];
  for (const { rooms } of LINES) {
    const cells: (string | null)[] = Array.from({ length: WIDTH }, () => null);
    for (const { label, at, says } of rooms) {
      cells[at[0] - 1] = label;
      cells[at[1] - 1] = says ?? null;
    }
    const row = rows.add(cells);
    for (const { at } of rooms) {
      const [label, room] = [range(row, at[0], row, at[1] - 1), range(row, at[1], row, at[2])];
      rows.merges.push(label, room);
      rows.format(label, { ...FORMAT.body, ...FORMAT.centered, bold: true, size: 10, fill: COLOR.totalFill });
      rows.format(room, { ...FORMAT.body, ...FORMAT.centered, size: 10 });
      open.push(room);
    }
  }
  return {
    open,
    heights: LINES.map(({ points }, index) => ({ row: first + index, points })),
    rule: {
      range: range(first, WHOLE[1], first, WHOLE[2]),
      rule: { kind: 'list', values: ANSWERS },
      prompt: { title: '核对结果', text: '从下拉列表选择；打印的在方框内打勾。有异议的请在下一栏写明。' },
      error: { title: '核对结果有误', text: '请从下拉列表选择“核对无误”或者“有异议”。' },
    },
  };
}
