import { fold, squeeze } from '../base/fold-text';
import type { Measure, Plan } from './plan';

export type ChangedField = 'text' | 'units' | 'deadline' | 'no';

export interface ChangedMeasure {
  readonly before: Measure;
  readonly after: Measure;
  /** Never empty. */
  readonly fields: readonly ChangedField[];
}

/** What a revised plan makes of the measures of the one before. */
export interface PlanComparison {
  readonly added: readonly Measure[];
  readonly removed: readonly Measure[];
  readonly changed: readonly ChangedMeasure[];
  /** Every measure that is in both, by its number before: its number now. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** Two texts that agree by less than this are two different measures. */
const SAME_MEASURE = 0.45;
/** What the same number adds to what agrees of the texts. */
const SAME_NUMBER = 0.2;

/** A text as the pairs of neighbouring characters in it; what two texts share of them is how much they agree. */
function pairsOf(text: string): ReadonlySet<string> {
  const words = squeeze(fold(text)).replace(/[。，、；：.,;:]/g, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < words.length; at += 1) pairs.add(words.slice(at, at + 2));
  return pairs;
}

function agreement(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** Measures whose words are the same in both, each once, in order. */
function sameWords(before: readonly Measure[], after: readonly Measure[]): Map<Measure, Measure> {
  const byWords = new Map<string, Measure[]>();
  for (const measure of after) {
    const words = squeeze(fold(measure.text));
    const known = byWords.get(words);
    if (known === undefined) byWords.set(words, [measure]);
    else known.push(measure);
  }
  const pairs = new Map<Measure, Measure>();
  for (const measure of before) {
    const found = byWords.get(squeeze(fold(measure.text)))?.shift();
    if (found !== undefined) pairs.set(measure, found);
  }
  return pairs;
}

/** Of what is left the pairs that agree most, best first. */
function similarWords(before: readonly Measure[], after: readonly Measure[]): Map<Measure, Measure> {
  const targets = after.map((measure) => ({ measure, pairs: pairsOf(measure.text) }));
  const candidates = before.flatMap((measure) => {
    const pairs = pairsOf(measure.text);
    return targets.flatMap((target) => {
      const share = agreement(pairs, target.pairs);
      if (share < SAME_MEASURE) return [];
      const score = share + (measure.no === target.measure.no ? SAME_NUMBER : 0);
      return [{ measure, target: target.measure, score }];
    });
  });
  candidates.sort((a, b) => b.score - a.score);
  const pairs = new Map<Measure, Measure>();
  const taken = new Set<Measure>();
  for (const { measure, target } of candidates) {
    if (pairs.has(measure) || taken.has(target)) continue;
    pairs.set(measure, target);
    taken.add(target);
  }
  return pairs;
}

function changedFields(before: Measure, after: Measure): readonly ChangedField[] {
  const units = ({ leadUnits, leadGroup, supportUnits }: Measure): string =>
    JSON.stringify([leadUnits, leadGroup, supportUnits]);
  const due = ({ deadline, deadlineKind, milestones }: Measure): string =>
    JSON.stringify([deadline, deadlineKind, milestones]);
  const fields: readonly (readonly [ChangedField, boolean])[] = [
    ['text', squeeze(before.text) !== squeeze(after.text)],
    ['units', units(before) !== units(after)],
    ['deadline', due(before) !== due(after)],
    ['no', before.no !== after.no],
  ];
  return fields.filter(([, differs]) => differs).map(([field]) => field);
}

/**
 * Which measures of a plan stand in its revision, by their words first and then by what agrees most, the number counting a
 * little: a measure that moved or was reworded is the same one.
 */
export function comparePlans(before: Plan, after: Plan): PlanComparison {
  const same = sameWords(before.measures, after.measures);
  const taken = new Set(same.values());
  const similar = similarWords(
    before.measures.filter((measure) => !same.has(measure)),
    after.measures.filter((measure) => !taken.has(measure)),
  );
  const pairs = before.measures.flatMap((measure) => {
    const found = same.get(measure) ?? similar.get(measure);
    return found === undefined ? [] : [{ before: measure, after: found }];
  });
  const matched = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  return {
    added: after.measures.filter((measure) => !matched.has(measure)),
    removed: before.measures.filter((measure) => !matched.has(measure)),
    changed: pairs
      .map((pair) => ({ ...pair, fields: changedFields(pair.before, pair.after) }))
      .filter(({ fields }) => fields.length > 0),
    numbers: new Map(pairs.map((pair) => [pair.before.no, pair.after.no])),
  };
}
