import { Workbook } from '@cj-tech-master/excelts';
import {
  cellAddress,
  isCellError,
  rangeAddress,
  type RawCell,
  type RawSheet,
  type RawWorkbook,
} from '../../../src/base/raw-sheet';
import { zipped } from '../../support/unzipped';
import { NAMESPACES, relationships } from '../../hosts/file/hand-written';

/** Ways in which real programs put the same cells into a file. */
export type Writer = 'inline strings' | 'shared strings' | 'excelts';
export const WRITERS: readonly Writer[] = ['inline strings', 'shared strings', 'excelts'];

/** A real .xlsx of a raw workbook, as `writer` would write it. */
export function writeRaw(workbook: RawWorkbook, writer: Writer): Promise<Uint8Array> {
  return writer === 'excelts'
    ? byLibrary(workbook)
    : Promise.resolve(byHand(workbook, writer === 'shared strings'));
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

class Styles {
  readonly formats: string[] = [];
  readonly fills: string[] = [];
  private readonly styles = new Map<string, number>([['|', 0]]);

  of(format = '', fill = ''): number {
    const key = `${format}|${fill}`;
    const known = this.styles.get(key);
    if (known !== undefined) return known;
    this.styles.set(key, this.styles.size);
    return this.styles.size - 1;
  }

  xml(): string {
    const numbers: string[] = [];
    const fills = [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
    ];
    const xfs = [...this.styles.keys()].map((key) => {
      const at = key.lastIndexOf('|');
      const [format, fill] = [key.slice(0, at), key.slice(at + 1)];
      const id =
        format === ''
          ? 0
          : 163 +
            numbers.push(`<numFmt numFmtId="${164 + numbers.length}" formatCode="${escaped(format)}"/>`);
      const fillId =
        fill === ''
          ? 0
          : fills.push(
              `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`,
            ) - 1;
      return `<xf numFmtId="${id}" fillId="${fillId}"/>`;
    });
    return `<styleSheet ${NAMESPACES}><numFmts>${numbers.join('')}</numFmts><fills>${fills.join('')}</fills><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
  }
}

function byHand(workbook: RawWorkbook, isShared: boolean): Uint8Array {
  const styles = new Styles();
  const texts: string[] = [];
  const text = (value: string): string => {
    if (!isShared) return `t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    return `t="s"><v>${texts.push(value) - 1}</v></c>`;
  };
  const parts = workbook.sheets.map((sheet) => sheetPart(sheet, styles, text));
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  const sheets = workbook.sheets.map(
    ({ name, visibility }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" state="${visibility}" r:id="rId${index + 1}"/>`,
  );
  const extra = [
    ...(workbook.hasMacros ? [['rMacro', 'vbaProject', 'vbaProject.bin']] : []),
    ...(workbook.hasExternalLinks ? [['rLink', 'externalLink', 'externalLinks/externalLink1.xml']] : []),
  ];
  return zipped({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${NAMESPACES}><workbookPr date1904="${workbook.date1904 ? 1 : 0}"/><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...parts.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['rStyles', 'styles', 'styles.xml'],
      ...(isShared ? [['rTexts', 'sharedStrings', 'sharedStrings.xml']] : []),
      ...extra,
    ]),
    ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/sheet${index + 1}.xml`, part])),
    'xl/styles.xml': styles.xml(),
    ...(isShared
      ? {
          'xl/sharedStrings.xml': `<sst ${NAMESPACES}>${texts.map((one) => `<si><t xml:space="preserve">${escaped(one)}</t></si>`).join('')}</sst>`,
        }
      : {}),
  });
}

function sheetPart(sheet: RawSheet, styles: Styles, text: (value: string) => string): string {
  const fills = new Map((sheet.fills ?? []).map((fill) => [cellAddress(fill.row, fill.column), fill]));
  const rows = sheet.rows.map(({ row, hidden, cells }) => {
    const painted = [...fills.values()]
      .filter((fill) => fill.row === row)
      .map(({ column, color }) => ({
        column,
        xml: `<c r="${cellAddress(row, column)}" s="${styles.of('', color)}"/>`,
      }));
    const typed = cells.map((cell) => ({
      column: cell.column,
      xml: `<c r="${cellAddress(row, cell.column)}" s="${styles.of(cell.format)}" ${content(cell, text)}`,
    }));
    const all = [...painted, ...typed].sort((a, b) => a.column - b.column);
    return `<row r="${row}"${hidden ? ' hidden="1"' : ''}>${all.map(({ xml }) => xml).join('')}</row>`;
  });
  const merges = sheet.merges.map((merge) => `<mergeCell ref="${rangeAddress(merge)}"/>`);
  const columns = (sheet.hiddenColumns ?? []).map(
    ({ from, to }) => `<col min="${from}" max="${to}" width="9" hidden="1"/>`,
  );
  return `<worksheet ${NAMESPACES}>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${rows.join('')}</sheetData><sheetProtection sheet="1"/>${merges.length === 0 ? '' : `<mergeCells>${merges.join('')}</mergeCells>`}</worksheet>`;
}

function content({ value, formula, picture }: RawCell, text: (value: string) => string): string {
  if (picture === true) return 't="e" vm="1"><v>#VALUE!</v></c>';
  const f = formula === undefined ? '' : `<f>${escaped(formula)}</f>`;
  if (isCellError(value)) return `t="e">${f}<v>${escaped(value.error)}</v></c>`;
  if (typeof value === 'number') return `>${f}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (formula !== undefined) return value === '' ? `>${f}</c>` : `t="str">${f}<v>${escaped(value)}</v></c>`;
  return text(value);
}

/** What the library cannot express (errors without a formula, fills alone, macros) is left to the other two. */
async function byLibrary(workbook: RawWorkbook): Promise<Uint8Array> {
  const made = new Workbook();
  made.properties.date1904 = workbook.date1904;
  for (const sheet of workbook.sheets) {
    const tab = made.addWorksheet(sheet.name, { state: sheet.visibility });
    for (const { from, to } of sheet.hiddenColumns ?? [])
      for (let column = from; column <= to; column += 1) tab.getColumn(column).hidden = true;
    for (const { row, hidden, cells } of sheet.rows) {
      tab.getRow(row).hidden = hidden;
      for (const cell of cells) {
        const target = tab.getCell(cellAddress(row, cell.column));
        const { value } = cell;
        const plain = isCellError(value) ? undefined : value;
        target.value =
          cell.formula !== undefined && plain !== undefined
            ? { formula: cell.formula, result: plain }
            : isCellError(value)
              ? { error: value.error as '#N/A' }
              : value;
        if (cell.format !== undefined) target.numFmt = cell.format;
      }
    }
    for (const { row, column, color } of sheet.fills ?? []) {
      tab.getCell(cellAddress(row, column)).fill = {
        type: 'pattern',
        pattern: 'solid',
        fgColor: { argb: `FF${color}` },
      };
    }
    for (const merge of sheet.merges) tab.mergeCells(rangeAddress(merge));
  }
  return made.xlsx.writeBuffer({ validate: false });
}
