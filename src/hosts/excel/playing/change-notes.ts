import type { CellNote } from '../../../base/blueprint';
import type { ListDifference } from '../../../base/workbook-difference';
import { supportsExcelApi } from '../requirement-sets';
import { ACTION_BYTES, type Step } from '../requests';
import { noteSteps } from '../writing/write-notes';
import type { TwoPartChange } from './change-rules';

/** Notes of ours, told from the clerk's by their texts, which are asked for with the first request. */
export function noteChangeSteps(
  getSheet: () => Excel.Worksheet,
  { removed, added }: ListDifference<CellNote>,
): TwoPartChange {
  const add = noteSteps(getSheet, { notes: added, validations: [] });
  if (removed.length + added.length === 0 || !supportsExcelApi('1.10')) return { first: [], then: add };
  let asked: Excel.CommentCollection | undefined;
  const ask: Step = {
    bytes: 2 * ACTION_BYTES,
    play: () => {
      asked = getSheet().comments.load('items/id,items/content');
    },
  };
  const texts = new Set([...removed, ...added].map(({ text }) => text));
  const remove: Step = {
    bytes: removed.length * 2 * ACTION_BYTES,
    play: () => {
      for (const comment of asked?.items ?? []) if (texts.has(comment.content)) comment.delete();
    },
  };
  return { first: [ask], then: [remove, ...add] };
}
