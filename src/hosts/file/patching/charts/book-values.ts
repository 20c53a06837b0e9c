import type { CellRange, RawValue } from '../../../../base/raw-sheet';
import { sharedTexts } from '../../grafting/graft-styles';
import type { Book } from '../../grafting/book';
import { SheetReader } from '../../reading/xlsx/sheet-part';
import { XmlFeed } from '../../reading/package/xml';
import { sheetPartOf } from '../worksheet-part';

/** The values that stand in a workbook under change; a sheet is read when it is first asked for. */
export class BookValues {
  private texts: readonly string[] | undefined;
  private readonly sheets = new Map<string, ReadonlyMap<number, ReadonlyMap<number, RawValue>>>();

  constructor(private readonly book: Book) {}

  /** Row by row; `undefined` where nothing stands. */
  range(
    sheet: string,
    { top, left, bottom, right }: CellRange,
  ): readonly (readonly (RawValue | undefined)[])[] {
    const rows = this.rows(sheet);
    return Array.from({ length: bottom - top + 1 }, (_, down) =>
      Array.from({ length: right - left + 1 }, (__, along) => rows.get(top + down)?.get(left + along)),
    );
  }

  private rows(sheet: string): ReadonlyMap<number, ReadonlyMap<number, RawValue>> {
    const known = this.sheets.get(sheet);
    if (known !== undefined) return known;
    const { book } = this;
    this.texts ??= sharedTexts(book);
    const { date1904 } = book.outline;
    const reader = new SheetReader(sheet, {
      texts: this.texts,
      formats: [],
      fills: [],
      date1904,
      count: { cells: 0 },
    });
    const part = sheetPartOf(book, sheet);
    if (part !== undefined) {
      const feed = new XmlFeed(part, reader);
      feed.write(book.parts.bytes(part));
      feed.end();
    }
    const rows = new Map(
      reader
        .rows()
        .map(({ row, cells }) => [row, new Map(cells.map(({ column, value }) => [column, value]))]),
    );
    this.sheets.set(sheet, rows);
    return rows;
  }
}
