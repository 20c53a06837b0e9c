import { undoneBatches, entriesInForce, isAct, liveEntries } from '../../ledger/entries';
import { assignmentKey } from '../../ledger/units/assignments';
import type { Ledger } from '../../ledger/ledger';
import type { NoteEntry, PeriodCode, Report, ReportEntry, UndoEntry } from '../../ledger/records';
import { yearOf } from '../../base/calendar';
import type { Measure } from '../../plan/plan';
import { statusWord } from '../../returns/locate/form-columns';
import type { CellContent, FormulaCell, SheetBlueprint } from '../../base/blueprint';
import { dateContent, sectionText } from '../cell-contents';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, columnsTo } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { FORCE_WORD, NAME, SAMPLE_MARK, TAB } from '../words';
import { tableSheet, tableTab } from './table-tab';

export const ENTRY_KIND_WORD = {
  return: '填报',
  handEdit: '手工修改',
  undo: '撤销',
  unsent: '未发出',
} as const;

/** Before the item of a note, as its kind. */
export const NOTE_WORD = '登记：';

const ENTRIES_TABLE = 'EntriesTable';

type EntryHere = ReportEntry | NoteEntry | UndoEntry;

/** One entry and what its row needs beside it. */
interface EntryRow {
  readonly ledger: Ledger;
  readonly entry: EntryHere;
  readonly measure: Measure | undefined;
  /** `FORCE_WORD`. */
  readonly force: string;
  readonly row: number;
}

/** A cell that only a report has. */
const ofReport =
  (write: (entry: ReportEntry, row: EntryRow) => CellContent) =>
  (row: EntryRow): CellContent =>
    row.entry.kind === 'report' ? write(row.entry, row) : null;

const said = (write: (report: Report) => CellContent) => ofReport(({ report }) => write(report));

/** 填报明细, column by column. */
export const ENTRIES = tableTab<EntryRow>()(TAB.entries, ENTRIES_TABLE, {
  id: {
    header: '条目号',
    width: 9,
    format: FORMAT.count,
    write: ({ entry }) => entry.id,
    read: 'number',
    identifies: true,
  },
  kind: {
    header: '类型',
    width: 11,
    format: FORMAT.centered,
    write: ({ entry }) => kindWord(entry),
    read: 'text',
  },
  period: {
    header: '报送期',
    width: 10,
    format: FORMAT.centered,
    write: ofReport(({ period }) => period),
    read: 'text',
  },
  measure: {
    header: '序号',
    width: 7,
    format: FORMAT.count,
    write: ({ entry }) => (entry.kind === 'undo' ? null : entry.measure),
    read: 'number',
  },
  unit: { header: '牵头单位', width: 18, write: ofReport(({ unit }) => unit), read: 'text' },
  status: {
    header: '填报状态',
    width: 11,
    format: FORMAT.centered,
    write: said(({ status }) => (status === null ? null : statusWord(status))),
    read: 'text',
  },
  percent: {
    header: '进度',
    width: 7,
    format: FORMAT.percentNumber,
    write: said(({ percent }) => percent),
    read: 'number',
  },
  completedOn: {
    header: '完成日期',
    width: 12,
    format: FORMAT.date,
    write: said(({ completedOn }) => dateContent(completedOn)),
    read: 'date',
  },
  progress: { header: '进展情况', width: 42, write: said(({ progress }) => progress), read: 'text' },
  problems: { header: '存在问题', width: 26, write: said(({ problems }) => problems), read: 'text' },
  nextSteps: { header: '下一步打算', width: 26, write: said(({ nextSteps }) => nextSteps), read: 'text' },
  evidence: { header: '佐证材料', width: 20, write: said(({ evidence }) => evidence), read: 'text' },
  remark: {
    header: '备注',
    width: 16,
    write: ({ entry }) =>
      entry.kind === 'note' ? entry.text : entry.kind === 'report' ? entry.report.remark : null,
    read: 'text',
  },
  force: {
    header: '是否有效',
    width: 11,
    format: FORMAT.centered,
    write: ({ force }) => force,
    read: 'drawn',
  },
  batch: {
    header: '批次',
    width: 9,
    format: FORMAT.centered,
    write: ({ entry }) => entry.batch,
    read: 'text',
  },
  at: {
    header: '记录时间',
    width: 18,
    format: FORMAT.centered,
    write: ({ entry }) => entry.at,
    read: 'time',
  },
  section: {
    header: '部分',
    width: 26,
    aside: true,
    write: ofReport((_, { ledger, measure }) =>
      measure === undefined ? null : sectionText(ledger.plan, measure.section),
    ),
    read: 'drawn',
  },
  year: {
    header: '时限年度',
    width: 11,
    format: FORMAT.centered,
    aside: true,
    write: ofReport((_, { measure }) =>
      measure?.deadline == null ? '未定' : `${yearOf(measure.deadline)}年`,
    ),
    read: 'drawn',
  },
  previousStatus: {
    header: '原状态',
    width: 10,
    format: FORMAT.centered,
    aside: true,
    write: ofReport(({ previousStatus }) => (previousStatus === null ? null : statusWord(previousStatus))),
    read: 'text',
  },
  counted: {
    header: '当期计数',
    width: 11,
    format: FORMAT.count,
    aside: true,
    write: ofReport((entry, row) => countedCell(entry, row)),
    read: 'drawn',
  },
  reference: {
    header: '撤销批次',
    width: 11,
    format: FORMAT.centered,
    aside: true,
    write: ({ entry }) => (entry.kind === 'undo' ? entry.undone : null),
    read: 'text',
  },
  file: {
    header: '来源文件',
    width: 28,
    aside: true,
    write: ofReport(({ file }) => file),
    read: 'text',
  },
  sha256: {
    header: 'SHA-256',
    width: 20,
    format: { wrap: false },
    aside: true,
    write: ofReport(({ sha256 }) => sha256),
    read: 'text',
  },
});

function kindWord(entry: EntryHere): string {
  switch (entry.kind) {
    case 'report':
      return ENTRY_KIND_WORD[entry.origin];
    case 'note':
      return `${NOTE_WORD}${entry.item}`;
    case 'undo':
      return ENTRY_KIND_WORD[entry.unsent === true ? 'unsent' : 'undo'];
  }
}

export type EntryColumn = keyof typeof ENTRIES.columns;

/** 1 when the entry is in force and of the current period, live through the settings tab: what a clerk’s own PivotTable of the entries adds up. */
function countedCell(entry: ReportEntry, { ledger, force, row }: EntryRow): FormulaCell {
  const cell = (key: EntryColumn) => `$${ENTRIES.letter(key)}${row}`;
  const counts = force === FORCE_WORD.inForce && entry.period === ledger.settings.period;
  return {
    formula: `IF(AND(${cell('force')}="${FORCE_WORD.inForce}",${cell('period')}=${NAME.period}),1,0)`,
    result: counts ? 1 : 0,
  };
}

/** 填报明细: one row a report, undone ones too, one a note, and one an undo: with 核实督办 what the ledger is folded from when it is opened again. */
export function entriesTab(ledger: Ledger): SheetBlueprint {
  const measures = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  const force = forceOf(ledger);
  const rows = ledger.entries
    .filter((entry) => !isAct(entry))
    .map((entry, index) =>
      rowCells({
        ledger,
        entry,
        measure: entry.kind === 'undo' ? undefined : measures.get(entry.measure),
        force: force(entry),
        row: FIRST_ROW + index,
      }),
    );
  return {
    ...tableSheet(ENTRIES, rows, {
      title: `填报明细${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(ledger.settings, '每行一条填报，只增不改；本表由系统登记，请勿手工修改'),
      sample: ledger.settings.sample,
    }),
    freeze: { rows: HEADER_ROW, columns: ENTRIES.at('unit') },
    print: landscape('A3', TAB.entries, { from: 1, to: HEADER_ROW }, columnsTo(ENTRIES.printedWidth)),
  };
}

/** The row of an entry as it was drawn last. */
interface DrawnRow extends Pick<EntryRow, 'force' | 'row'> {
  readonly plan: Ledger['plan'];
  readonly period: PeriodCode;
  readonly cells: readonly CellContent[];
}

const drawnRows = new WeakMap<EntryHere, DrawnRow>();

/** A ledger before and after a change has most rows alike: they are the same cells, which nobody changes in place. */
function rowCells(of: EntryRow): readonly CellContent[] {
  const { entry, force, row } = of;
  const { plan } = of.ledger;
  const { period } = of.ledger.settings;
  const known = drawnRows.get(entry);
  if (known?.plan === plan && known.period === period && known.force === force && known.row === row)
    return known.cells;
  const cells = ENTRIES.cells(of);
  drawnRows.set(entry, { plan, period, force, row, cells });
  return cells;
}

function forceOf({ entries }: Ledger): (entry: EntryHere) => string {
  const undone = undoneBatches(entries);
  const inForce = entriesInForce(entries);
  const notes = lastNotes(entries);
  return (entry) => {
    if (undone.has(entry.batch)) return FORCE_WORD.undone;
    if (entry.kind === 'undo') return FORCE_WORD.inForce;
    const holds =
      entry.kind === 'note'
        ? notes.has(entry)
        : inForce.get(assignmentKey(entry.measure, entry.unit)) === entry;
    return holds ? FORCE_WORD.inForce : FORCE_WORD.replaced;
  };
}

/** Of each measure and item the note that was made last. */
function lastNotes(entries: Ledger['entries']): ReadonlySet<NoteEntry> {
  const notes = liveEntries(entries).filter((entry) => entry.kind === 'note');
  return new Set(new Map(notes.map((note) => [`${note.measure} ${note.item}`, note])).values());
}
