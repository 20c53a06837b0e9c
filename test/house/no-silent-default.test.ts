import { houseRule, ruleTester } from './rule-tester';

const silent = (code: string, name: string) => ({ name, code, errors: [{ messageId: 'silent' }] });

ruleTester().run('no-silent-default', houseRule('no-silent-default'), {
  valid: [
    { name: 'the first of what may be none', code: "const unit = units[0] ?? '';" },
    { name: 'a group of an expression that may not match', code: "const year = found[1] ?? '';" },
    {
      name: 'a word that a table of constants need not have',
      code: "const sign = REFUSED[character] ?? '_';",
    },
    { name: 'a count that begins', code: 'counts.set(key, (counts.get(key) ?? 0) + 1);' },
    { name: 'a default that is worked out', code: 'const row = rows[index] ?? made(index);' },
    { name: 'an element taken by must', code: 'const width = must(widths[index], name);' },
  ],
  invalid: [
    silent('const width = widths[index] ?? 0;', 'a number'),
    silent("const text = row[column] ?? '';", 'a text'),
    silent('const cells = rows[row - 1] ?? [];', 'a list'),
    silent('const width = table?.widths[index] ?? 0;', 'behind an optional chain'),
  ],
});
