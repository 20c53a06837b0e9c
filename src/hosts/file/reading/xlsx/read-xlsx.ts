import { WorkbookFileError } from '../../../../base/file-fault';
import type { RawSheet, RawWorkbook } from '../../../../base/raw-sheet';
import { admit, type AdmittedWorkbook } from '../package/gate';
import { KnownParts } from '../package/known-parts';
import type { Relationship } from '../package/package';
import { SharedStringsReader } from './shared-strings-part';
import { SheetReader, type SheetContext } from './sheet-part';
import { StylesReader } from './styles-part';
import { WorkbookReader, type SheetEntry } from './workbook-part';

const WORKBOOKS = new KnownParts(() => new WorkbookReader());
const STYLES = new KnownParts(() => new StylesReader());

/**
 * Reads a workbook's values, formulas, number formats, merges and hidden rows; no other part is inflated.
 * @param file Its name without folders.
 * @throws WorkbookFileError
 */
export function readWorkbook(bytes: Uint8Array, file: string): RawWorkbook {
  return openWorkbook(bytes, file)();
}

/** Reads a workbook, but of the sheets whose names are put off no rows; asked again, it reads what it has not read. */
export type WorkbookReading = (putOff?: ReadonlySet<string>) => RawWorkbook;

/** A workbook of which some sheets can be read before others. What opens and reads it throws WorkbookFileError. */
export function openWorkbook(bytes: Uint8Array, file: string): WorkbookReading {
  const { parts, main } = admit(bytes, file);
  const relationships = parts.relationships(main);
  const workbook = parts.readKnown(main, WORKBOOKS);
  const targets = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const worksheets = workbook.sheets.flatMap((sheet) => {
    const target = targets.get(sheet.relationship);
    return target?.type === 'worksheet' && !target.external ? [{ sheet, part: target.target }] : [];
  });
  if (worksheets.length === 0) throw new WorkbookFileError('file-no-sheet');
  const context = sheetContext({ parts, main }, relationships, workbook.date1904);
  // By their place among the tabs: two may be of one part.
  const known = new Map<number, RawSheet>();
  return (putOff) => ({
    file,
    sheets: worksheets.map(({ sheet, part }, at) => {
      if (putOff?.has(sheet.name) === true) return unreadSheet(sheet);
      const read = known.get(at) ?? readSheet(parts, part, sheet, context);
      known.set(at, read);
      return read;
    }),
    date1904: workbook.date1904,
    hasMacros: relationships.some(({ type }) => type === 'vbaProject'),
    hasExternalLinks: relationships.some(({ type }) => type === 'externalLink'),
  });
}

function unreadSheet({ name, visibility }: SheetEntry): RawSheet {
  return { name, visibility, rows: [], merges: [] };
}

function sheetContext(
  { parts }: AdmittedWorkbook,
  relationships: readonly Relationship[],
  date1904: boolean,
): SheetContext {
  const part = (type: string): string | undefined =>
    relationships.find((relationship) => relationship.type === type && !relationship.external)?.target;
  const strings = new SharedStringsReader();
  const stringsPart = part('sharedStrings');
  if (stringsPart !== undefined) parts.readXml(stringsPart, strings);
  const stylesPart = part('styles');
  const styles = stylesPart === undefined ? new StylesReader() : parts.readKnown(stylesPart, STYLES);
  return {
    texts: strings.texts,
    formats: styles.formats,
    fills: styles.fills,
    date1904,
    count: { cells: 0 },
  };
}

function readSheet(
  parts: AdmittedWorkbook['parts'],
  part: string,
  sheet: SheetEntry,
  context: SheetContext,
): RawSheet {
  const reader = new SheetReader(sheet.name, context);
  parts.readXml(part, reader);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    rows: reader.rows(),
    merges: reader.merges,
    ...(reader.fills.length === 0 ? {} : { fills: reader.fills }),
    ...(reader.hiddenColumns.length === 0 ? {} : { hiddenColumns: reader.hiddenColumns }),
  };
}
