import { must } from '../../base/invariant';
import { verdictsInForce } from '../entries';
import type { Entry, LogRecord } from '../records';

/** A line of 操作记录 for each closed claim that the entries of a batch open again by claiming something else. */
export function reopenedRecords(
  before: readonly Entry[],
  after: readonly Entry[],
  { batch, at }: Pick<LogRecord, 'batch' | 'at'>,
): readonly LogRecord[] {
  const closed = new Set(
    [...verdictsInForce(before)].flatMap(([key, { verification }]) =>
      verification === 'closed' ? [key] : [],
    ),
  );
  if (closed.size === 0) return [];
  return [...verdictsInForce(after)].flatMap(([key, { isReopened }]): LogRecord[] => {
    if (!isReopened || !closed.has(key)) return [];
    const [measure, unit] = key.split('@').map((part) => must(part, key));
    const detail = `第 ${measure} 项（${unit}）销号后填报有变，重新待核实`;
    return [{ at, batch, action: 'verification', file: '', detail }];
  });
}
