import { must } from '../../base/invariant';
import { columnLetters, type CellRange } from '../../base/raw-sheet';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import type { Notes } from '../../ledger/entries';
import { clipped } from '../cell-contents';
import { FIRST_ROW, range, titledTable, type TabColumn, type TitledTable } from '../tab-builder';

/** One column of a tab that is a table: how it looks, what is written into it and how it is read back. */
export interface TableColumn<Row> extends TabColumn {
  readonly write: (row: Row) => CellContent;
  /** What its cells hold when the ledger is read from them; `drawn` ones are made anew from the rest and never read. */
  readonly read: 'text' | 'number' | 'date' | 'time' | 'drawn';
  /** Together with the other columns so marked it tells a row from every other one. */
  readonly identifies?: true;
  /** The clerk types here: what differs from the ledger is taken in, never written over. */
  readonly typed?: true;
  /** A workbook may lack it: then its cells are not drawn. */
  readonly optional?: true;
  /** What is typed here is about the measure of the row and kept as its note, the header saying what it is about. */
  readonly isNote?: true;
  /** For programs more than for readers: it stands behind the others, and is not printed. */
  readonly aside?: true;
  /** 领导参阅 shows it beside the measures that are longest overdue. */
  readonly forLeaders?: true;
}

/**
 * A tab that is one table under a header, declared once: the columns, the order in which they are drawn, and what is read
 * back from them. Everything else asks here by key where a column stands when the product draws the tab itself.
 */
export class TableTab<Row, Key extends string> {
  readonly keys: readonly Key[];
  readonly inOrder: readonly TableColumn<Row>[];
  private readonly places: ReadonlyMap<Key, number>;

  constructor(
    readonly name: string,
    /** Excel's name for the table; `undefined` where the rows are no Excel table. */
    readonly table: string | undefined,
    readonly columns: Readonly<Record<Key, TableColumn<Row>>>,
  ) {
    this.keys = Object.keys(columns) as Key[];
    this.inOrder = this.keys.map((key) => columns[key]);
    this.places = new Map(this.keys.map((key, index) => [key, index + 1]));
  }

  get width(): number {
    return this.keys.length;
  }

  /** How many columns are printed: those before the first that stands aside. */
  get printedWidth(): number {
    const aside = this.inOrder.findIndex((column) => column.aside === true);
    return aside === -1 ? this.width : aside;
  }

  header(key: Key): string {
    return this.columns[key].header;
  }

  /** From 1. */
  at(key: Key): number {
    return must(this.places.get(key), `column ${key}`);
  }

  letter(key: Key): string {
    return columnLetters(this.at(key));
  }

  /** Cells of one or several neighbouring columns in the drawn rows from `FIRST_ROW` to `lastRow`. */
  body(from: Key, lastRow: number, to: Key = from): CellRange {
    return range(FIRST_ROW, this.at(from), lastRow, this.at(to));
  }

  /** One row's cells in order; an empty text is an empty cell. */
  cells(row: Row): CellContent[] {
    return this.inOrder.map(({ write }) => {
      const content = write(row);
      return content === '' ? null : content;
    });
  }

  /** Keys of the columns that say this of themselves. */
  keysWith(mark: 'typed' | 'isNote' | 'forLeaders'): readonly Key[] {
    return this.keys.filter((key) => this.columns[key][mark] === true);
  }

  /** Keys of the columns by which a row is told from the others. */
  get identifying(): readonly Key[] {
    return this.keys.filter((key) => this.columns[key].identifies === true);
  }
}

/** What a cell shows of a note; where nothing is noted it is empty. */
export function noteText(notes: Notes, item: string): string {
  return clipped(notes.get(item) ?? '');
}

/** A column about which no unit reports: what the clerk types there stays with the measure of the row. */
export function noteColumn<Row extends { readonly state: { readonly notes: Notes } }>(
  look: TabColumn & Pick<TableColumn<Row>, 'forLeaders'>,
): TableColumn<Row> {
  const write = ({ state }: Row) => noteText(state.notes, look.header);
  return { ...look, write, read: 'text', typed: true, optional: true, isNote: true };
}

/** Declares a tab with rows of one type; the keys of its columns follow from the declaration. */
export function tableTab<Row>() {
  return <Key extends string>(
    name: string,
    table: string | undefined,
    columns: Readonly<Record<Key, TableColumn<Row>>>,
  ): TableTab<Row, Key> => new TableTab(name, table, columns);
}

/** The sheet of such a tab: title, subtitle, header, rows. */
export function tableSheet<Row, Key extends string>(
  tab: TableTab<Row, Key>,
  rows: readonly (readonly CellContent[])[],
  head: Pick<TitledTable, 'title' | 'subtitle' | 'sample'>,
): SheetBlueprint {
  return titledTable({
    ...head,
    name: tab.name,
    headWidth: tab.printedWidth,
    columns: tab.inOrder,
    rows,
    ...(tab.table === undefined ? {} : { table: tab.table }),
  });
}
