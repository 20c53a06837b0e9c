import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../../../../src/plan/parse';
import { documentPieces } from '../../../../src/taskpane/screens/plan/document/document-blocks';
import { JINGMEN, squeeze } from '../../../plan/support';

const FOLDER = join(__dirname, '../../../plan/corpus/documents');
const DOCUMENTS = readdirSync(FOLDER).filter(
  (name) => /\d\.txt$|[a-z]\.txt$/.test(name) && !name.includes('expected'),
);

test.each([
  ['the Jingmen plan', JINGMEN],
  ...DOCUMENTS.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
])('%s: every character is shown, in order, and every measure once', (_name, text) => {
  const plan = parsePlan(text);
  const pieces = documentPieces(plan);
  expect(squeeze(pieces.map((piece) => piece.text).join(''))).toBe(squeeze(plan.text));
  expect(pieces.flatMap(({ measure }) => measure ?? [])).toEqual(plan.measures);
  expect(pieces.filter(({ kind }) => kind === 'heading').length).toBeLessThanOrEqual(plan.headings.length);
});
