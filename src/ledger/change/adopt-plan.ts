import { comparePlans, type PlanComparison } from '../../plan/compare';
import type { Plan } from '../../plan/plan';
import { logged } from './changes';
import { initialDirectory } from '../units/directory';
import { levelsOf, type Ledger } from '../ledger';
import type { Levels } from '../levels/levels';
import type { Entry, UnitDirectory } from '../records';

/** Numbers of measures that a revision struck out: out of the way of the plan's own, and still to be recognised. */
const STRUCK_OUT = 100_000;

/**
 * 方案修订: the ledger goes on with a revised plan. Entries follow their measures to the new numbers; those of measures
 * struck out stay, under their old number plus 100,000, and count no more.
 * @param at Of the log record, in local time to the minute.
 */
export function adoptPlan(
  ledger: Ledger,
  plan: Plan,
  at: string,
): { readonly ledger: Ledger; readonly comparison: PlanComparison } {
  const comparison = comparePlans(ledger.plan, plan);
  const renumbered = renumbering(ledger, plan, comparison.numbers);
  const adopted: Ledger = {
    ...ledger,
    plan,
    directory: directoryFor(ledger, plan, renumbered),
    entries: ledger.entries.map((entry) => withNumbers(entry, renumbered)),
    ...(ledger.levels === undefined ? {} : { levels: levelsWithNumbers(ledger.levels, renumbered) }),
  };
  return { ledger: logged(adopted, 'adoptPlan', summaryOf(comparison), at), comparison };
}

/** The number now of a measure as it was, whether or not the plan still has it. */
function renumbering(
  ledger: Ledger,
  plan: Plan,
  numbers: ReadonlyMap<number, number>,
): (no: number) => number {
  const used = new Set([
    ...plan.measures.map(({ no }) => no),
    ...ledger.entries.flatMap((entry) => ('measure' in entry ? [entry.measure] : [])),
    ...levelsOf(ledger).handDowns.flatMap(({ measures }) => measures.map((one) => one.now)),
  ]);
  const known = new Set(ledger.plan.measures.map(({ no }) => no));
  const struckOut = new Map<number, number>();
  return (no) => {
    const now = numbers.get(no) ?? struckOut.get(no);
    if (now !== undefined) return now;
    // Struck out by an earlier revision already.
    if (!known.has(no)) return no;
    let free = no + STRUCK_OUT;
    while (used.has(free)) free += STRUCK_OUT;
    used.add(free);
    struckOut.set(no, free);
    return free;
  };
}

function withNumbers(entry: Entry, now: (no: number) => number): Entry {
  switch (entry.kind) {
    case 'report':
    case 'verification':
    case 'extension':
    case 'note':
      return { ...entry, measure: now(entry.measure) };
    case 'letter':
      return { ...entry, measures: entry.measures.map(now) };
    case 'undo':
      return entry;
  }
}

/** What was handed down keeps the number it was handed down under. */
function levelsWithNumbers({ handDowns, reports }: Levels, now: (no: number) => number): Levels {
  return {
    handDowns: handDowns.map((one) => ({
      ...one,
      measures: one.measures.map((measure) => ({ ...measure, now: now(measure.now) })),
    })),
    reports: reports.map((one) => ({
      ...one,
      rows: one.rows.map((row) => (row.upper === null ? row : { ...row, upper: now(row.upper) })),
    })),
  };
}

/** What the clerk entered stays; new units and groups are added, and units that neither lead nor ever reported go. */
function directoryFor(ledger: Ledger, plan: Plan, now: (no: number) => number): UnitDirectory {
  const fresh = initialDirectory(plan);
  const leading = new Set(fresh.units.map(({ name }) => name));
  const { units, groups } = ledger.directory;
  const heardOf = new Set([
    ...ledger.entries.flatMap((entry) => ('unit' in entry ? [entry.unit] : [])),
    ...ledger.submissions.map(({ office }) => office),
    ...groups.flatMap(({ members }) => members),
  ]);
  const kept = units
    .filter(({ name }) => leading.has(name) || heardOf.has(name))
    .map((unit) => ({
      ...unit,
      splits: unit.splits.map((split) => ({ ...split, measures: split.measures.map(now) })),
    }));
  const names = new Set(kept.map(({ name }) => name));
  return {
    units: [...kept, ...fresh.units.filter(({ name }) => !names.has(name))],
    groups: fresh.groups.map((group) => groups.find(({ name }) => name === group.name) ?? group),
  };
}

function summaryOf({ added, removed, changed }: PlanComparison): string {
  const list = (measures: readonly { readonly no: number }[]): string =>
    measures.length === 0 ? '' : `（第${measures.map(({ no }) => no).join('、')}项）`;
  return `增加 ${added.length} 项${list(added)}，取消 ${removed.length} 项${list(removed)}，调整 ${changed.length} 项`;
}
