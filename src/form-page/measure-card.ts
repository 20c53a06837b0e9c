import type { FormPageKey } from '../app/papers/form-page-words';
import { chineseDate } from '../base/calendar';
import { STATUS_WORDS, UNCHANGED_WORD } from '../returns/locate/form-columns';
import { ANSWER_COLUMNS, type AnswerField } from '../returns/typed/typed-form';
import { canStand, lastWords } from '../sheets/tabs/last-words';
import type { FormMeasure } from '../sheets/tabs/form-measures';
import { NO_DEADLINE } from '../sheets/words';
import { choiceControl, typedControl, type AnswerControl } from './answer-field';
import type { Say } from './finding-line';
import { element } from './elements';

/** One measure: what is asked on one side, what is answered on the other. */
export interface MeasureCard {
  readonly root: HTMLElement;
  readonly controls: ReadonlyMap<AnswerField, AnswerControl>;
}

const HINTS: Readonly<Partial<Record<AnswerField, FormPageKey>>> = {
  percent: 'formPage.hint.percent',
  completedOn: 'formPage.hint.completedOn',
  progress: 'formPage.hint.progress',
  problems: 'formPage.hint.problems',
  evidence: 'formPage.hint.evidence',
};

/** The card of a measure, with what is typed of it already. */
export function measureCard(
  measure: FormMeasure,
  answers: Readonly<Partial<Record<AnswerField, string>>>,
  onType: (field: AnswerField, text: string) => void,
  t: Say,
): MeasureCard {
  const controls = new Map(
    ANSWER_COLUMNS.map(({ field, header }) => {
      const id = `m${measure.no}-${field}`;
      const shared = {
        id,
        label: header,
        value: answers[field] ?? '',
        onType: (text: string) => onType(field, text),
      };
      const hint = HINTS[field];
      const control =
        field === 'claimedStatus'
          ? choiceControl({ ...shared, words: statusWords(measure) })
          : typedControl({ ...shared, hint: hint === undefined ? '' : t(hint), kind: kindOf(field) });
      return [field, control] as const;
    }),
  );
  const pair = element('div', { class: 'pair' });
  const answered = element('div', {});
  for (const [field, { root }] of controls) {
    if (field === 'percent' || field === 'completedOn') {
      pair.append(root);
      if (pair.parentNode === null) answered.append(pair);
    } else answered.append(root);
  }
  const root = element('section', { class: 'card', id: `m${measure.no}` }, asked(measure, t), answered);
  return { root, controls };
}

function asked(measure: FormMeasure, t: Say): HTMLElement {
  const { no, taskNo, task, text, deadline, sentBack } = measure;
  const until = deadline === null ? NO_DEADLINE : chineseDate(deadline);
  const title = element('h3', {}, element('span', { class: 'no' }, String(no)), `${taskNo}.${task}`);
  const side = element('div', {}, title, element('p', { class: 'text' }, text));
  side.append(element('p', { class: 'meta' }, t('formPage.deadline', { deadline: until })));
  const last = lastWords(measure);
  if (last !== '') side.append(element('p', { class: sentBack === null ? 'last' : 'last back' }, last));
  return side;
}

function statusWords(measure: FormMeasure): readonly string[] {
  return canStand(measure) ? [...STATUS_WORDS, UNCHANGED_WORD] : STATUS_WORDS;
}

function kindOf(field: AnswerField): 'lines' | 'date' | 'percent' {
  if (field === 'completedOn') return 'date';
  return field === 'percent' ? 'percent' : 'lines';
}
