import { IntlMessageFormat } from 'intl-messageformat';

/** What fills the placeholders of a sentence. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Says sentences by their keys; each is parsed once, when first said. */
export function speaker<Key extends string>(
  messages: Readonly<Record<Key, string>>,
  locale: string,
): (key: Key, values?: MessageValues) => string {
  const parsed = new Map<Key, IntlMessageFormat>();
  return (key, values = {}) => {
    let message = parsed.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(messages[key], locale);
      parsed.set(key, message);
    }
    return String(message.format({ ...values }));
  };
}
