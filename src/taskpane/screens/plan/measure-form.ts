import type { MeasureChange } from '../../../plan/edit';
import type { DeadlineKind, Measure } from '../../../plan/plan';
import type { CalendarDate } from '../../../base/calendar';
import { namesOf } from '../../parts/names-of';

/** The fields of a measure that can be typed. */
export interface MeasureForm {
  readonly text: string;
  readonly leadUnits: string;
  readonly leadGroup: string;
  readonly supportUnits: string;
  readonly deadline: CalendarDate | null;
  readonly deadlineKind: DeadlineKind;
}

const BETWEEN = '、';

export function formOf(measure: Measure): MeasureForm {
  const { text, leadUnits, leadGroup, supportUnits, deadline, deadlineKind } = measure;
  return {
    text,
    leadUnits: leadUnits.join(BETWEEN),
    leadGroup: leadGroup ?? '',
    supportUnits: supportUnits.join(BETWEEN),
    deadline,
    deadlineKind,
  };
}

/** What the form says otherwise than the measure; `null` when nothing. */
export function changeIn(form: MeasureForm, measure: Measure): MeasureChange | null {
  const before = formOf(measure);
  const differs = (field: keyof MeasureForm): boolean => form[field] !== before[field];
  const isDated = form.deadlineKind === 'date';
  const change: MeasureChange = {
    ...(differs('text') && form.text.trim() !== '' ? { text: form.text.trim() } : {}),
    ...(differs('leadUnits') ? { leadUnits: namesOf(form.leadUnits) } : {}),
    ...(differs('leadGroup') ? { leadGroup: namesOf(form.leadGroup).join(BETWEEN) || null } : {}),
    ...(differs('supportUnits') ? { supportUnits: namesOf(form.supportUnits) } : {}),
    ...((differs('deadlineKind') || differs('deadline')) && (!isDated || form.deadline !== null)
      ? {
          deadline: isDated ? form.deadline : null,
          deadlineKind: form.deadlineKind,
          milestones: differs('deadlineKind') ? [] : measure.milestones,
        }
      : {}),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** Positions at which a text can become two measures: behind each of its sentences but the last. */
export function sentenceEnds(text: string): readonly number[] {
  return [...text.matchAll(/[。；;]/g)]
    .map(({ index }) => index + 1)
    .filter((at) => text.slice(at).trim() !== '');
}
