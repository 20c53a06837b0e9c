import type { Ledger } from '../../ledger/ledger';
import type { Plan } from '../../plan/plan';
import type { CellContent, SheetBlueprint } from '../../base/blueprint';
import { drawnRows } from '../reading/drawn';
import { plainSheet } from '../tab-builder';
import { TAB } from '../words';

/** Raised when a workbook's layout changes so that older code would misread it. */
export const SCHEMA_VERSION = 2;
/** The layout is the same; 报送情况 tells of papers and of returns sent back too, which older code takes for damage. */
const RECEIPTS_SCHEMA = 3;
/** The layout is the same; there are tabs of what lower places reported, which older code takes for sheets of the clerk's own. */
export const LEVELS_SCHEMA = 4;
export const PRODUCT = 'measures-ledger';

/** One cell holds at most 32,767 characters; a longer line goes on in the next row under the same number. */
const CHUNK = 30_000;

function hiddenTab(name: string, cells: SheetBlueprint['cells'], widths: readonly number[]): SheetBlueprint {
  return { ...plainSheet(name, cells, widths), visibility: 'veryHidden' };
}

/** What the workbook is, for the product that opens it. */
export function identityTab(ledger: Ledger): SheetBlueprint {
  return hiddenTab(
    TAB.identity,
    [
      ['product', PRODUCT, null],
      ['schema', schemaFor(ledger), null],
      ['plan', ledger.plan.id, null],
      ['sample', ledger.settings.sample ? 1 : 0, null],
      ...drawnRows(ledger),
    ],
    [16, 40, 40],
  );
}

function schemaFor({ levels, receipts }: Ledger): number {
  if (levels !== undefined) return LEVELS_SCHEMA;
  return receipts.length > 0 ? RECEIPTS_SCHEMA : SCHEMA_VERSION;
}

/** The plan's text line by line, as issued: the plan is read from it again when the workbook is opened. */
export function planTab(plan: Plan): SheetBlueprint {
  const rows = plan.text
    .split('\n')
    .flatMap((line, index) => chunks(line).map((chunk): CellContent[] => [index + 1, chunk]));
  return hiddenTab(TAB.plan, rows, [8, 100]);
}

/** Pieces of at most `CHUNK` characters, none of which ends within a surrogate pair. */
function chunks(line: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  do {
    const end = from + CHUNK;
    const splitsPair = /[\uD800-\uDBFF]/.test(line.charAt(end - 1)) && end < line.length;
    const to = splitsPair ? end - 1 : end;
    pieces.push(line.slice(from, to));
    from = to;
  } while (from < line.length);
  return pieces;
}
