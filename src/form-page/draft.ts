import type { FormContent } from '../sheets/tabs/form-measures';
import {
  ANSWER_COLUMNS,
  FOOT_LABELS,
  type AnswerField,
  type FootLabel,
  type TypedForm,
} from '../returns/typed/typed-form';

/** What has been typed so far, as text. */
export interface Draft {
  readonly answers: Readonly<Record<string, Readonly<Partial<Record<AnswerField, string>>>>>;
  readonly foot: Readonly<Partial<Record<FootLabel, string>>>;
}

export const EMPTY_DRAFT: Draft = { answers: {}, foot: {} };

/** What is typed of a measure; nothing yet, where nothing is. */
export function answersOf(
  { answers }: Draft,
  measure: number,
): Readonly<Partial<Record<AnswerField, string>>> {
  return answers[String(measure)] ?? {};
}

/** The draft with one answer of a measure typed anew. */
export function withAnswer(draft: Draft, measure: number, field: AnswerField, text: string): Draft {
  const answers = { ...answersOf(draft, measure), [field]: text };
  return { ...draft, answers: { ...draft.answers, [String(measure)]: answers } };
}

/** The draft with one line of the foot typed anew. */
export function withFoot(draft: Draft, word: FootLabel, text: string): Draft {
  return { ...draft, foot: { ...draft.foot, [word]: text } };
}

/** Whether anything was said of a measure. */
export function isBegun(draft: Draft, measure: number): boolean {
  return Object.values(answersOf(draft, measure)).some((text) => text.trim() !== '');
}

/** The form with the draft's words. */
export function typedForm({ plan, unit, period, measures }: FormContent, draft: Draft): TypedForm {
  const rows = measures.map(({ no }) => ({ measure: no, answers: answersOf(draft, no) }));
  return { plan, unit, period, rows, foot: draft.foot };
}

/** What was kept, checked word by word: somebody else's page may have kept something under that name. */
export function readDraft(kept: string): Draft | undefined {
  let value: unknown;
  try {
    value = JSON.parse(kept);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || !isRecord(value['answers']) || !isRecord(value['foot'])) return undefined;
  const fields = ANSWER_COLUMNS.map(({ field }) => field);
  const answers = Object.fromEntries(
    Object.entries(value['answers']).map(([measure, said]) => [measure, words(said, fields)]),
  );
  return { answers, foot: words(value['foot'], FOOT_LABELS) };
}

function words<Key extends string>(value: unknown, keys: readonly Key[]): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  if (!isRecord(value)) return found;
  for (const key of keys) {
    const text = value[key];
    if (typeof text === 'string') found[key] = text;
  }
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
