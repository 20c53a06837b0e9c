import { squeeze, type Source } from '../../base/fold-text';
import type { Remark } from '../plan';
import type { Placed } from '../text/outline';
import { isNameOfPlan } from './title';

/** “整改措施”, “任务清单” can caption a list; so long a name with a new “1.” below is a document's. */
const SURELY_A_NAME = 10;

/** Between the name of a document and its first number stand addressee and preamble. */
const NUMBER_WITHIN = 20;

/** Names of plans behind measures, with numbers that begin anew and measures below: several documents in one. */
export function otherPlans(source: Source, placed: readonly Placed[]): readonly Remark[] {
  const last = placed.findLastIndex(({ role }) => role === 'measure');
  let hasMeasures = false;
  let outermost = Infinity;
  return placed.flatMap(({ piece, role }, at): Remark[] => {
    hasMeasures ||= role === 'measure';
    outermost = Math.min(outermost, piece.marker?.level ?? Infinity);
    if (!hasMeasures || role !== 'passage' || at > last) return [];
    const name = source.folded.slice(piece.start, piece.end);
    if (!isNameOfPlan(name)) return [];
    const next = placed.slice(at + 1, at + NUMBER_WITHIN).find((one) => one.piece.marker)?.piece.marker;
    const beginsAnew = next?.ordinal === 1 && (next.level <= outermost || name.length >= SURELY_A_NAME);
    const found = squeeze(source.text.slice(piece.start, piece.end));
    return beginsAnew ? [{ no: null, code: 'severalPlans', found }] : [];
  });
}
