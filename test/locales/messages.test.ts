import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import chinese from '../../src/locales/zh-CN.json';
import english from '../../src/locales/en-US.json';
import { translator, type Locale, type MessageKey, type MessageValues } from '../../src/locales/translate';

const LANGUAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': chinese,
  'en-US': english,
};

const NUMBERS = [0, 1, 2, 12];

/** For every placeholder, values that between them reach every branch of the message. */
function samples(elements: readonly MessageFormatElement[], found = new Map<string, (string | number)[]>()) {
  const add = (name: string, ...values: (string | number)[]): void => {
    found.set(name, [...(found.get(name) ?? []), ...values]);
  };
  for (const element of elements) {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        break;
      case TYPE.argument:
        add(element.value, `<${element.value}>`);
        break;
      case TYPE.number:
        add(element.value, ...NUMBERS);
        break;
      case TYPE.select:
        add(element.value, ...Object.keys(element.options));
        for (const option of Object.values(element.options)) samples(option.value, found);
        break;
      case TYPE.plural:
        add(element.value, ...NUMBERS);
        for (const option of Object.values(element.options)) samples(option.value, found);
        break;
      case TYPE.date:
      case TYPE.time:
      case TYPE.tag:
        throw new Error('no message says dates, times or tags: dates come as text');
    }
  }
  return found;
}

/** Every value of every placeholder at least once. */
function fillings(message: string): readonly MessageValues[] {
  const choices = [...samples(parse(message))];
  const turns = Math.max(1, ...choices.map(([, values]) => values.length));
  return Array.from({ length: turns }, (_, turn) =>
    Object.fromEntries(choices.map(([name, values]) => [name, values[turn % values.length] ?? ''])),
  );
}

describe.each(Object.entries(LANGUAGES))('%s', (language, messages) => {
  const say = translator(language as Locale);

  test.each(Object.keys(messages) as MessageKey[])('%s can be said whatever fills its places', (key) => {
    const plain = parse(messages[key]).filter((element) => element.type === TYPE.argument);
    for (const values of fillings(messages[key])) {
      const said = say(key, values);
      expect(said.trim()).not.toBe('');
      expect(said).not.toMatch(/[{}]|undefined/);
      for (const { value } of plain) expect(said).toContain(String(values[value]));
    }
  });
});
