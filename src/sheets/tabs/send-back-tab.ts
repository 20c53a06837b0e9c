import { SEVERITIES } from '../../base/severity';
import type { CellContent, WorkbookBlueprint } from '../../base/blueprint';
import type { FindingLine } from './findings-tab';
import { withFittedRows } from '../row-heights';
import { GAP } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range, titledTable, type TabColumn } from '../tab-builder';
import { MARK_FILL } from '../../returns/locate/form-columns';
import { FORMAT, landscape } from '../theme';

export const SEND_BACK_SHEET = '退回说明';

/** What each kind of finding asks of the unit. */
const SEND_BACK_WORD = { error: '须更正', warning: '请核实', corrected: '已代为更正' } as const;

const COLUMNS: readonly TabColumn[] = [
  { header: '序号', width: 6, format: FORMAT.count },
  { header: '类别', width: 12, format: FORMAT.centered },
  { header: '单元格', width: 16, format: FORMAT.centered },
  { header: '措施', width: 10, format: FORMAT.centered },
  { header: '栏目', width: 12, format: FORMAT.centered },
  { header: '原内容', width: 26 },
  { header: '问题', width: 46 },
  { header: '更正办法', width: 46 },
];
const KIND_COLUMN = 2;

/** What a file is sent back with. */
export interface SendBack {
  /** Names the unit and the period where they are known, otherwise the file. */
  readonly subject: string;
  /** In the order they are to be listed. */
  readonly lines: readonly FindingLine[];
  /** Whether the tab lies in a copy of the file, so that its cells can be linked and are marked. */
  readonly marked: boolean;
}

/** 退回说明: the first tab of the copy that goes back to a unit, every finding with its cell, problem and cure. */
export function sendBackWorkbook({ subject, lines, marked }: SendBack): WorkbookBlueprint {
  const title = SEND_BACK_SHEET;
  const sheet = titledTable({
    name: SEND_BACK_SHEET,
    title,
    subtitle: `${subject}${GAP}${countsOf(lines)}\n${marked ? MARKED_HINT : UNMARKED_HINT}`,
    sample: false,
    columns: COLUMNS,
    rows: lines.map((line, index) => rowOf(line, index + 1, marked)),
  });
  return {
    sheets: [
      withFittedRows({
        ...sheet,
        formats: [
          ...sheet.formats,
          { range: range(2, 1, 2, COLUMNS.length), format: { wrap: true } },
          ...lines.map(({ severity }, index) => ({
            range: range(FIRST_ROW + index, KIND_COLUMN, FIRST_ROW + index, KIND_COLUMN),
            format: { fill: MARK_FILL[severity], bold: severity === 'error' },
          })),
        ],
        rowHeights: sheet.rowHeights.map((height) => (height.row === 2 ? { row: 2, points: 38 } : height)),
        print: landscape('A4', SEND_BACK_SHEET, { from: 1, to: HEADER_ROW }),
      }),
    ],
    names: [],
    title,
    activeSheet: SEND_BACK_SHEET,
  };
}

const MARKED_HINT =
  '请在本文件中直接改正后重新报送。红色单元格须更正，黄色请核实，蓝色已按“更正办法”读取；鼠标停在单元格上可看说明。';
const UNMARKED_HINT = '请按下列说明改正后重新报送。';

/** “须更正 3 处，请核实 1 处”. */
function countsOf(lines: readonly FindingLine[]): string {
  return SEVERITIES.map((kind) => ({ kind, count: lines.filter(({ severity }) => severity === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${SEND_BACK_WORD[kind]} ${count} 处`)
    .join('，');
}

function rowOf(line: FindingLine, number: number, marked: boolean): readonly CellContent[] {
  const place = line.cell === '' ? line.sheet : `${line.sheet}!${line.cell}`;
  return [
    number,
    SEND_BACK_WORD[line.severity],
    marked && line.cell !== '' ? { text: place, sheet: line.sheet, cell: line.cell } : place,
    line.measure === null ? '' : `第${line.measure}项`,
    line.field,
    line.value,
    line.message,
    line.suggestion,
  ];
}
