import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const load = createRequire(__filename);
const root = join(__dirname, '../..');

/** The project's own configuration without the rules that need every file's types: those take half a minute. */
const linter = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    ...(load('../../eslint.config.js') as Linter.Config[]),
    tseslint.configs.disableTypeChecked,
    { rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  ],
});

/** The rules that `code` breaks when it stands in `file`, each once, in alphabetical order. */
export async function brokenRules(file: string, code: string): Promise<readonly string[]> {
  const [result] = await linter.lintText(`${code}\n`, { filePath: join(root, file) });
  const rules = (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
  return [...new Set(rules)].sort();
}
