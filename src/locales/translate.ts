import { IntlMessageFormat } from 'intl-messageformat';
import chinese from './zh-CN.json';
import english from './en-US.json';

export type Locale = 'zh-CN' | 'en-US';
export type MessageKey = keyof typeof chinese;
export type MessageValues = Readonly<Record<string, string | number>>;

/** A sentence by its key, its placeholders filled. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': chinese,
  'en-US': english,
};

/** The sentences of one language; each is parsed once, when first said. */
export function translator(locale: Locale): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  return (key, values = {}) => {
    let message = parsed.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(MESSAGES[locale][key], locale);
      parsed.set(key, message);
    }
    return String(message.format({ ...values }));
  };
}
