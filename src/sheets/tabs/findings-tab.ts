import type { Ledger } from '../../ledger/ledger';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { LEDGER_COLUMN, ledgerRowOf } from './ledger-tab';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range, titledTable, type TabColumn } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { SAMPLE_MARK, TAB } from '../words';

/** One finding of the last check, in words, as the findings tab keeps it. */
export interface FindingLine {
  readonly file: string;
  readonly unit: string;
  readonly severity: 'error' | 'warning' | 'corrected';
  readonly measure: number | null;
  readonly field: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly message: string;
  readonly suggestion: string;
}

export const SEVERITY_WORD = { error: '错误', warning: '提醒', corrected: '已更正' } as const;
export const FINDING_COLUMNS: readonly TabColumn[] = [
  { header: '单位', width: 20 },
  { header: '级别', width: 9, format: FORMAT.centered },
  { header: '序号', width: 7, format: FORMAT.count },
  { header: '栏目', width: 12, format: FORMAT.centered },
  { header: '位置', width: 16, format: FORMAT.centered },
  { header: '原内容', width: 26 },
  { header: '问题', width: 44 },
  { header: '处理建议', width: 44 },
  { header: '文件', width: 30 },
];

/** 校验结果: the findings of the last check; the number links to the measure's row, since the cell lies in another file. */
export function findingsTab(
  ledger: Ledger,
  findings: readonly FindingLine[],
  sheetsHere: ReadonlySet<string>,
): SheetBlueprint {
  const rowOfMeasure = new Map(ledger.plan.measures.map(({ no }, index) => [no, ledgerRowOf(index)]));
  const link = (line: FindingLine): CellContent => {
    const row = line.measure === null ? undefined : rowOfMeasure.get(line.measure);
    if (row === undefined) return line.measure;
    return {
      text: String(line.measure),
      sheet: TAB.ledger,
      cell: `${LEDGER_COLUMN.status.letter}${row}`,
    };
  };
  const place = (line: FindingLine): CellContent => {
    const text = line.cell === '' ? line.sheet : `${line.sheet}!${line.cell}`;
    return sheetsHere.has(line.sheet) && line.cell !== ''
      ? { text, sheet: line.sheet, cell: line.cell }
      : text;
  };
  const rows = findings.map((line) => [
    line.unit,
    SEVERITY_WORD[line.severity],
    link(line),
    line.field,
    place(line),
    line.value,
    line.message,
    line.suggestion,
    line.file,
  ]);
  const lastRow = HEADER_ROW + Math.max(1, rows.length);
  return {
    ...titledTable({
      name: TAB.findings,
      title: `校验结果${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        ledger.settings,
        findings.length === 0
          ? '最近一次校验没有发现问题，或尚未校验'
          : `最近一次校验发现 ${findings.length} 个问题`,
      ),
      sample: ledger.settings.sample,
      columns: FINDING_COLUMNS,
      rows,
      table: 'FindingsTable',
    }),
    conditionalFormats: [
      {
        range: range(FIRST_ROW, 2, lastRow, 2),
        formula: `$B${FIRST_ROW}="${SEVERITY_WORD.error}"`,
        format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
      },
      {
        range: range(FIRST_ROW, 2, lastRow, 2),
        formula: `$B${FIRST_ROW}="${SEVERITY_WORD.warning}"`,
        format: { fill: COLOR.lateFill, color: COLOR.lateInk },
      },
    ],
    print: landscape('A4', TAB.findings, { from: 1, to: HEADER_ROW }),
  };
}
