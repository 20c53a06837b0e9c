import type { Translate } from '../../../locales/translate';
import type { EditAnswer } from '../../session/commands/grid-commands';

/** How an edit went, in a sentence; `null` for one that was taken. */
export function refusalSentence(answer: EditAnswer, t: Translate): string | null {
  switch (answer.kind) {
    case 'taken':
    case 'unchanged':
      return null;
    case 'busy':
      return t('grid.busy');
    case 'unreported':
      return t('grid.unreported', { measure: answer.measure });
    case 'refused':
      return ruleSentence(answer, t);
  }
}

function ruleSentence(
  { rule, typed: value, cell }: Extract<EditAnswer, { kind: 'refused' }>,
  t: Translate,
): string {
  switch (rule?.kind) {
    case undefined:
      return t('grid.refused.none', { cell });
    case 'list':
      return t('grid.refused.list', { value, values: rule.values.join('、') });
    case 'wholeNumber':
      return t('grid.refused.wholeNumber', { value, min: rule.min, max: rule.max });
    case 'date':
      return t('grid.refused.date', { value, from: rule.from, to: rule.to });
    case 'text':
      return t('grid.refused.text', { value, cell });
  }
}
