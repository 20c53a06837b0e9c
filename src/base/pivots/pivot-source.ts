import type { CellContent, SheetBlueprint } from '../blueprint';
import { toSerial } from '../calendar';

export type PivotValue = string | number | boolean | null;

/** The table a pivot stands on, with formulas at their results. */
export interface PivotSource {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly PivotValue[])[];
}

/** @throws RangeError when no sheet of the workbook has the table. */
export function pivotSource(sheets: readonly SheetBlueprint[], name: string): PivotSource {
  for (const sheet of sheets) {
    const table = sheet.tables.find((candidate) => candidate.name === name);
    if (table === undefined) continue;
    const { top, left, bottom, right } = table.range;
    const width = right - left + 1;
    const [headers = [], ...rows] = sheet.cells.slice(top - 1, bottom).map((row) => {
      const values = row.slice(left - 1, right).map(plainValue);
      return [...values, ...Array.from({ length: width - values.length }, () => null)];
    });
    return { headers: headers.map((value) => (value === null ? '' : String(value))), rows };
  }
  throw new RangeError(`No table named ${name}`);
}

function plainValue(content: CellContent): PivotValue {
  if (content === '' || content === null || typeof content !== 'object')
    return content === '' ? null : content;
  if ('formula' in content) return content.result === '' ? null : content.result;
  return 'date' in content ? toSerial(content.date) : content.text;
}
