import { createContext, use } from 'react';
import type { Locale, Translate } from '../locales/translate';

const noLanguage: Translate = () => {
  throw new Error('no language was given to what is drawn');
};

export const WordsContext = createContext(noLanguage);

/** The sentences of the language in use. */
export function useWords(): Translate {
  return use(WordsContext);
}

/** The sentences of a language: a page loads the one that is read. */
export async function loadWords(locale: Locale): Promise<Translate> {
  return locale === 'zh-CN'
    ? (await import('../locales/chinese')).inChinese
    : (await import('../locales/english')).inEnglish;
}
