import chinese from './zh-CN.json';
import english from './en-US.json';
import { speaker, type MessageValues } from './speak';

export type { MessageValues };
export type Locale = 'zh-CN' | 'en-US';
export type MessageKey = keyof typeof chinese;

/** A sentence by its key, its placeholders filled. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': chinese,
  'en-US': english,
};

/** The sentences of one language. */
export function translator(locale: Locale): Translate {
  return speaker(MESSAGES[locale], locale);
}

/** The sentences of one language whose keys begin so, for a page that carries no more than it says. */
export function messagesOf(
  locale: Locale,
  ...beginnings: readonly string[]
): Readonly<Record<string, string>> {
  const found = Object.entries(MESSAGES[locale]).filter(([key]) =>
    beginnings.some((beginning) => key.startsWith(beginning)),
  );
  return Object.fromEntries(found);
}
