import type { Span } from '../../../../base/raw-sheet';
import type { ZipPackage } from '../package/package';
import type { XmlAttributes, XmlReader } from '../package/xml';

/** What of a table does not show, which the library does not tell. */
export interface TableVisibility {
  readonly isHidden: boolean;
  /** Hidden by hand or by a filter; rows count from 1. */
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

/** The tables of an OpenDocument workbook in order (OpenDocument 1.3 part 3, 9.1.2, 9.1.3, 17.5). @throws WorkbookFileError */
export function visibilityOf(parts: ZipPackage): readonly TableVisibility[] {
  const reader = new VisibilityReader();
  parts.readXml('content.xml', reader);
  return reader.tables;
}

class VisibilityReader implements XmlReader {
  readonly tables: { isHidden: boolean; hiddenRows: Span[]; hiddenColumns: Span[] }[] = [];
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private row = 0;
  private column = 0;
  private nesting = 0;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'style') this.style = attributes['style:name'] ?? '';
    else if (name === 'table-properties' && attributes['table:display'] === 'false')
      this.hiddenStyles.add(this.style);
    else if (name === 'table') this.openTable(attributes);
    else if (this.nesting !== 1) return;
    else if (name === 'table-row') this.openRow(attributes);
    else if (name === 'table-column') this.openColumn(attributes);
  }

  close(name: string): void {
    if (name === 'table') this.nesting -= 1;
  }

  /** A table within a cell is none of the workbook's sheets. */
  private openTable(attributes: XmlAttributes): void {
    this.nesting += 1;
    if (this.nesting > 1) return;
    this.row = 0;
    this.column = 0;
    const isHidden = this.hiddenStyles.has(attributes['table:style-name'] ?? '');
    this.tables.push({ isHidden, hiddenRows: [], hiddenColumns: [] });
  }

  private openRow(attributes: XmlAttributes): void {
    const repeated = Number(attributes['table:number-rows-repeated'] ?? 1);
    const [from, to] = [this.row + 1, this.row + repeated];
    this.row = to;
    if (isHidden(attributes)) this.tables.at(-1)?.hiddenRows.push({ from, to });
  }

  private openColumn(attributes: XmlAttributes): void {
    const repeated = Number(attributes['table:number-columns-repeated'] ?? 1);
    const [from, to] = [this.column + 1, this.column + repeated];
    this.column = to;
    if (isHidden(attributes)) this.tables.at(-1)?.hiddenColumns.push({ from, to });
  }
}

function isHidden(attributes: XmlAttributes): boolean {
  return /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '');
}
