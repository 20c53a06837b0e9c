import { assignmentKey } from '../../ledger/units/assignments';
import { undoneBatches } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import { LETTER_WORD, letterNumber } from '../../ledger/letters';
import type { ActEntry } from '../../ledger/records';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { LIST_SEPARATOR } from './directory-tab';
import { plainSubtitle } from '../subtitle';
import { HEADER_ROW, titledTable, type TabColumn } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { EXTENSION_WORD, FORCE_WORD, LETTER_STAGE_WORD, SAMPLE_MARK, TAB, VERIFICATION_WORD } from '../words';

/** Columns of the tab, in order; the keys are what the reader of the ledger asks for. */
export const ACT_COLUMNS = {
  id: { header: '条目号', width: 8, format: FORMAT.count },
  kind: { header: '类型', width: 10, format: FORMAT.centered },
  on: { header: '日期', width: 12, format: FORMAT.date },
  unit: { header: '牵头单位', width: 18 },
  measures: { header: '序号', width: 12, format: FORMAT.centered },
  result: { header: '结果', width: 9, format: FORMAT.centered },
  reason: { header: '理由或意见', width: 44 },
  oldDeadline: { header: '原时限', width: 12, format: FORMAT.date },
  newDeadline: { header: '新时限', width: 12, format: FORMAT.date },
  number: { header: '文号', width: 14, format: FORMAT.centered },
  office: { header: '发文对象', width: 18 },
  period: { header: '报送期', width: 10, format: FORMAT.centered },
  force: { header: '是否有效', width: 10, format: FORMAT.centered },
  batch: { header: '批次', width: 9, format: FORMAT.centered },
  at: { header: '记录时间', width: 24, format: FORMAT.centered },
} as const satisfies Record<string, TabColumn>;

export type ActColumn = keyof typeof ACT_COLUMNS;

export const ACT_KIND_WORD = { verification: '核实', extension: '延期', ...LETTER_WORD } as const;

const KEYS = Object.keys(ACT_COLUMNS) as ActColumn[];

type ActRow = Partial<Record<ActColumn, CellContent>>;

/** 核实督办: what the office did itself, a row each: claims verified or sent back, extensions, letters. */
export function actsTab(ledger: Ledger): SheetBlueprint {
  const acts = ledger.entries.filter((entry) => entry.kind !== 'report' && entry.kind !== 'undo');
  const force = forceOf(ledger, acts);
  const rows = acts.map((act) => {
    const cells: ActRow = {
      id: act.id,
      on: { date: act.on },
      unit: act.unit,
      period: act.period,
      force: force(act),
      batch: act.batch,
      at: act.at,
      ...ownCells(act),
    };
    return KEYS.map((key) => (cells[key] === '' ? null : (cells[key] ?? null)));
  });
  return {
    ...titledTable({
      name: TAB.acts,
      title: `核实督办记录${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        ledger.settings,
        '核实、退回、延期和督办发文各占一行，只增不改；本表由系统登记，请勿手工修改',
      ),
      sample: ledger.settings.sample,
      columns: KEYS.map((key) => ACT_COLUMNS[key]),
      rows,
      table: 'ActsTable',
    }),
    freeze: { rows: HEADER_ROW, columns: 5 },
    print: landscape('A3', TAB.acts, { from: 1, to: HEADER_ROW }),
  };
}

function ownCells(act: ActEntry): ActRow {
  switch (act.kind) {
    case 'verification':
      return {
        kind: ACT_KIND_WORD.verification,
        measures: act.measure,
        result: VERIFICATION_WORD[act.verification],
        reason: act.reason,
      };
    case 'extension':
      return {
        kind: ACT_KIND_WORD.extension,
        measures: act.measure,
        result: EXTENSION_WORD[act.decision],
        reason: act.reason,
        oldDeadline: { date: act.oldDeadline },
        newDeadline: { date: act.newDeadline },
      };
    case 'letter':
      return {
        kind: ACT_KIND_WORD[act.letter],
        measures: act.measures.join(LIST_SEPARATOR),
        result: LETTER_STAGE_WORD[act.stage],
        number: letterNumber(act),
        office: act.office,
      };
  }
}

/** A later act of the same kind on the same matter replaces an earlier one; a letter stays. */
function forceOf(ledger: Ledger, acts: readonly ActEntry[]): (act: ActEntry) => string {
  const undone = undoneBatches(ledger.entries);
  const matter = (act: ActEntry) =>
    act.kind === 'letter' ? String(act.id) : `${act.kind} ${assignmentKey(act.measure, act.unit)}`;
  const latest = new Map(acts.filter(({ batch }) => !undone.has(batch)).map((act) => [matter(act), act]));
  return (act) => {
    if (undone.has(act.batch)) return FORCE_WORD.undone;
    return latest.get(matter(act)) === act ? FORCE_WORD.inForce : FORCE_WORD.replaced;
  };
}
