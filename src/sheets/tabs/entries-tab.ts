import { undoneBatches, entriesInForce } from '../../ledger/entries';
import { assignmentKey } from '../../ledger/units/assignments';
import type { Ledger } from '../../ledger/ledger';
import type { ReportEntry, UndoEntry } from '../../ledger/records';
import { yearOf } from '../../base/calendar';
import { statusWord } from '../../returns/locate/form-columns';
import type { CellContent, FormulaCell, SheetBlueprint } from '../../base/blueprint';
import { dateContent, sectionText } from './ledger-tab';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, titledTable, type TabColumn } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { FORCE_WORD, NAME, SAMPLE_MARK, TAB } from '../words';

export const ENTRIES_TABLE = 'EntriesTable';

export const ENTRY_KIND_WORD = {
  return: '填报',
  handEdit: '手工修改',
  undo: '撤销',
} as const;

/** Columns of the entries tab, in order; the keys are what the reader of the ledger asks for. */
export const ENTRY_COLUMNS = {
  id: { header: '条目号', width: 8, format: FORMAT.count },
  kind: { header: '类型', width: 9, format: FORMAT.centered },
  period: { header: '报送期', width: 10, format: FORMAT.centered },
  measure: { header: '序号', width: 7, format: FORMAT.count },
  unit: { header: '牵头单位', width: 18 },
  section: { header: '部分', width: 26 },
  year: { header: '时限年度', width: 10, format: FORMAT.centered },
  status: { header: '填报状态', width: 10, format: FORMAT.centered },
  percent: { header: '进度', width: 7, format: FORMAT.percentNumber },
  completedOn: { header: '完成日期', width: 12, format: FORMAT.date },
  progress: { header: '进展情况', width: 42 },
  problems: { header: '存在问题', width: 26 },
  nextSteps: { header: '下一步打算', width: 26 },
  evidence: { header: '佐证材料', width: 20 },
  remark: { header: '备注', width: 16 },
  previousStatus: { header: '原状态', width: 10, format: FORMAT.centered },
  force: { header: '是否有效', width: 10, format: FORMAT.centered },
  counted: { header: '当期计数', width: 10, format: FORMAT.count },
  reference: { header: '撤销批次', width: 10, format: FORMAT.centered },
  batch: { header: '批次', width: 9, format: FORMAT.centered },
  at: { header: '记录时间', width: 22, format: FORMAT.centered },
  file: { header: '来源文件', width: 28 },
  sha256: { header: 'SHA-256', width: 20 },
} as const satisfies Record<string, TabColumn>;

export type EntryColumn = keyof typeof ENTRY_COLUMNS;

const KEYS = Object.keys(ENTRY_COLUMNS) as EntryColumn[];

/** Letter of a column, for formulas. */
function letter(key: EntryColumn): string {
  return String.fromCharCode(65 + KEYS.indexOf(key));
}

/** 1 when the entry is in force and of the current period: what the pivot adds up, live through the settings tab. */
function countedFormula(row: number, inForce: boolean, period: string, current: string): FormulaCell {
  return {
    formula: `IF(AND($${letter('force')}${row}="${FORCE_WORD.inForce}",$${letter('period')}${row}=${NAME.period}),1,0)`,
    result: inForce && period === current ? 1 : 0,
  };
}

type EntryRow = Partial<Record<EntryColumn, CellContent>>;

/** 填报明细: one row a report, undone ones too, and one an undo: with 核实督办 what the ledger is folded from when it is opened again. */
export function entriesTab(ledger: Ledger): SheetBlueprint {
  const undone = undoneBatches(ledger.entries);
  const inForce = entriesInForce(ledger.entries);
  const measures = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  const entries = ledger.entries.filter((entry) => entry.kind === 'report' || entry.kind === 'undo');
  const force = (entry: ReportEntry | UndoEntry): string => {
    if (undone.has(entry.batch)) return FORCE_WORD.undone;
    if (entry.kind !== 'report') return FORCE_WORD.inForce;
    return inForce.get(assignmentKey(entry.measure, entry.unit)) === entry
      ? FORCE_WORD.inForce
      : FORCE_WORD.replaced;
  };
  const reportCells = (entry: ReportEntry, row: number): EntryRow => {
    const measure = measures.get(entry.measure);
    const { report } = entry;
    return {
      kind: ENTRY_KIND_WORD[entry.origin],
      period: entry.period,
      measure: entry.measure,
      unit: entry.unit,
      section: measure === undefined ? null : sectionText(ledger.plan, measure.section),
      year: measure?.deadline == null ? '未定' : `${yearOf(measure.deadline)}年`,
      status: report.status === null ? null : statusWord(report.status),
      percent: report.percent,
      completedOn: dateContent(report.completedOn),
      progress: report.progress,
      problems: report.problems,
      nextSteps: report.nextSteps,
      evidence: report.evidence,
      remark: report.remark,
      previousStatus: entry.previousStatus === null ? null : statusWord(entry.previousStatus),
      counted: countedFormula(row, force(entry) === FORCE_WORD.inForce, entry.period, ledger.settings.period),
      file: entry.file,
      sha256: entry.sha256,
    };
  };
  const rows = entries.map((entry, index) => {
    const cells: EntryRow = {
      id: entry.id,
      force: force(entry),
      batch: entry.batch,
      at: entry.at,
      ...(entry.kind === 'undo'
        ? { kind: ENTRY_KIND_WORD.undo, reference: entry.undone }
        : reportCells(entry, FIRST_ROW + index)),
    };
    return KEYS.map((key) => (cells[key] === '' ? null : (cells[key] ?? null)));
  });
  return {
    ...titledTable({
      name: TAB.entries,
      title: `填报明细${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(ledger.settings, '每行一条填报，只增不改；本表由系统登记，请勿手工修改'),
      sample: ledger.settings.sample,
      columns: KEYS.map((key) => ENTRY_COLUMNS[key]),
      rows,
      table: ENTRIES_TABLE,
    }),
    freeze: { rows: HEADER_ROW, columns: 5 },
    print: landscape('A3', TAB.entries, { from: 1, to: HEADER_ROW }),
  };
}
