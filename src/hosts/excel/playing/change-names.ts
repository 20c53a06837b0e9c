import type { DefinedName } from '../../../base/blueprint';
import type { ChangedTab, WorkbookDifference } from '../../../base/workbook-difference';
import { absolute } from '../../../sheets/tab-builder';
import { rowBefore } from '../moved-rows';
import { cellsOf, quotedSheet, sheetOf } from '../ranges';
import type { Survey } from '../reading/survey';
import { ACTION_BYTES, type Step } from '../requests';

/**
 * Names, once the rows have moved: new ones before the formulas that use them, others behind. One that lies there already
 * stays.
 */
export function nameSteps(
  { names, worksheets }: Excel.Workbook,
  { names: wanted, tabs }: WorkbookDifference,
  survey: Survey,
): { readonly before: readonly Step[]; readonly after: readonly Step[] } {
  const changed = new Map(
    tabs.flatMap((tab): readonly (readonly [string, ChangedTab])[] =>
      tab.kind === 'change' ? [[tab.sheet, tab]] : [],
    ),
  );
  const inserted = ({ sheet }: DefinedName) => changed.get(sheet)?.insertedRows ?? [];
  const known = wanted.filter(({ name }) => survey.names.has(name));
  const fresh = wanted.filter(({ name }) => !survey.names.has(name));
  const isElsewhere = (one: DefinedName) =>
    plain(survey.names.get(one.name) ?? '') !== plain(formulaBefore(one, inserted(one)) ?? '');
  return {
    before: fresh.map(({ name, sheet, range }) => ({
      bytes: 4 * ACTION_BYTES,
      play: () => {
        names.add(name, cellsOf(sheetOf(worksheets, sheet), range));
      },
    })),
    after: known.filter(isElsewhere).map(({ name, sheet, range }) => ({
      bytes: 3 * ACTION_BYTES,
      play: () => {
        names.getItem(name).formula = `=${quotedSheet(sheet)}!${absolute(range)}`;
      },
    })),
  };
}

/** What a name must say now to be right once rows have been inserted; nothing for one on inserted rows. */
function formulaBefore(
  { sheet, range }: DefinedName,
  insertedRows: ChangedTab['insertedRows'],
): string | undefined {
  const [top, bottom] = [rowBefore(insertedRows, range.top), rowBefore(insertedRows, range.bottom)];
  if (top === undefined || bottom === undefined) return undefined;
  return `=${quotedSheet(sheet)}!${absolute({ ...range, top, bottom })}`;
}

/** Excel quotes a sheet only where it must. */
function plain(formula: string): string {
  return formula.replaceAll("'", '');
}
