import type { OfficeCharge } from '../../ledger/units/offices';
import type { Measure, Plan } from '../../plan/plan';
import { dataRows, rowSigns } from '../read/identify-rows';
import type { LocatedTable } from '../locate/locate-table';
import { closestMeasure, isSameText } from '../read/match-measure';

/**
 * The one office, among `candidates` if there are any, that owes a report on every measure the rows surely speak of (by key, or
 * by a text that is the plan's); `undefined` when several do, or none.
 */
export function unitByMeasures(
  table: LocatedTable,
  plan: Plan,
  offices: readonly OfficeCharge[],
  candidates?: readonly string[],
): string | undefined {
  const measures = sureMeasures(table, plan.measures);
  if (measures.size === 0) return undefined;
  const fitting = offices
    .filter(({ office }) => candidates?.includes(office) ?? true)
    .filter(({ assignments }) => {
      const owed = new Set(assignments.map(({ measure }) => measure));
      return [...measures].every((measure) => owed.has(measure));
    })
    .map(({ office }) => office);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function sureMeasures(table: LocatedTable, measures: readonly Measure[]): ReadonlySet<number> {
  const plan = new Map(measures.map((measure) => [measure.no, measure]));
  const found = dataRows(table).flatMap(({ row }) => {
    const { key, number, text } = rowSigns(row, table);
    if (key !== undefined && plan.has(key)) return [key];
    if (text === '') return [];
    const numbered = number.kind === 'read' ? plan.get(number.number) : undefined;
    if (numbered !== undefined && isSameText(text, numbered.text)) return [numbered.no];
    return closestMeasure(text, measures)?.no ?? [];
  });
  return new Set(found);
}
