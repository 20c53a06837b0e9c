import { handWritten } from '../../hosts/file/hand-written';

const ROWS = [
  ['江口市2024年重点任务清单'],
  ['序号', '工作任务', '工作措施', '牵头单位', '责任单位', '完成时限', '备注'],
  ['1', '扩大投资', '开工重点项目100个', '市发展改革委', '市财政局、市自然资源局', '2024年12月', ''],
  ['2', '', '发行专项债券', '市财政局', '', '长期坚持', '含再融资'],
  ['3', '促进消费', '举办展会10场', '市商务局', '各县（市、区）人民政府', '9月底前', ''],
  ['4', '', '发放消费券', '', '', '6月底前', ''],
] as const;

/** A table of measures as a workbook: a title, merged tasks, a unit merged over two rows. */
export function tableFile(): Uint8Array {
  const cells = (row: readonly string[], number: number): string =>
    row
      .map((text, index) =>
        text === ''
          ? ''
          : `<c r="${'ABCDEFG'.charAt(index)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
      )
      .join('');
  return handWritten({
    rows: ROWS.map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`).join(''),
    after:
      '<mergeCells count="4"><mergeCell ref="A1:G1"/><mergeCell ref="B3:B4"/><mergeCell ref="B5:B6"/><mergeCell ref="D5:D6"/></mergeCells>',
  });
}
