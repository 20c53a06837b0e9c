import { describeFinding } from '../app/wording/describe-finding';
import type { FormPageKey } from '../app/papers/form-page-words';
import type { MessageKey, MessageValues } from '../locales/translate';
import { speaker } from '../locales/speak';
import type { Finding } from '../returns/checked-return';
import { element } from './elements';

/** Says a sentence of the page, or of a finding. */
export type Say = (key: MessageKey | FormPageKey, values?: MessageValues) => string;

/** The page's sentences: those that came with it. */
export function wordsOf(messages: Readonly<Record<string, string>>): Say {
  return speaker<MessageKey | FormPageKey>(messages, 'zh-CN');
}

/** One line a finding, in words before colour. */
export function findingLine(finding: Finding, t: Say): HTMLLIElement {
  const { severity } = finding;
  const { message, suggestion } = describeFinding(finding, t);
  const label = { error: t('formPage.error'), warning: t('formPage.warning'), corrected: t('formPage.note') };
  const words = severity === 'corrected' ? message : `${message}${suggestion}`;
  return element('li', { class: severity }, element('b', {}, label[severity]), words);
}
