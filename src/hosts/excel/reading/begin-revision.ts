import type { RawWorkbook } from '../../../base/raw-sheet';
import type { TabParts } from '../../../base/workbook-port';
import { joined, loadGroup, loadGroups } from './read-tabs';
import { partlyRead } from './read-live-workbook';
import { askForNames, askForSurvey, surveyOf, type Survey } from './survey';

/**
 * What a change of the workbook begins from: the values of some tabs, and what writing must know of every sheet. One round
 * trip a group of parts, two at the least.
 */
export async function beginRevision(
  context: Excel.RequestContext,
  parts: TabParts,
): Promise<{ readonly workbook: RawWorkbook; readonly survey: Survey }> {
  const { workbook } = context;
  const [first = [], second = [], ...others] = parts;
  const look = await loadGroup(context, first, () => askForNames(workbook.load('name')));
  const { worksheets, tables } = look.asked;
  const rest = await loadGroup(context, second, () =>
    askForSurvey(
      workbook,
      worksheets.items.map(({ name }) => name),
      tables.items.map(({ name }) => name),
    ),
  );
  const more = await loadGroups(context, others);
  return {
    workbook: partlyRead(workbook.name, worksheets.items, joined([look.blocks, rest.blocks, ...more])),
    survey: surveyOf(look.asked, rest.asked),
  };
}
