import { readFileSync, writeFileSync } from 'node:fs';
import { checkReturns } from '../../../src/app/inbox/check-returns';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import {
  LIBRE_OFFICE_TIMEOUT,
  hasLibreOffice,
  resavedByLibreOffice,
  savedAsByLibreOffice,
} from '../../support/libre-office';
import { checksHere } from '../../support/checks-here';
import { oldWorkbook } from '../../hosts/file/other-formats/old-workbook';
import { wordReturn } from '../../hosts/file/document/word-return-file';
import { must } from '../../../src/base/invariant';
import { pastedTable } from '../../../src/taskpane/session/pasted-table';
import { copiedAsHtml, copiedAsText } from './clipboard';
import { kindsDocument } from './describe-kinds';
import { KINDS } from './kinds';

const files = createWorkbookFiles();
const DOCUMENT = 'docs/returns.md';

/** The lines of a table without the padding that the formatter gives its columns. */
function withoutPadding(markdown: string): string {
  return markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

test('every kind has its row, and docs/returns.md says the same', () => {
  expect(KINDS).toHaveLength(68);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCUMENT, kindsDocument());
  expect(withoutPadding(readFileSync(DOCUMENT, 'utf8'))).toBe(withoutPadding(kindsDocument()));
});

function found(checked: Awaited<ReturnType<typeof checkReturns>>): readonly string[] {
  return checked.flatMap(({ findings }) =>
    findings.map(({ code, where }) => (where.cell === '' ? code : `${code}@${where.cell}`)),
  );
}

test.each(KINDS.map((kind) => [kind.no, kind.kind, kind] as const))('%i %s', async (_no, _name, kind) => {
  const handedIn = await kind.files();
  expect(handedIn.length).toBeGreaterThanOrEqual(3);
  for (const returned of handedIn) {
    const checked = await checkReturns(kind.ledger, returned, files, undefined, checksHere(kind.ledger));
    expect(found(checked)).toEqual(kind.findings);
    expect(new Set(checked.map(({ verdict }) => verdict))).toEqual(new Set([kind.verdict]));
  }
});

/** Kinds of rows and values, which no writer changes on its way. */
const RESAVED = [38, 41, 43, 44, 46, 50, 53, 54, 57, 59, 61, 62, 63, 64];

(hasLibreOffice ? test : test.skip)(
  'what LibreOffice saves anew is answered as before',
  async () => {
    const kinds = KINDS.filter(({ no }) => RESAVED.includes(no));
    const originals = await Promise.all(
      kinds.map(async (kind) => (await kind.files())[0]?.[0]?.read() ?? new Uint8Array()),
    );
    const saved = await resavedByLibreOffice(originals);
    for (const [index, kind] of kinds.entries()) {
      const name = `${kind.no}.xlsx`;
      const returned = { name, read: () => Promise.resolve(saved[index] ?? new Uint8Array()) };
      expect([kind.kind, ...found(await checkReturns(kind.ledger, [returned], files))]).toEqual([
        kind.kind,
        ...kind.findings,
      ]);
    }
  },
  LIBRE_OFFICE_TIMEOUT,
);

/** Kinds of the file as such, and of what the writer of the old files leaves out: macros, links, formulas, fills, hidden rows. */
const NOT_OF_CELLS = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 17, 35, 36, 55, 60, 68];

const OF_CELLS = KINDS.filter(({ no }) => !NOT_OF_CELLS.includes(no));
const OF_VALUES = KINDS.filter(({ no }) => RESAVED.includes(no));

/** Not a page: it has words alone, a day as it was shown. */
test.each([
  ['xls', 'biff8', OF_CELLS],
  ['xlsb', 'xlsb', OF_VALUES],
  ['ods', 'ods', OF_VALUES],
  ['xml', 'xlml', OF_VALUES],
] as const)(
  'whatever stands in the cells of an .%s is answered as in an .xlsx',
  async (format, bookType, kinds) => {
    for (const kind of kinds) {
      const [returned = []] = await kind.files();
      const old = await Promise.all(
        returned.map(async ({ name, read }) => {
          const bytes = oldWorkbook(await files.read(await read(), name), bookType);
          return { name: name.replace(/xlsx$/, format), read: () => Promise.resolve(bytes) };
        }),
      );
      const checked = await checkReturns(kind.ledger, old, files, undefined, checksHere(kind.ledger));
      const said = found(checked).filter((code) => code !== 'read-other-format');
      expect([kind.kind, ...said]).toEqual([kind.kind, ...kind.findings]);
    }
  },
);

/**
 * Kinds of the file as such; two files that are the same no longer are when each is saved anew; links that no formula uses and texts
 * that are missing in the file it does not save.
 */
const NOT_SAVED = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13, 17, 68];
/** Fills are not read of an .ods; a picture in a cell becomes an error in an .xls. */
const COLOURED = 55;
const PICTURED = 66;

(hasLibreOffice ? test : test.skip).each([
  ['ods', 'ods', COLOURED],
  ['xls', 'xls:MS Excel 97', PICTURED],
])(
  'whatever stands in a form that LibreOffice saved as .%s is answered as in an .xlsx',
  async (format, filter, but) => {
    const kinds = KINDS.filter(({ no }) => no !== but && !NOT_SAVED.includes(no));
    const handedIn = await Promise.all(
      kinds.map(async (kind) => Promise.all(((await kind.files())[0] ?? []).map(({ read }) => read()))),
    );
    const saved = [...(await savedAsByLibreOffice(handedIn.flat(), filter))];
    const answered = await Promise.all(
      kinds.map(async ({ no, ledger }, index) => {
        const own = saved.splice(0, must(handedIn[index], 'what was handed in of the kind').length);
        const returned = own.map((bytes, at) => ({
          name: `${at}.${format}`,
          read: () => Promise.resolve(bytes),
        }));
        const checked = await checkReturns(ledger, returned, files, undefined, checksHere(ledger));
        return [no, ...found(checked).filter((code) => code !== 'read-other-format')];
      }),
    );
    expect(answered).toEqual(kinds.map(({ no, findings }) => [no, ...findings]));
  },
  LIBRE_OFFICE_TIMEOUT,
);

/** What is copied alone has no sheets, no hidden columns, and as text no merged cells; one column of text is no table. */
const NOT_COPIED: readonly number[] = [16, 19, 22, 67];
const NOT_AS_TEXT: readonly number[] = [31, 37];

test.each([
  ['HTML, as word processors, WPS and mail put it', copiedAsHtml, NOT_COPIED],
  ['text with tabs', copiedAsText, [...NOT_COPIED, ...NOT_AS_TEXT]],
] as const)(
  'whatever stands in a table on the clipboard is answered as in an .xlsx: %s',
  async (_, copied, but) => {
    for (const kind of OF_CELLS.filter(({ no }) => !but.includes(no))) {
      const [returned = []] = await kind.files();
      const pasted = await Promise.all(
        returned.map(async ({ name, read }) => {
          const workbook = await files.read(await read(), name);
          const file = must(
            pastedTable(copied(workbook), name.replace(/\.xlsx$/, '')),
            `the table of ${name}`,
          );
          return { name: file.name, read: async () => new Uint8Array(await file.arrayBuffer()) };
        }),
      );
      const checked = await checkReturns(kind.ledger, pasted, files, undefined, checksHere(kind.ledger));
      const said = found(checked).filter((code) => code !== 'read-other-format' && code !== 'read-csv');
      expect([kind.kind, ...said]).toEqual([kind.kind, ...kind.findings]);
    }
  },
);

/** What a text document has no sheets for: the form's identity, hidden ones, two that are headed alike, hidden columns. */
const NOT_IN_WORD: readonly number[] = [16, 19, 22, 67];

test('whatever stands in the table of a .docx is answered as in an .xlsx', async () => {
  const inWord = OF_CELLS.filter(({ no }) => !NOT_IN_WORD.includes(no));
  for (const kind of [...inWord, ...KINDS.filter(({ no }) => no === COLOURED)]) {
    const [returned = []] = await kind.files();
    const documents = await Promise.all(
      returned.map(async ({ name, read }) => {
        const bytes = wordReturn(await files.read(await read(), name));
        return { name: name.replace(/xlsx$/, 'docx'), read: () => Promise.resolve(bytes) };
      }),
    );
    const checked = await checkReturns(kind.ledger, documents, files);
    const said = found(checked).filter((code) => code !== 'read-other-format');
    expect([kind.kind, ...said]).toEqual([kind.kind, ...kind.findings]);
  }
});
