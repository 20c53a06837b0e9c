import type { Ledger } from '../../ledger/ledger';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { LEDGER, ledgerRowOf } from './ledger-tab';
import { tableSheet, tableTab } from './table-tab';
import { plainSubtitle } from '../subtitle';
import { saying } from '../rules';
import { HEADER_ROW } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { SAMPLE_MARK, TAB } from '../words';

/** One finding of the last check, in words, as the findings tab keeps it. */
export interface FindingLine {
  readonly file: string;
  readonly office: string;
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

/** A finding and where its links lead. */
interface FindingRow {
  readonly line: FindingLine;
  /** Row of its measure in 台账. */
  readonly ledgerRow: number | undefined;
  /** Its place lies in this workbook. */
  readonly isHere: boolean;
}

/** 校验结果, column by column. */
export const FINDINGS = tableTab<FindingRow>()(TAB.findings, 'FindingsTable', {
  office: { header: '单位', width: 16, write: ({ line }) => line.office, read: 'text' },
  severity: {
    header: '级别',
    width: 9,
    format: FORMAT.centered,
    write: ({ line }) => SEVERITY_WORD[line.severity],
    read: 'text',
  },
  measure: {
    header: '序号',
    width: 7,
    format: FORMAT.count,
    write: ({ line, ledgerRow }) => measureLink(line.measure, ledgerRow),
    read: 'text',
  },
  field: {
    header: '栏目',
    width: 11,
    format: FORMAT.centered,
    write: ({ line }) => line.field,
    read: 'text',
  },
  place: {
    header: '位置',
    width: 15,
    format: FORMAT.centered,
    write: ({ line, isHere }) => placeLink(line, isHere),
    read: 'text',
  },
  value: { header: '原内容', width: 22, write: ({ line }) => line.value, read: 'text' },
  message: { header: '问题', width: 40, write: ({ line }) => line.message, read: 'text' },
  suggestion: { header: '处理建议', width: 40, write: ({ line }) => line.suggestion, read: 'text' },
  file: { header: '文件', width: 22, write: ({ line }) => line.file, read: 'text' },
});

export type FindingColumn = keyof typeof FINDINGS.columns;

function measureLink(measure: number | null, ledgerRow: number | undefined): CellContent {
  if (measure === null || ledgerRow === undefined) return measure;
  return { text: String(measure), sheet: TAB.ledger, cell: `${LEDGER.letter('status')}${ledgerRow}` };
}

function placeLink({ sheet, cell }: FindingLine, isHere: boolean): CellContent {
  const text = cell === '' ? sheet : `${sheet}!${cell}`;
  return isHere && cell !== '' ? { text, sheet, cell } : text;
}

/** 校验结果: the findings of the last check; the number links to the measure's row, since the cell lies in another file. */
export function findingsTab(
  ledger: Ledger,
  findings: readonly FindingLine[],
  sheetsHere: ReadonlySet<string>,
): SheetBlueprint {
  const rowOfMeasure = new Map(ledger.plan.measures.map(({ no }, index) => [no, ledgerRowOf(index)]));
  const rows = findings.map((line) =>
    FINDINGS.cells({
      line,
      ledgerRow: line.measure === null ? undefined : rowOfMeasure.get(line.measure),
      isHere: sheetsHere.has(line.sheet),
    }),
  );
  const lastRow = HEADER_ROW + Math.max(1, rows.length);
  return {
    ...tableSheet(FINDINGS, rows, {
      title: `校验结果${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        ledger.settings,
        findings.length === 0
          ? '最近一次校验没有发现问题，或尚未校验'
          : `最近一次校验发现 ${findings.length} 个问题`,
      ),
      sample: ledger.settings.sample,
    }),
    conditionalFormats: [
      {
        range: FINDINGS.body('severity', lastRow),
        condition: saying(FINDINGS.at('severity'), SEVERITY_WORD.error),
        format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
      },
      {
        range: FINDINGS.body('severity', lastRow),
        condition: saying(FINDINGS.at('severity'), SEVERITY_WORD.warning),
        format: { fill: COLOR.lateFill, color: COLOR.lateInk },
      },
    ],
    print: landscape('A4', TAB.findings, { from: 1, to: HEADER_ROW }),
  };
}
