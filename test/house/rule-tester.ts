import { createRequire } from 'node:module';
import { type Rule, RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';

const load = createRequire(__filename);

/** A rule of the house, from scripts/eslint. */
export function houseRule(name: string): Rule.RuleModule {
  return load(`../../scripts/eslint/${name}.js`) as Rule.RuleModule;
}

/** Tries one rule on text that is TypeScript with JSX. */
export function ruleTester(): RuleTester {
  return new RuleTester({
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  });
}
