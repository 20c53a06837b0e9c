import type { RawWorkbook } from '../../../base/raw-sheet';
import type { TabPart, TabParts } from '../../../base/workbook-port';
import { TAB } from '../../../sheets/words';
import { loadBlocks, valuesBlock, type LoadedBlock } from './load-blocks';
import { askForSheets, askForSize, partlyRead, usedCells } from './read-live-workbook';

/** By the name of the tab. */
type Blocks = ReadonlyMap<string, readonly LoadedBlock[]>;

export interface LoadedGroup<Asked> {
  readonly blocks: Blocks;
  /** What was asked for beside them. */
  readonly asked: Asked;
}

/** The values of some tabs, known by name. One round trip a group. */
export async function readTabs(context: Excel.RequestContext, parts: TabParts): Promise<RawWorkbook> {
  const [group = [], ...others] = alwaysThere(parts);
  const { asked, blocks } = await loadGroup(context, group, () => askForSheets(context.workbook));
  const found = [...headsOfUnknown(parts, asked.items), ...optionalAmong(parts, asked.items)];
  const [next = [], ...last] = others;
  const left = found.length === 0 ? others : [[...next, ...found], ...last];
  const more = await loadGroups(context, left);
  return partlyRead(context.workbook.name, asked.items, joined([blocks, ...more]));
}

/** What is asked for before it is known which sheets there are. */
export function alwaysThere(parts: TabParts): TabParts {
  return parts.map((group) => group.filter(({ isOptional }) => isOptional !== true));
}

/** Of the others those that are there. */
export function optionalAmong(
  parts: TabParts,
  sheets: readonly Pick<Excel.Worksheet, 'name'>[],
): readonly TabPart[] {
  const names = new Set(sheets.map(({ name }) => name));
  return parts.flat().filter(({ tab, isOptional }) => isOptional === true && names.has(tab));
}

/** Where the header of a table of ours is looked for, when its tab may bear another name. */
const HEAD = 'A1:AZ60';

const OURS: ReadonlySet<string> = new Set(Object.values(TAB));

/**
 * Where one of the tabs is not there, the upper part of every sheet whose name is none of ours: it may be that tab, renamed. Where
 * none is there, there is no ledger to look for. `_typed` is there only while 台账 is written.
 */
export function headsOfUnknown(
  parts: TabParts,
  sheets: readonly Pick<Excel.Worksheet, 'name'>[],
): readonly TabPart[] {
  const names = sheets.map(({ name }) => name);
  const asked = alwaysThere(parts)
    .flatMap((group) => group.map(({ tab }) => tab))
    .filter((tab) => tab !== TAB.typed);
  const missing = asked.filter((tab) => !names.includes(tab));
  if (missing.length === 0 || missing.length === asked.length) return [];
  return names.filter((name) => !OURS.has(name)).map((tab) => ({ tab, columns: HEAD }));
}

/** One after the other. */
async function loadGroups(
  context: Excel.RequestContext,
  [group, ...others]: TabParts,
): Promise<readonly Blocks[]> {
  if (group === undefined) return [];
  const { blocks } = await loadGroup(context, group, () => undefined);
  return [blocks, ...(await loadGroups(context, others))];
}

export function joined(groups: readonly Blocks[]): Blocks {
  return groups.reduce<Map<string, readonly LoadedBlock[]>>((all, blocks) => {
    for (const [tab, some] of blocks) all.set(tab, [...(all.get(tab) ?? []), ...some]);
    return all;
  }, new Map());
}

/**
 * The values of some tabs, and what is asked for beside them. One round trip; where the values are too much for one answer,
 * as many as it takes.
 * @param ask Called once more when the first answer was too large.
 */
export async function loadGroup<Asked>(
  context: Excel.RequestContext,
  group: readonly TabPart[],
  ask: () => Asked,
): Promise<LoadedGroup<Asked>> {
  const { worksheets } = context.workbook;
  const asked = ask();
  const values = group.map((part) => askForValues(worksheets, part));
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return { asked: ask(), blocks: await loadInParts(context, group) };
  }
  return { asked, blocks: joined(values.map(blocksOfTab)) };
}

/** How large they are comes first, with whatever else was asked for by now. */
export async function loadInParts(context: Excel.RequestContext, group: readonly TabPart[]): Promise<Blocks> {
  const { worksheets } = context.workbook;
  const sizes = group.map(({ tab, columns }) =>
    askForSize(worksheets.getItemOrNullObject(tab).load('name'), columns),
  );
  await context.sync();
  const present = sizes.filter(({ sheet }) => !sheet.isNullObject);
  return loadBlocks(
    context,
    present.flatMap((size) => usedCells(size, 'values')),
  );
}

export function askForValues(worksheets: Excel.WorksheetCollection, { tab, columns }: TabPart) {
  const sheet = worksheets.getItemOrNullObject(tab);
  const range = (columns === undefined ? sheet : sheet.getRange(columns)).getUsedRangeOrNullObject(true);
  return { tab, range: range.load('rowIndex,columnIndex,values') };
}

/** Nothing of a tab that is not there, or empty. */
export function blocksOfTab({ tab, range }: ReturnType<typeof askForValues>): Blocks {
  if (range.isNullObject) return new Map();
  return new Map([[tab, [valuesBlock({ top: range.rowIndex + 1, left: range.columnIndex + 1 }, range)]]]);
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded';
}
