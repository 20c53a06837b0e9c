import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { houseRule, ruleTester } from './rule-tester';

/** A tree of empty files: one folder with twenty, one with nineteen, some beside them that do not count. */
const root = mkdtempSync(join(tmpdir(), 'folders-'));
const numbered = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${folder}/${folder}-${i}.ts`);
for (const file of [
  ...numbered('full', 20),
  ...numbered('roomy', 19),
  'roomy/inner/deeper.tsx',
  'roomy/template.html',
  'roomy/words.d.ts',
  'plan/fold-text.ts',
]) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), '');
}
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const file = (name: string, path: string) => ({
  name,
  code: 'export const a = 1;',
  filename: join(root, path),
  options: [{ root, most: 20 }],
});

ruleTester().run('tidy-folders', houseRule('tidy-folders'), {
  valid: [
    file('a folder may hold twenty files', 'full/full-3.ts'),
    file('the twentieth file of a folder', 'roomy/one-more.ts'),
    file('a folder of its own has room', 'full/inner/one-more.ts'),
    file('a file beside another of nearly its name', 'plan/fold-texts.ts'),
  ],
  invalid: [
    {
      ...file('the twenty-first file of a folder', 'full/one-more.ts'),
      errors: [{ messageId: 'crowded', data: { folder: 'full', count: 21, most: 20 } }],
    },
    {
      ...file('a name that another folder has', 'roomy/inner/fold-text.ts'),
      errors: [{ messageId: 'twin', data: { other: 'plan/fold-text.ts' } }],
    },
    {
      ...file('a component of the same name', 'roomy/inner/fold-text.tsx'),
      errors: [{ messageId: 'twin', data: { other: 'plan/fold-text.ts' } }],
    },
  ],
});
