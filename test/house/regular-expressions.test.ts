import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { runsAway } from './attack-texts';

jest.setTimeout(300_000);

/** Rooms whose regular expressions meet what units and clerks typed. */
const ROOMS = ['app', 'base', 'documents', 'hosts', 'ledger', 'plan', 'returns', 'sheets', 'taskpane', 'cli'];

interface Found {
  readonly place: string;
  readonly expression: RegExp;
}

function expressionsOf(file: string): readonly Found[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const [, pattern = '', flags = ''] = /^\/(.*)\/([a-z]*)$/su.exec(node.text) ?? [];
      found.push({ place: `${file}:${line + 1}`, expression: new RegExp(pattern, flags) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const found = ROOMS.flatMap((room) =>
  readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => expressionsOf(join('src', room, name))),
);

test('no regular expression of the product runs away on a cell full of what it looks for', () => {
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ expression }) => runsAway(expression)).map(({ place }) => place)).toEqual([]);
});
