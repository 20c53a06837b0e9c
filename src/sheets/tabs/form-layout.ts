import type { CellRange } from '../../base/raw-sheet';
import type { CellContent } from '../../base/blueprint';
import {
  FORM_COLUMNS,
  LAST_COLUMN,
  type FormColumn,
  type FormField,
} from '../../returns/locate/form-columns';
import { FOOT_LABELS } from '../../returns/typed/typed-form';
import { range } from '../tab-builder';
import type { FormContent } from './form-measures';
import { lastWords } from './last-words';

/** Lines over the table. */
export const FORM_LINE = { title: 1, head: 2, hint: 3 } as const;
export const FORM_HEADER_ROW = 4;
export const FORM_FIRST_ROW = FORM_HEADER_ROW + 1;

const FOOT_DATE = '填报日期';
/** For the pen and the seal, once it is printed. */
const SIGNED = ['负责人签字', '单位（盖章）'] as const;

/** A label under the table and the cell beside it. */
export interface FootPlace {
  readonly word: string;
  readonly label: CellRange;
  readonly cell: CellRange;
  /** What the cell takes: a text, a date, or what is written by hand. */
  readonly takes: 'text' | 'date' | 'pen';
}

/** The columns of a form: with what is known from before, once anything is. */
function formColumns({ measures }: FormContent): readonly FormColumn[] {
  if (measures.every((measure) => lastWords(measure) === '')) return FORM_COLUMNS;
  return FORM_COLUMNS.flatMap((column) => (column.field === 'deadline' ? [column, LAST_COLUMN] : [column]));
}

/** Where things stand on a form. */
export class FormLayout {
  readonly columns: readonly FormColumn[];
  readonly width: number;
  readonly lastRow: number;
  /** First column that is the unit's. */
  readonly open: number;
  /** Over the measures that are closed; `undefined` where none is. */
  readonly closedHeading: number | undefined;
  readonly lastClosedRow: number;
  readonly foot: readonly FootPlace[];
  /** Higher than the others: it takes a seal. */
  readonly signatureRow: number;

  constructor(content: FormContent) {
    this.columns = formColumns(content);
    this.width = this.columns.length;
    this.open = this.columns.findIndex((column) => column.unlocked) + 1;
    this.lastRow = FORM_HEADER_ROW + Math.max(1, content.measures.length);
    this.closedHeading = content.closed.length === 0 ? undefined : this.lastRow + 1;
    this.lastClosedRow = (this.closedHeading ?? this.lastRow) + content.closed.length;
    this.foot = this.footPlaces(this.lastClosedRow + 2);
    this.signatureRow = this.lastClosedRow + 2 + FOOT_LABELS.length / 2;
  }

  columnOf(field: FormField): number {
    return this.columns.findIndex((column) => column.field === field) + 1;
  }

  /** The answers of one column. */
  body(field: FormField): CellRange {
    return range(FORM_FIRST_ROW, this.columnOf(field), this.lastRow, this.columnOf(field));
  }

  /** From one column to the last, over all measures. */
  rows(from: number): CellRange {
    return range(FORM_FIRST_ROW, from, this.lastRow, this.width);
  }

  /** A line over all visible columns. */
  line(row: number): CellRange {
    return range(row, 2, row, this.width);
  }

  padded(cells: readonly CellContent[]): readonly CellContent[] {
    return [...cells, ...Array.from({ length: this.width - cells.length }, () => null)];
  }

  /** Two by two: the labels on the locked side of each pair, the answers beside them. */
  private footPlaces(row: number): readonly FootPlace[] {
    const [left, right] = [this.columnOf('text'), this.columnOf('progress')];
    return [...FOOT_LABELS, ...SIGNED].map((word, index): FootPlace => {
      const at = row + Math.floor(index / 2);
      const column = index % 2 === 0 ? left : right;
      const isAnswered = index < FOOT_LABELS.length;
      return {
        word,
        label: range(at, column - 1, at, column - 1),
        cell: range(at, column, at, column),
        takes: word === FOOT_DATE ? 'date' : isAnswered ? 'text' : 'pen',
      };
    });
  }
}
