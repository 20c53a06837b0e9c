import { isCellError, type RawCell, type RawSheet, type RawWorkbook } from '../../../../src/base/raw-sheet';
import { fromSerial } from '../../../../src/base/calendar';
import { cellWords } from '../../../../src/returns/locate/cell-words';
import { isDateFormat } from '../../../../src/returns/read/read-date';
import { handWritten } from '../hand-written';

/** A day as a day, since its signs are another matter: not every writer keeps them. */
function dayOf({ value, format }: RawCell, date1904: boolean): string | undefined {
  return isDateFormat(format) ? fromSerial(Number(value), date1904) : undefined;
}

/** What a reader of cells goes by: words as shown, days, kinds of values, what is hidden, merged, coloured in. */
export function facts({ sheets, date1904 }: RawWorkbook) {
  return sheets.map(({ name, rows, merges, fills = [] }: RawSheet) => ({
    name,
    merges: merges.toSorted((a, b) => a.top - b.top || a.left - b.left),
    fills: fills.map(({ row, column }) => [row, column]),
    rows: rows.map(({ row, hidden, cells }) => ({
      row,
      hidden,
      cells: cells.map((cell) => [
        cell.column,
        isCellError(cell.value) ? cell.value.error : (dayOf(cell, date1904) ?? cellWords(cell, date1904)),
        typeof cell.value,
        cell.formula,
      ]),
    })),
  }));
}

const text = (at: string, words: string, style = 0): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (at: string, value: number, style = 0): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.0%"/></numFmts>' +
  '<fonts count="1"><font/></fonts><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>' +
  '<cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="171"/><xf numFmtId="49"/><xf numFmtId="0" fillId="2"/></cellXfs>';

/** A table of measures with everything that a cell can be. */
export const TABLE = handWritten({
  styles: STYLES,
  rows: [
    `<row r="1">${text('A1', '江口市2023年任务分解表')}</row>`,
    `<row r="3">${['序号', '类别', '工作任务', '责任单位', '完成时限', '目标'].map((header, index) => text(`${'ABCDEF'.charAt(index)}3`, header)).join('')}</row>`,
    `<row r="4">${number('A4', 1)}${text('B4', '一、基础设施')}${text('C4', `修路，𠮷野。${'很长的一句。'.repeat(600)}`)}${text('D4', '市交通局')}${number('E4', 45199, 1)}${number('F4', 0.9, 3)}</row>`,
    `<row r="5" hidden="1">${number('A5', 2)}${text('C5', '架桥')}${text('D5', '市交通局')}${number('E5', 45199, 2)}${number('F5', 0.125, 4)}</row>`,
    `<row r="6">${number('A6', 3)}${text('B6', '二、民生')}${text('C6', '办学')}${text('D6', '市教育局')}${text('E6', '0012', 5)}<c r="F6"><f>A4+1</f><v>2</v></c></row>`,
    `<row r="8"><c r="B8" s="6"/><c r="C8" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
  ].join(''),
  after: '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="B4:B5"/></mergeCells>',
});
