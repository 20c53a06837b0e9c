import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GUEST_CASES, OPENPYXL_CASES } from './cases/all-edits';
import { IN_EXCEL } from './cases/in-excel';
import { guestDocument } from './describe-cases';

const DOCUMENT = 'docs/guest.md';

/** The lines of a table without the padding that the formatter gives its columns. */
function withoutPadding(markdown: string): string {
  return markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

test('every case has its row, and docs/guest.md says the same', () => {
  expect(new Set(GUEST_CASES.map(({ id }) => id)).size).toBe(GUEST_CASES.length);
  expect(GUEST_CASES.length).toBeGreaterThanOrEqual(70);
  const unplayed = GUEST_CASES.filter(({ id }) => IN_EXCEL[id]?.notThere !== undefined);
  expect(GUEST_CASES.length - unplayed.length).toBeGreaterThanOrEqual(70);
  const ids = GUEST_CASES.map(({ id }) => id);
  expect(Object.keys(IN_EXCEL).filter((id) => !ids.includes(id))).toEqual([]);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCUMENT, guestDocument());
  expect(withoutPadding(readFileSync(DOCUMENT, 'utf8'))).toBe(withoutPadding(guestDocument()));
});

test('every edit that is written out is one of the cases', () => {
  const script = readFileSync(join(__dirname, 'openpyxl-edits.py'), 'utf8');
  const written = [...script.matchAll(/^@edit\ndef (\w+)\(/gm)].map(([, name]) => name);
  expect(written.sort()).toEqual(OPENPYXL_CASES.map(({ id }) => id).sort());
});
