import { onceFor } from '../../base/once-for';
import { assignmentKey } from '../../ledger/units/assignments';
import { isAct, undoneBatches } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import { LETTER_WORD, letterNumber } from '../../ledger/letters';
import type { ActEntry, ExtensionEntry, LetterEntry } from '../../ledger/records';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { LIST_SEPARATOR } from './directory-tab';
import { dateContent } from '../cell-contents';
import { tableSheet, tableTab } from './table-tab';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { EXTENSION_WORD, FORCE_WORD, LETTER_STAGE_WORD, SAMPLE_MARK, TAB, VERIFICATION_WORD } from '../words';

export const ACT_KIND_WORD = { verification: '核实', extension: '延期', ...LETTER_WORD } as const;

interface ActRow {
  readonly act: ActEntry;
  /** `FORCE_WORD`. */
  readonly force: string;
}

/** A cell that only an extension has. */
const ofExtension =
  (write: (act: ExtensionEntry) => CellContent) =>
  ({ act }: ActRow): CellContent =>
    act.kind === 'extension' ? write(act) : null;

/** A cell that only a letter has. */
const ofLetter =
  (write: (act: LetterEntry) => CellContent) =>
  ({ act }: ActRow): CellContent =>
    act.kind === 'letter' ? write(act) : null;

/** 核实督办, column by column. */
export const ACTS = tableTab<ActRow>()(TAB.acts, 'ActsTable', {
  id: {
    header: '条目号',
    width: 8,
    format: FORMAT.count,
    write: ({ act }) => act.id,
    read: 'number',
    identifies: true,
  },
  kind: {
    header: '类型',
    width: 10,
    format: FORMAT.centered,
    write: ({ act }) => ACT_KIND_WORD[act.kind === 'letter' ? act.letter : act.kind],
    read: 'text',
  },
  on: {
    header: '日期',
    width: 12,
    format: FORMAT.date,
    write: ({ act }) => dateContent(act.on),
    read: 'date',
  },
  unit: { header: '牵头单位', width: 18, write: ({ act }) => act.unit, read: 'text' },
  measures: {
    header: '序号',
    width: 12,
    format: FORMAT.centered,
    write: ({ act }) => (act.kind === 'letter' ? act.measures.join(LIST_SEPARATOR) : act.measure),
    read: 'text',
  },
  result: {
    header: '结果',
    width: 9,
    format: FORMAT.centered,
    write: ({ act }) => resultWord(act),
    read: 'text',
  },
  reason: {
    header: '理由或意见',
    width: 44,
    write: ({ act }) => (act.kind === 'letter' ? null : act.reason),
    read: 'text',
  },
  oldDeadline: {
    header: '原时限',
    width: 12,
    format: FORMAT.date,
    write: ofExtension(({ oldDeadline }) => dateContent(oldDeadline)),
    read: 'date',
  },
  newDeadline: {
    header: '新时限',
    width: 12,
    format: FORMAT.date,
    write: ofExtension(({ newDeadline }) => dateContent(newDeadline)),
    read: 'date',
  },
  number: { header: '文号', width: 14, format: FORMAT.centered, write: ofLetter(letterNumber), read: 'text' },
  office: { header: '发文对象', width: 18, write: ofLetter(({ office }) => office), read: 'text' },
  period: {
    header: '报送期',
    width: 10,
    format: FORMAT.centered,
    write: ({ act }) => act.period,
    read: 'text',
  },
  force: {
    header: '是否有效',
    width: 10,
    format: FORMAT.centered,
    write: ({ force }) => force,
    read: 'drawn',
  },
  batch: { header: '批次', width: 9, format: FORMAT.centered, write: ({ act }) => act.batch, read: 'text' },
  at: { header: '记录时间', width: 18, format: FORMAT.centered, write: ({ act }) => act.at, read: 'time' },
});

export type ActColumn = keyof typeof ACTS.columns;

function resultWord(act: ActEntry): string {
  switch (act.kind) {
    case 'verification':
      return VERIFICATION_WORD[act.verification];
    case 'extension':
      return EXTENSION_WORD[act.decision];
    case 'letter':
      return LETTER_STAGE_WORD[act.stage];
  }
}

/** 核实督办: what the office did itself, a row each: claims verified or sent back, extensions, letters. */
export function actsTab(ledger: Ledger): SheetBlueprint {
  const acts = ledger.entries.filter(isAct);
  const force = forceOf(ledger, acts);
  const rows = acts.map((act) => ACTS.cells({ act, force: force(act) }));
  return {
    ...tableSheet(ACTS, rows, {
      title: `核实督办记录${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        ledger.settings,
        '核实、退回、延期和督办发文各占一行，只增不改；本表由系统登记，请勿手工修改',
      ),
      sample: ledger.settings.sample,
    }),
    freeze: { rows: HEADER_ROW, columns: ACTS.at('measures') },
    print: landscape('A3', TAB.acts, { from: 1, to: HEADER_ROW }),
  };
}

/** In which row each act stands, by its number. */
export const actRows = onceFor(
  ({ entries }: Ledger): ReadonlyMap<number, number> =>
    new Map(entries.filter(isAct).map(({ id }, index) => [id, FIRST_ROW + index])),
);

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
