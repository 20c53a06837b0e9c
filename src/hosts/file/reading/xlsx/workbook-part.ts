import type { RawSheet } from '../../../../base/raw-sheet';
import { unescapeCellText } from './cell-text';
import { keepWithin, LIMITS } from '../package/limits';
import { isTrue, relationshipId, type XmlAttributes, type XmlReader } from '../package/xml';

export interface SheetEntry {
  readonly name: string;
  readonly visibility: RawSheet['visibility'];
  readonly relationship: string;
}

/** Reads the list of sheets and the date system of a workbook part. */
export class WorkbookReader implements XmlReader {
  readonly sheets: SheetEntry[] = [];
  date1904 = false;

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (name === 'workbookPr' && depth === 2) this.date1904 = isTrue(attributes['date1904']);
    if (name !== 'sheet' || depth !== 3) return;
    const relationship = relationshipId(attributes);
    if (relationship === undefined) return;
    this.sheets.push({
      name: unescapeCellText(attributes['name'] ?? ''),
      visibility: visibility(attributes['state']),
      relationship,
    });
    keepWithin(LIMITS.sheets, this.sheets.length);
  }

  close(): void {}
}

function visibility(state: string | undefined): RawSheet['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}
