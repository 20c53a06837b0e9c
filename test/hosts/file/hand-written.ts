import { zipped } from '../../support/unzipped';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const NAMESPACES = `xmlns="${MAIN}" xmlns:r="${OFFICE}"`;

function override(part: string, type: string): string {
  return `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`;
}

export interface HandWritten {
  /** Inside the sheetData of the only sheet. */
  readonly rows?: string;
  /** After its sheetData. */
  readonly after?: string;
  /** Inside the shared-strings part; without it there is none. */
  readonly strings?: string;
  /** Inside the styles part; without it there is none. */
  readonly styles?: string;
  /** Whole parts, which stand in for those above. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A minimal workbook as somebody's own script might write it. */
export function handWrittenParts({
  rows = '',
  after = '',
  strings,
  styles,
  parts = {},
}: HandWritten): Record<string, string | Uint8Array> {
  const related = [
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ...(strings === undefined ? [] : [['rId2', 'sharedStrings', 'sharedStrings.xml']]),
    ...(styles === undefined ? [] : [['rId3', 'styles', 'styles.xml']]),
  ];
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook.xml', 'sheet.main')}${override('worksheets/sheet1.xml', 'worksheet')}${strings === undefined ? '' : override('sharedStrings.xml', 'sharedStrings')}${styles === undefined ? '' : override('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${NAMESPACES}><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(related),
    'xl/worksheets/sheet1.xml': sheetXml(rows, after),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${NAMESPACES}>${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet ${NAMESPACES}>${styles}</styleSheet>` }),
    ...parts,
  };
}

export function handWritten(options: HandWritten): Uint8Array {
  return zipped(handWrittenParts(options));
}

export function sheetXml(rows: string, after = ''): string {
  return `<worksheet ${NAMESPACES}><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A relationships part; each entry is an id, the last part of the type, and a target. */
export function relationships(entries: readonly (readonly string[])[]): string {
  const written = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`;
}
