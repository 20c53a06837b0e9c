import { fold, squeeze } from '../../../src/base/fold-text';
import { parsePlan } from '../../../src/plan/parse';
import type { Measure, Plan } from '../../../src/plan/plan';
import type { BenchmarkDocument } from './documents';
import type { TrueClause } from './duties';

/** How a document was read, against what is right of it. */
export interface Score {
  readonly name: string;
  readonly clauses: number;
  readonly found: number;
  /** Measures found whose leaders and supporters are exact. */
  readonly units: number;
  readonly deadlines: number;
  readonly sections: number;
  /** Measures read where there is none. */
  readonly invented: readonly string[];
  /** What is not right, in words. */
  readonly misses: readonly string[];
  /** Those of them that no remark tells of. */
  readonly silent: readonly string[];
}

function plain(words: string): string {
  return squeeze(fold(words)).replace(/[。.;,]+$/, '');
}

function untilOf({ deadline, deadlineKind }: Measure): string {
  return deadline ?? deadlineKind;
}

function sameNames(read: readonly string[], right: readonly string[]): boolean {
  const names = (list: readonly string[]): string => list.map(plain).sort().join('|');
  return names(read) === names(right);
}

function leadersOf({ leadUnits, leadGroup }: Measure): readonly string[] {
  return [...leadUnits, ...(leadGroup === null ? [] : leadGroup.split('、'))];
}

interface Verdict {
  readonly units: boolean;
  readonly deadline: boolean;
  readonly section: boolean;
}

function judge(plan: Plan, measure: Measure, right: TrueClause): Verdict {
  const title = plan.sections.find(({ no }) => no === measure.section)?.title ?? '';
  return {
    units:
      sameNames(
        leadersOf(measure),
        right.lead.flatMap((name) => name.split('、')),
      ) && sameNames(measure.supportUnits, right.support),
    deadline: untilOf(measure) === right.until,
    section: plain(title) === plain(right.section),
  };
}

/** Whether some remark tells of a measure that was not read, by its words. */
function isRemarked(plan: Plan, { text }: TrueClause): boolean {
  return plan.remarks.some(({ found }) => plain(found).includes(plain(text).slice(0, 12)));
}

function describe({ leadUnits, leadGroup, supportUnits, section, ...measure }: Measure): string {
  const lead = [...leadUnits, ...(leadGroup === null ? [] : [`*${leadGroup}*`])].join('、');
  return `${lead} / ${supportUnits.join('、')} / ${untilOf({ leadUnits, leadGroup, supportUnits, section, ...measure })} / ${section}`;
}

/** Reads a document and counts what is right. */
export function scoreOf({ name, text, clauses }: BenchmarkDocument): Score {
  const plan = parsePlan(text);
  const left = new Set(plan.measures);
  const misses: string[] = [];
  const silent: string[] = [];
  const count = { found: 0, units: 0, deadlines: 0, sections: 0 };
  for (const right of clauses) {
    const measure = [...left].find((one) => plain(one.text) === plain(right.text));
    if (!measure) {
      misses.push(`not found: ${right.text}`);
      if (!isRemarked(plan, right)) silent.push(right.text);
      continue;
    }
    left.delete(measure);
    const { units, deadline, section } = judge(plan, measure, right);
    count.found += 1;
    if (units) count.units += 1;
    if (deadline) count.deadlines += 1;
    if (section) count.sections += 1;
    if (units && deadline && section) continue;
    const said = `${right.lead.join('、')} / ${right.support.join('、')} / ${right.until} / ${right.section}`;
    misses.push(`${right.text}: ${said} was read as ${describe(measure)}`);
    if (!plan.remarks.some(({ no }) => no === measure.no)) silent.push(right.text);
  }
  return {
    name,
    clauses: clauses.length,
    ...count,
    invented: [...left].map((one) => one.text),
    misses,
    silent,
  };
}
