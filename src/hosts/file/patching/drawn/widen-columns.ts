import type { SheetBlueprint } from '../../../../base/blueprint';
import type { Book } from '../../grafting/book';
import { SHEET_ORDER, worksheetOf } from '../worksheet-part';
import { withPrefix } from '../xml/xml-element';

/** Gives the columns of a tab that was drawn anew their widths where they have none: a width that is there may be the clerk's. */
export function widenColumns(book: Book, sheet: SheetBlueprint): void {
  const { part, root } = worksheetOf(book, sheet.name);
  const known = (root.first('cols')?.elements('col') ?? []).map((column) => ({
    from: Number(column.attribute('min')),
    to: Number(column.attribute('max')),
    xml: column.toString(),
  }));
  const coming = sheet.columnWidths.flatMap((width, index) => {
    const at = index + 1;
    if (known.some(({ from, to }) => from <= at && at <= to)) return [];
    const xml = `<col min="${at}" max="${at}" width="${width}" customWidth="1"/>`;
    return [{ from: at, to: at, xml: withPrefix(xml, root.prefix) }];
  });
  if (coming.length === 0) return;
  const columns = [...known, ...coming].sort((one, other) => one.from - other.from);
  const { prefix } = root;
  root.place('cols', `<${prefix}cols>${columns.map(({ xml }) => xml).join('')}</${prefix}cols>`, SHEET_ORDER);
  book.parts.set(part, root.toString());
}
