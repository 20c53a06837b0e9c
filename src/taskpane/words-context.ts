import { createContext, use } from 'react';
import { translator, type Translate } from '../locales/translate';

export const WordsContext = createContext<Translate>(translator('zh-CN'));

/** The sentences of the language in use. */
export function useWords(): Translate {
  return use(WordsContext);
}
