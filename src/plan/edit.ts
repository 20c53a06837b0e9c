import { squeeze } from '../base/fold-text';
import { PlanParseError } from './plan-errors';
import { parsePlan } from './parse';
import { meaningOf } from './text/meaning';
import { clauseFor, printPlan } from './text/print-plan';
import type { Measure, Plan } from './plan';

/** What a clerk can set of a measure; the words of its clause are written anew to say it. */
export type MeasureChange = Partial<
  Pick<
    Measure,
    'text' | 'leadUnits' | 'leadGroup' | 'supportUnits' | 'deadline' | 'deadlineKind' | 'milestones'
  >
>;

/** A correction of how a plan was read; measures are identified by their `no`. */
export type PlanEdit =
  | { readonly kind: 'set'; readonly no: number; readonly change: MeasureChange }
  /** Two measures of one: the second begins at this position of its text. */
  | { readonly kind: 'split'; readonly no: number; readonly at: number }
  /** One measure of it and the next, which both take part in. */
  | { readonly kind: 'join'; readonly no: number };

/** A draft on its way: a text, and what each measure read from it must say. */
interface Draft {
  readonly text: string;
  readonly measures: readonly Measure[];
}

/**
 * Corrects a plan by correcting its text, so that there is one thing to keep: the text, from which the plan is read again
 * at any time and in which every measure still has its place. Layout may change, other words do not.
 * @returns `undefined` when no text says what is asked for; the plan stays as it was
 */
export function editPlan(plan: Plan, edit: PlanEdit): Plan | undefined {
  const texts = new TextReader(plan);
  const base = texts.read(texts.print(plan));
  const index = plan.measures.findIndex(({ no }) => no === edit.no);
  const measure = base?.measures[index];
  if (!base || !measure || base.measures.length !== plan.measures.length) return undefined;
  const draft = draftOf(base, index, measure, edit);
  return draft && settled(draft, texts);
}

/** Reads each text once: a correction comes back to the same text several times. */
class TextReader {
  private readonly known = new Map<string, Plan | undefined>();

  constructor(plan: Plan) {
    this.known.set(plan.text, plan);
  }

  /** `undefined` when the text is no plan. */
  read(text: string): Plan | undefined {
    if (!this.known.has(text)) this.known.set(text, planIn(text));
    return this.known.get(text);
  }

  print(plan: Plan): string {
    return printPlan(plan, (text) => this.read(text)?.measures ?? []);
  }
}

function planIn(text: string): Plan | undefined {
  try {
    return parsePlan(text);
  } catch (error) {
    if (error instanceof PlanParseError) return undefined;
    throw error;
  }
}

function draftOf(base: Plan, index: number, measure: Measure, edit: PlanEdit): Draft | undefined {
  switch (edit.kind) {
    case 'set':
      return { text: base.text, measures: base.measures.with(index, { ...measure, ...edit.change }) };
    case 'split':
      return split(base, index, measure, edit.at);
    case 'join':
      return joined(base, index, measure);
  }
}

/** Where a measure's own words stand in the text; `undefined` when they do not stand together. */
function bodyOf(plan: Plan, { text, source }: Measure): { start: number; end: number } | undefined {
  const at = plan.text.slice(source.start, source.end).indexOf(text);
  return at === -1 || text === ''
    ? undefined
    : { start: source.start + at, end: source.start + at + text.length };
}

function split(base: Plan, index: number, measure: Measure, at: number): Draft | undefined {
  const body = bodyOf(base, measure);
  const [first, second] = [measure.text.slice(0, at).trim(), measure.text.slice(at).trim()];
  if (!body || first === '' || second === '') return undefined;
  const cut = body.start + at;
  const clause = measure.clause === '' ? clauseFor(measure) : measure.clause;
  return {
    text: `${base.text.slice(0, cut)}${clause}\n${base.text.slice(cut)}`,
    measures: base.measures.toSpliced(index, 1, { ...measure, text: first }, { ...measure, text: second }),
  };
}

function joined(base: Plan, index: number, measure: Measure): Draft | undefined {
  const next = base.measures[index + 1];
  if (!next) return undefined;
  const [body, nextBody] = [bodyOf(base, measure), bodyOf(base, next)];
  const between = [...base.headings, ...base.rest].some(
    ({ source }) => source.start >= measure.source.start && source.start < next.source.start,
  );
  if (!body || !nextBody || between) return undefined;
  return {
    text: base.text.slice(0, body.end) + base.text.slice(nextBody.start),
    measures: base.measures.toSpliced(index, 2, both(measure, next)),
  };
}

/** Everyone who takes part in either, until the later of the two days. */
function both(first: Measure, second: Measure): Measure {
  const leadUnits = [...new Set([...first.leadUnits, ...second.leadUnits])];
  const groups = [...new Set([first.leadGroup, second.leadGroup].filter((group) => group !== null))];
  const support = [...new Set([...first.supportUnits, ...second.supportUnits])];
  const later = (first.deadline ?? '') >= (second.deadline ?? '') ? first : second;
  return {
    ...first,
    text: first.text + second.text,
    leadUnits,
    leadGroup: groups.length === 0 ? null : groups.join('、'),
    supportUnits: support.filter((unit) => !leadUnits.includes(unit)),
    deadline: later.deadline,
    deadlineKind: later.deadlineKind,
    milestones: later.milestones,
  };
}

/** The plan read from a draft, clauses written out wherever the text alone does not say what it must. */
function settled({ text, measures }: Draft, texts: TextReader): Plan | undefined {
  const says = (plan: Plan | undefined): boolean =>
    plan?.measures.length === measures.length &&
    plan.measures.every((measure, index) => sameMeaning(measure, measures[index]));
  const first = texts.read(text);
  if (!first || says(first)) return first;
  if (first.measures.length !== measures.length) return undefined;
  const wanted = first.measures.map((measure, index) => ({
    ...measure,
    ...changeOf(measures[index] ?? measure),
  }));
  const second = texts.read(texts.print({ ...first, measures: wanted }));
  return says(second) ? second : undefined;
}

function sameMeaning(a: Measure, b: Measure | undefined): boolean {
  return b !== undefined && meaningOf(a) === meaningOf({ ...b, text: squeeze(b.text) });
}

function changeOf(measure: Measure): MeasureChange {
  const { text, leadUnits, leadGroup, supportUnits, deadline, deadlineKind, milestones } = measure;
  return { text, leadUnits, leadGroup, supportUnits, deadline, deadlineKind, milestones };
}
