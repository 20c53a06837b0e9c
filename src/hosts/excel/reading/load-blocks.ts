import type { CellRange } from '../../../base/raw-sheet';
import { cellsOf } from '../ranges';
import { supportsExcelApi } from '../requirement-sets';

/** How much is asked of each cell: its value; or its entry, its number format, whether its row is hidden and what is merged too. */
export type Depth = 'values' | 'whole';

/** The used cells of one sheet. */
export interface UsedCells {
  readonly sheet: Excel.Worksheet;
  readonly used: CellRange;
  readonly depth: Depth;
}

/** Some rows of a sheet, all arrays row by row. */
export interface LoadedBlock {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  /** These four are empty where only values were asked for. */
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly hidden: readonly boolean[];
  /** Addresses of merged areas; known from ExcelApi 1.13 on. */
  readonly merges: readonly string[];
}

/** Cells asked for in one round trip, by depth: below the limit of 5 MB as a rule. */
const CELLS_AN_ANSWER = { whole: 60_000, values: 150_000 } as const;

/** The contents of the sheets, by name. One round trip as long as it is not too much for one answer. */
export async function loadBlocks(
  context: Excel.RequestContext,
  sheets: readonly UsedCells[],
): Promise<ReadonlyMap<string, readonly LoadedBlock[]>> {
  const found = new Map<string, LoadedBlock[]>();
  await loadInTurn(context, answers(sheets), found);
  return found;
}

/** Whole rows, as many as fit, sheet after sheet. */
function answers(sheets: readonly UsedCells[]): readonly (readonly UsedCells[])[] {
  const packed: UsedCells[][] = [[]];
  let free = 1;
  for (const { used, ...block } of sheets) {
    const share = (used.right - used.left + 1) / CELLS_AN_ANSWER[block.depth];
    for (let top = used.top; top <= used.bottom;) {
      if (free < share) {
        packed.push([]);
        free = 1;
      }
      const rows = Math.max(1, Math.floor(free / share));
      const bottom = Math.min(used.bottom, top + rows - 1);
      packed.at(-1)?.push({ ...block, used: { ...used, top, bottom } });
      free -= (bottom - top + 1) * share;
      top = bottom + 1;
    }
  }
  return packed;
}

async function loadInTurn(
  context: Excel.RequestContext,
  [answer, ...rest]: readonly (readonly UsedCells[])[],
  found: Map<string, LoadedBlock[]>,
): Promise<void> {
  if (answer === undefined || answer.length === 0) return;
  const asked = answer.map((block) => askForBlock(block));
  if (!(await fitsOneAnswer(context, answer))) {
    await loadInTurn(context, [...halves(answer), ...rest], found);
    return;
  }
  for (const block of asked) {
    const { name } = block.sheet;
    found.set(name, [...(found.get(name) ?? []), loadedBlock(block)]);
  }
  await loadInTurn(context, rest, found);
}

/** False when Excel found the answer too large and less can be asked for. */
async function fitsOneAnswer(context: Excel.RequestContext, answer: readonly UsedCells[]): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    const tooLarge =
      error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded';
    if (tooLarge && answer.some(({ used }) => answer.length > 1 || used.bottom > used.top)) return false;
    throw error;
  }
}

function halves(answer: readonly UsedCells[]): readonly (readonly UsedCells[])[] {
  const [only, ...others] = answer;
  if (only === undefined || others.length > 0) {
    const half = Math.ceil(answer.length / 2);
    return [answer.slice(0, half), answer.slice(half)];
  }
  const { used } = only;
  const middle = Math.floor((used.top + used.bottom) / 2);
  return [
    [{ ...only, used: { ...used, bottom: middle } }],
    [{ ...only, used: { ...used, top: middle + 1 } }],
  ];
}

/** Cells so few that they find room in an answer beside others. */
const CELLS_BESIDE_OTHERS = 20_000;

/** Asks for them all, to be there after the next round trip; `undefined` where they are too many to come beside others. */
export function askForFew(sheets: readonly UsedCells[]): (() => readonly LoadedBlock[]) | undefined {
  const cells = sheets.reduce(
    (sum, { used }) => sum + (used.bottom - used.top + 1) * (used.right - used.left + 1),
    0,
  );
  if (cells > CELLS_BESIDE_OTHERS) return undefined;
  const asked = sheets.map((block) => askForBlock(block));
  return () => asked.map((block) => loadedBlock(block));
}

function askForBlock({ sheet, used, depth }: UsedCells) {
  const range = cellsOf(sheet, used);
  if (depth === 'values') return { sheet, used, range: range.load('values'), rows: undefined, merges: [] };
  range.load('values,formulas,numberFormat');
  const merges = supportsExcelApi('1.13')
    ? partsWithFewMerges(used).map((part) => askForMerges(sheet, part))
    : [];
  return { sheet, used, range, rows: range.getRowProperties({ rowHidden: true }), merges };
}

/** Of 512 merged areas and more Excel tells none (Learn, `Range.getMergedAreasOrNullObject`). Each has two cells at least. */
const CELLS_OF_FEW_MERGES = 1_024;

/** Each area is told where its first cell lies (OfficeDev/office-js issue 3611), so that parts lose none and double none. */
function partsWithFewMerges({ top, left, bottom, right }: CellRange): readonly CellRange[] {
  const parts: CellRange[] = [];
  for (let first = left; first <= right; first += CELLS_OF_FEW_MERGES) {
    const last = Math.min(right, first + CELLS_OF_FEW_MERGES - 1);
    const rows = Math.floor(CELLS_OF_FEW_MERGES / (last - first + 1));
    for (let row = top; row <= bottom; row += rows) {
      parts.push({ top: row, left: first, bottom: Math.min(bottom, row + rows - 1), right: last });
    }
  }
  return parts;
}

/** The areas one by one: their common address may hold their first cells alone (issue 1590), and is cut when it is long. */
function askForMerges(sheet: Excel.Worksheet, part: CellRange) {
  const merged = cellsOf(sheet, part).getMergedAreasOrNullObject();
  return { merged, areas: merged.areas.load('items/address') };
}

function loadedBlock({ used, range, rows, merges }: ReturnType<typeof askForBlock>): LoadedBlock {
  if (rows === undefined) return valuesBlock(used, range);
  return {
    ...valuesBlock(used, range),
    formulas: matrix(range.formulas),
    formats: matrix(range.numberFormat),
    hidden: rows.value.map(({ rowHidden }) => rowHidden === true),
    merges: merges.flatMap(({ merged, areas }) =>
      merged.isNullObject ? [] : areas.items.map(({ address }) => address),
    ),
  };
}

/** Of a range whose values were asked for, and nothing else. */
export function valuesBlock(
  { top, left }: Pick<CellRange, 'top' | 'left'>,
  { values }: Excel.Range,
): LoadedBlock {
  return { top, left, values: matrix(values), formulas: [], formats: [], hidden: [], merges: [] };
}

/** Cells as the library gives them, row by row. */
export function matrix(cells: unknown): readonly (readonly unknown[])[] {
  return cells as readonly (readonly unknown[])[];
}
