import type { CellContent, WorkbookBlueprint } from '../../base/blueprint';
import { FORM_HEADER_ROW } from '../../sheets/tabs/form-layout';
import type { Chance } from './chance';
import { formColumn, onFormSheet } from './fill-form';
import { must } from '../../base/invariant';

type Rows = CellContent[][];

/** A slip that a unit makes in its form: changes the cells it was given. */
type Fault = (cells: Rows, chance: Chance) => void;

function dataRows(cells: Rows): Rows {
  return cells.slice(FORM_HEADER_ROW).filter((row) => typeof row[formColumn(cells, 'measure')] === 'number');
}

function someRow(
  cells: Rows,
  chance: Chance,
  having: (row: CellContent[]) => boolean = () => true,
): CellContent[] {
  const rows = dataRows(cells);
  const fitting = rows.filter(having);
  const from = fitting.length > 0 ? fitting : rows;
  return must(from[chance.between(0, from.length - 1)], 'a row of the form');
}

const isDone = (row: CellContent[]) => row.includes('已完成');

/** The kinds of slip in the sample, each of another kind. */
const FAULTS: readonly Fault[] = [
  function statusMissing(cells, chance) {
    someRow(cells, chance)[formColumn(cells, 'claimedStatus')] = null;
  },
  function statusMisspelt(cells, chance) {
    someRow(cells, chance)[formColumn(cells, 'claimedStatus')] = '己完成';
  },
  function statusAlmostDone(cells, chance) {
    someRow(cells, chance, (row) => !isDone(row))[formColumn(cells, 'claimedStatus')] = '基本完成';
  },
  function doneWithoutDate(cells, chance) {
    const row = someRow(cells, chance, isDone);
    row[formColumn(cells, 'claimedStatus')] = '已完成';
    row[formColumn(cells, 'completedOn')] = null;
  },
  function impossibleDate(cells, chance) {
    const row = someRow(cells, chance, isDone);
    row[formColumn(cells, 'claimedStatus')] = '已完成';
    row[formColumn(cells, 'completedOn')] = '2017-02-30';
  },
  function percentOutOfRange(cells, chance) {
    someRow(cells, chance)[formColumn(cells, 'percent')] = 120;
  },
  function textEdited(cells, chance) {
    const row = someRow(cells, chance);
    const text = row[formColumn(cells, 'text')];
    if (typeof text === 'string') row[formColumn(cells, 'text')] = `${text}（牵头单位已调整）`;
  },
  function rowAdded(cells) {
    const last = must(dataRows(cells).at(-1), 'a row of the form');
    const at = cells.indexOf(last) + 1;
    const added = last.map(() => null as CellContent);
    added[formColumn(cells, 'measure')] = 999;
    added[formColumn(cells, 'text')] = '本单位自行增加的工作事项';
    added[formColumn(cells, 'claimedStatus')] = '推进中';
    cells.splice(at, 0, added);
  },
  function datesAsText(cells, chance) {
    const row = someRow(cells, chance, isDone);
    row[formColumn(cells, 'claimedStatus')] = '已完成';
    row[formColumn(cells, 'completedOn')] = '2017.6.30';
  },
  function headerMoved(cells) {
    const empty = () => must(cells[0], 'the title of the form').map(() => null);
    cells.splice(1, 0, empty(), empty());
  },
];

export const FAULT_KINDS = FAULTS.length;

/** Whether a slip of this kind keeps its row from being taken in. */
export function keepsRowOut(kind: number): boolean {
  return KEEPING_OUT.has(kind);
}

/** By their places above: no status, a misspelt one, no date, no such date, more than everything. */
const KEEPING_OUT: ReadonlySet<number> = new Set([0, 1, 3, 4, 5]);

/** The form with the slip of one kind, from 0 to `FAULT_KINDS` − 1. */
export function withFault(form: WorkbookBlueprint, kind: number, chance: Chance): WorkbookBlueprint {
  return onFormSheet(form, (cells) => FAULTS[kind]?.(cells, chance));
}
