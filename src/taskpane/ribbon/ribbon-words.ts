import english from '../../locales/en-US.json';
import { inChinese } from '../../locales/chinese';
import { speaker } from '../../locales/speak';
import type { Locale, Translate } from '../../locales/translate';

/**
 * The sentences of one language. The Chinese are there anyway, for what is always Chinese; of the English a built page has none of the
 * pane, which a button never says: all of this page is waited for at its first click.
 */
export function ribbonWords(locale: Locale): Translate {
  return locale === 'zh-CN' ? inChinese : speaker(english, locale);
}
