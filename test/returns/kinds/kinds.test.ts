import { readFileSync, writeFileSync } from 'node:fs';
import { checkReturns } from '../../../src/app/check-returns';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { kindsDocument } from './describe-kinds';
import { KINDS } from './kinds';

const files = createWorkbookFiles();
const DOCUMENT = 'docs/returns.md';

/** The lines of a table without the padding that the formatter gives its columns. */
function withoutPadding(markdown: string): string {
  return markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

test('every kind has its row, and docs/returns.md says the same', () => {
  expect(KINDS).toHaveLength(65);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCUMENT, kindsDocument());
  expect(withoutPadding(readFileSync(DOCUMENT, 'utf8'))).toBe(withoutPadding(kindsDocument()));
});

test.each(KINDS.map((kind) => [kind.no, kind.kind, kind] as const))('%i %s', async (_no, _name, kind) => {
  const handedIn = await kind.files();
  expect(handedIn.length).toBeGreaterThanOrEqual(3);
  for (const returned of handedIn) {
    const checked = await checkReturns(kind.ledger, returned, files);
    const found = checked.flatMap(({ findings }) =>
      findings.map(({ code, where }) => (where.cell === '' ? code : `${code}@${where.cell}`)),
    );
    expect(found).toEqual(kind.findings);
    expect(new Set(checked.map(({ verdict }) => verdict))).toEqual(new Set([kind.verdict]));
  }
});
