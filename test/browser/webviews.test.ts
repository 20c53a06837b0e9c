import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import ts from 'typescript';

jest.setTimeout(300_000);

const bundles = readdirSync('dist')
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(join('dist', name), 'utf8') }));

/** What the browserslist of package.json has not: WebKit before 16.4 rejects a whole file for a lookbehind in it. */
const UNKNOWN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a lookbehind', /\(\?<[=!]/u],
  ['Object.groupBy or Map.groupBy', /\b(?:Object|Map)\.groupBy\(/u],
  ['Promise.withResolvers', /Promise\.withResolvers\(/u],
  ['Array.fromAsync', /Array\.fromAsync\(/u],
  ['URL.canParse', /URL\.canParse\(/u],
  ['AbortSignal.any or timeout', /AbortSignal\.(?:any|timeout)\(/u],
];

function newerSyntax(name: string, text: string): readonly string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassStaticBlockDeclaration(node)) found.push(`${name}: a static block`);
    if (ts.isRegularExpressionLiteral(node) && /\/[a-z]*v[a-z]*$/u.test(node.text)) {
      found.push(`${name}: a regular expression with the flag v`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('no bundle of a page holds what the oldest supported webview cannot read', () => {
  expect(bundles.length).toBeGreaterThan(5);
  const found = bundles.flatMap(({ name, text }) => [
    ...UNKNOWN.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${name}: ${what}`),
    ...newerSyntax(name, text),
  ]);
  expect(found).toEqual([]);
});

const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] }),
);

async function htmlFaults(name: string, html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${name}: ${ruleId} ${message}`),
  );
}

test('every page that is served is HTML by the standard, and says what it is to those who hear it', async () => {
  const pages = readdirSync('dist').filter((name) => name.endsWith('.html'));
  expect(pages.sort()).toEqual([
    'index.html',
    'message.html',
    'papers.html',
    'ribbon.html',
    'support.html',
    'taskpane.html',
  ]);
  const found = await Promise.all(
    pages.map((name) => htmlFaults(name, readFileSync(join('dist', name), 'utf8'))),
  );
  expect(found.flat()).toEqual([]);
  expect(await htmlFaults('bad.html', '<p><div></p><img src=x>')).not.toEqual([]);
});
