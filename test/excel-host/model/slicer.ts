import { invalidArgument, itemNotFound } from '../protocol/errors';
import { sameName } from './named-items';
import { chooseItems, itemsOf, type Pivot } from './pivot';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** A slicer of one PivotTable. Learn, “Work with PivotTables using the Excel JavaScript API”, “Slicers”. */
export interface Slicer {
  readonly id: string;
  readonly sheet: Sheet;
  readonly pivot: Pivot;
  readonly field: string;
  name: string;
  caption: string;
  style: string;
  sortBy: string;
  /** Points. */
  readonly box: { left: number; top: number; width: number; height: number };
}

/** @throws ItemNotFound for a field the source has not */
export function addSlicer(sheet: Sheet, pivot: Pivot, field: string): Slicer {
  const { workbook } = sheet;
  itemsOf(pivot, field);
  const slicer: Slicer = {
    id: String(workbook.nextId()),
    sheet,
    pivot,
    field,
    name: freeName(workbook, field),
    caption: field,
    style: 'SlicerStyleLight1',
    sortBy: 'Ascending',
    box: { left: 0, top: 0, width: 144, height: 199 },
  };
  workbook.slicers.push(slicer);
  workbook.touch();
  return slicer;
}

function freeName({ slicers }: Workbook, wanted: string): string {
  const isTaken = (name: string): boolean => slicers.some((slicer) => sameName(slicer.name, name));
  if (!isTaken(wanted)) return wanted;
  for (let number = 1; ; number += 1) if (!isTaken(`${wanted} ${number}`)) return `${wanted} ${number}`;
}

/** @throws InvalidArgument for the name of another slicer */
export function renameSlicer(slicer: Slicer, name: string): void {
  const { slicers } = slicer.sheet.workbook;
  if (name === '' || slicers.some((other) => other !== slicer && sameName(other.name, name)))
    throw invalidArgument(`slicer name ${name}`);
  slicer.name = name;
}

export function deleteSlicer({ id, sheet: { workbook } }: Slicer): void {
  const at = workbook.slicers.findIndex((slicer) => slicer.id === id);
  if (at < 0) throw itemNotFound('slicer');
  workbook.slicers.splice(at, 1);
  workbook.touch();
}

/** None selected means all. */
export function selectItems({ pivot, field }: Slicer, items: readonly string[]): void {
  chooseItems(pivot, field, items.length === 0 ? null : items);
}

export function selectedItems({ pivot, field }: Slicer): readonly string[] {
  return pivot.chosen.get(field) ?? itemsOf(pivot, field);
}
