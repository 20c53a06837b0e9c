import type { CellRange, RawWorkbook } from '../../../base/raw-sheet';
import type { Reading, TabPart, TabParts } from '../../../base/workbook-port';
import { cellsOf } from '../ranges';
import { loadBlocks, matrix, type LoadedBlock } from './load-blocks';
import {
  alwaysThere,
  askForValues,
  blocksOfTab,
  headsOfUnknown,
  isTooLarge,
  joined,
  loadInParts,
  optionalAmong,
} from './read-tabs';
import { partlyRead, usedCells } from './read-live-workbook';
import { askForNames, surveyOf, type Survey } from './survey';

/** What a change of the workbook begins from. */
export interface BegunRevision extends LookedInto {
  readonly workbook: RawWorkbook;
  readonly survey: Survey;
}

interface LookedInto {
  readonly reading: (tab: string) => Reading;
}

type Blocks = ReadonlyMap<string, readonly LoadedBlock[]>;

/** A formula is one more text: where the tabs have more cells than this in all, only their values are asked for. */
const CELLS_WITH_FORMULAS = 120_000;

const SIZE = 'rowIndex,columnIndex,rowCount,columnCount';

/**
 * The values of some tabs, their formulas where they are not too many, and what writing must know of every sheet. Two round
 * trips: the first tabs, and how large the others are; then those, and the formulas. More where that is too much for an answer.
 */
export async function beginRevision(context: Excel.RequestContext, parts: TabParts): Promise<BegunRevision> {
  const { workbook } = context;
  const [first = [], ...others] = alwaysThere(parts);
  askForNames(workbook);
  const sizes = [
    ...first.map((part) => askForPart(workbook, part, isWhole(part) ? 'formulas' : 'values')),
    ...others.flat().map((part) => askForPart(workbook, part, isWhole(part) ? 'formulas' : 'size')),
  ];
  if (await fits(context)) {
    const heads = headsOfUnknown(parts, workbook.worksheets.items);
    const optional = optionalAmong(parts, workbook.worksheets.items);
    const { blocks, reading } = await loadRest(context, sizes.flatMap(presentPart), { heads, optional });
    const read = partlyRead(workbook.name, workbook.worksheets.items, blocks);
    return { workbook: read, survey: surveyOf(workbook), reading };
  }
  askForNames(workbook);
  const blocks = await loadInParts(context, parts.flat());
  const read = partlyRead(workbook.name, workbook.worksheets.items, blocks);
  const tabs = new Set(parts.flat().map(({ tab }) => tab));
  return {
    workbook: read,
    survey: surveyOf(workbook),
    reading: (tab) => (tabs.has(tab) ? 'values' : 'nothing'),
  };
}

/** Whether there is no need to know first how large it is. */
function isWhole({ isSmall, formulas }: TabPart): boolean {
  return isSmall === true && formulas === true;
}

/** What Excel is asked for, the first time, of a tab. */
const FIRST = {
  size: SIZE,
  values: `${SIZE},values`,
  formulas: `${SIZE},values,formulas`,
} as const;

function askForPart({ worksheets }: Excel.Workbook, part: TabPart, depth: keyof typeof FIRST) {
  const sheet = worksheets.getItemOrNullObject(part.tab);
  const cells = part.columns === undefined ? sheet : sheet.getRange(part.columns);
  const range = cells.getUsedRangeOrNullObject(true).load(FIRST[depth]);
  return { part, sheet, range, depth };
}

/** A tab of which Excel has said how large it is. */
interface PresentPart {
  readonly part: TabPart;
  readonly sheet: Excel.Worksheet;
  readonly used: CellRange;
  /** Where they were asked for. */
  readonly values: LoadedBlock['values'] | undefined;
  readonly formulas: LoadedBlock['formulas'] | undefined;
}

/** Nothing of a tab that is not there, or empty. */
function presentPart({ part, sheet, range, depth }: ReturnType<typeof askForPart>): readonly PresentPart[] {
  if (sheet.isNullObject || range.isNullObject) return [];
  const [cells] = usedCells({ sheet, range }, 'values');
  if (cells === undefined) return [];
  return [
    {
      part,
      sheet,
      used: cells.used,
      values: depth === 'size' ? undefined : matrix(range.values),
      formulas: depth === 'formulas' ? matrix(range.formulas) : undefined,
    },
  ];
}

/**
 * What was not asked for yet, and the formulas. Heads of other sheets are left out where all is too much for one answer; the optional
 * tabs that are there never are.
 */
async function loadRest(
  context: Excel.RequestContext,
  parts: readonly PresentPart[],
  { heads, optional }: { readonly heads: readonly TabPart[]; readonly optional: readonly TabPart[] },
): Promise<LookedInto & { readonly blocks: Blocks }> {
  const cells = parts.reduce((sum, { used }) => sum + cellsIn(used), 0);
  const withFormulas = cells <= CELLS_WITH_FORMULAS;
  const asked = parts.map((one) => {
    const isWanted = withFormulas && one.part.formulas === true && one.formulas === undefined;
    const what = [...(one.values === undefined ? ['values'] : []), ...(isWanted ? ['formulas'] : [])];
    const range = what.length === 0 ? undefined : cellsOf(one.sheet, one.used).load(what.join(','));
    return { ...one, range, isWanted };
  });
  const others = [...heads, ...optional].map((part) => askForValues(context.workbook.worksheets, part));
  const depths = new Map<string, Reading>(
    parts.map(({ part, formulas }) => [part.tab, formulas === undefined ? 'values' : 'formulas']),
  );
  for (const { tab } of optional) depths.set(tab, 'values');
  if (await fits(context)) {
    for (const { part, isWanted } of asked) if (isWanted) depths.set(part.tab, 'formulas');
    const blocks = new Map(asked.map((one) => [one.part.tab, [loadedPart(one)]]));
    return {
      blocks: joined([blocks, ...others.map(blocksOfTab)]),
      reading: (tab) => depths.get(tab) ?? 'nothing',
    };
  }
  const left = parts.filter(({ values }) => values === undefined);
  const blocks = await loadBlocks(
    context,
    left.map(({ sheet, used }) => ({ sheet: sheet.load('name'), used, depth: 'values' as const })),
  );
  const known = parts.flatMap((one): [string, LoadedBlock[]][] =>
    one.values === undefined
      ? []
      : [[one.part.tab, [loadedPart({ ...one, range: undefined, isWanted: false })]]],
  );
  const more =
    optional.length === 0 ? new Map<string, LoadedBlock[]>() : await loadInParts(context, optional);
  return {
    blocks: joined([new Map([...known, ...blocks]), more]),
    reading: (tab) => depths.get(tab) ?? 'nothing',
  };
}

function loadedPart({
  used: { top, left },
  values,
  formulas = [],
  range,
  isWanted,
}: PresentPart & { readonly range: Excel.Range | undefined; readonly isWanted: boolean }): LoadedBlock {
  return {
    top,
    left,
    values: values ?? matrix(range?.values),
    formulas: isWanted ? matrix(range?.formulas) : formulas,
    formats: [],
    hidden: [],
    merges: [],
  };
}

function cellsIn({ top, bottom, left, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** False when Excel found the answer too large. */
async function fits(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (isTooLarge(error)) return false;
    throw error;
  }
}
