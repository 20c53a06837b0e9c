import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../../src/plan/parse';
import { printPlan } from '../../src/plan/text/print-plan';
import { describePlan } from './corpus/describe';
import { placedText, squeeze, withoutLayout } from './support';

const FOLDER = join(__dirname, 'corpus/documents');
const DOCUMENTS = readdirSync(FOLDER).filter((name) => /^\d+-.*(?<!\.expected)\.txt$/.test(name));

function read(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

test('the corpus holds at least ten documents', () => {
  expect(DOCUMENTS.length).toBeGreaterThanOrEqual(10);
});

describe.each(DOCUMENTS)('%s', (name) => {
  const text = read(name);
  const plan = parsePlan(text);

  test('reads as expected', () => {
    expect(describePlan(plan)).toBe(read(name.replace('.txt', '.expected.txt')));
  });

  test('nothing is lost, nothing is placed twice', () => {
    expect(placedText(plan)).toBe(squeeze(text));
  });

  test('printed, it reads as the same plan', () => {
    expect(withoutLayout(parsePlan(printPlan(plan)))).toEqual(withoutLayout(plan));
  });

  test('Windows line breaks change nothing', () => {
    expect(withoutLayout(parsePlan(text.replace(/\n/g, '\r\n')))).toEqual(withoutLayout(plan));
  });
});
