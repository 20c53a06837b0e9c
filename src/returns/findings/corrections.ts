import { cellAddress, type RawCell, type RawRow, type RawWorkbook } from '../../base/raw-sheet';
import type { CheckedReturn, Correction, Finding, OfferedFinding } from '../checked-return';

function isOffered(finding: Finding): finding is OfferedFinding {
  return finding.correction?.made === false && finding.where.cell !== '';
}

/** What a check offers to correct, in the order of its findings. */
export function offeredCorrections({ findings }: CheckedReturn): readonly OfferedFinding[] {
  return findings.filter(isOffered);
}

/** The workbook as it would stand with these corrections typed in; the given one is left as it is. */
export function withCorrections(workbook: RawWorkbook, agreed: readonly OfferedFinding[]): RawWorkbook {
  if (agreed.length === 0) return workbook;
  const byPlace = new Map(
    agreed.map(({ where, correction }) => [placeKey(where.sheet, where.cell), correction]),
  );
  const correctedRow = (sheet: string, row: RawRow): RawRow => ({
    ...row,
    cells: row.cells.map((cell) => {
      const correction = byPlace.get(placeKey(sheet, cellAddress(row.row, cell.column)));
      return correction === undefined ? cell : correctedCell(cell, correction);
    }),
  });
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => correctedRow(sheet.name, row)),
    })),
  };
}

/** In a text the correction may speak of a part: the name behind “填报单位：”. Anything else is replaced whole. */
function correctedCell({ column, value }: RawCell, { before, after }: Correction): RawCell {
  if (typeof value !== 'string' || !value.includes(before)) return { column, value: after };
  const at = value.indexOf(before);
  return { column, value: value.slice(0, at) + after + value.slice(at + before.length) };
}

function placeKey(sheet: string, cell: string): string {
  return `${sheet}!${cell}`;
}
