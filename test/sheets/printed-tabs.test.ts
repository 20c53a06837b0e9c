import { execFileSync } from 'node:child_process';
import { unitPagesWorkbook } from '../../src/app/papers/unit-pages';
import type { SheetBlueprint } from '../../src/base/blueprint';
import { contentValue } from '../../src/base/content-value';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { importReturns } from '../../src/ledger/change/changes';
import type { Ledger } from '../../src/ledger/ledger';
import { confirmations } from '../../src/sheets/confirmation/confirmation-view';
import { confirmationsWorkbook } from '../../src/sheets/confirmation/confirmation-workbook';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { fullCase } from '../documents/full-case';
import { AT, report, returned, smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { drawIn } from '../support/ledger-in';
import { LIBRE_OFFICE_TIMEOUT, convertWithLibreOffice, hasLibreOffice } from '../support/libre-office';

/** Far more than a row can be high in the usual size. */
const LONG = Array.from({ length: 200 }, (_, index) => `第${index + 1}点。`).join('');

/** A unit that writes at length, alone and together with another one. */
function longTexts(): Ledger {
  const said = report({ status: 'inProgress', percent: 40, progress: LONG, problems: LONG.slice(0, 500) });
  const one = (office: string, measure: number) => returned({ office, reports: [{ measure, report: said }] });
  return importReturns(smallLedger(), [one('市编办', 1), one('市委办公室', 3)], AT).ledger;
}

const LEDGERS: readonly (readonly [name: string, ledger: () => Promise<Ledger>])[] = [
  ['long texts', () => Promise.resolve(longTexts())],
  ['seven measures', () => Promise.resolve(threePeriods())],
  ['the plan as issued', async () => (await fullCase()).ledger],
];

function tight(text: string): string {
  return text.replace(/\s/gu, '');
}

/** A workbook as it is printed, page by page. */
async function printed(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await convertWithLibreOffice(bytes, 'pdf', 'ledger.xlsx');
  const options = { input: pdf, encoding: 'utf8', maxBuffer: 1 << 26 } as const;
  return execFileSync('pdftotext', ['-raw', '-', '-'], options).split('\f').map(tight);
}

/** Texts of which beginning or end is on no page. */
function missingIn(whole: string, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !whole.includes(text.slice(0, 6)) || !whole.includes(text.slice(-6)));
}

/** The texts of a tab that are printed, line by line. */
function textsOf({ cells, print, hiddenColumns = [] }: SheetBlueprint): readonly string[] {
  const { right = Number.POSITIVE_INFINITY, bottom = Number.POSITIVE_INFINITY } = print?.area ?? {};
  return cells.slice(0, bottom).flatMap((row) =>
    row.flatMap((content, at) => {
      const value = contentValue(content);
      const isPrinted = at < right && !hiddenColumns.includes(at + 1);
      return typeof value === 'string' && isPrinted ? value.split('\n').map(tight) : [];
    }),
  );
}

(hasLibreOffice ? describe : describe.skip).each(LEDGERS)(
  'the workbook of %s as LibreOffice prints it',
  (_, ledgerOf) => {
    let ledger: Ledger;
    let sheets: readonly SheetBlueprint[];
    let pages: readonly string[];

    beforeAll(async () => {
      ledger = await ledgerOf();
      sheets = ledgerWorkbook(ledger).sheets.filter(
        ({ visibility, print }) => visibility === 'visible' && print !== undefined,
      );
      const host = FileWorkbookHost.create();
      await drawIn(host, ledger);
      pages = await printed(await host.toBytes());
    }, LIBRE_OFFICE_TIMEOUT);

    test('every tab has the text of every row that is printed', () => {
      // 单位透视 is filled by the program that opens it.
      const filled = sheets.filter(({ name }) => name !== TAB.pivot);
      expect(filled.length).toBeGreaterThan(10);
      for (const sheet of filled) {
        expect([sheet.name, missingIn(pages.join(''), textsOf(sheet))]).toEqual([sheet.name, []]);
      }
    });

    test(
      'the page that every office confirms has the text of each of its rows',
      async () => {
        const asked = confirmations(ledger).map((one) => ({ asked: one, sheet: one.office }));
        const drawn = confirmationsWorkbook(ledger, asked).sheets.filter(
          ({ visibility }) => visibility === 'visible',
        );
        const { bytes } = await unitPagesWorkbook(ledger, createWorkbookFiles());
        const whole = (await printed(bytes)).join('');
        expect(drawn).toHaveLength(asked.length);
        for (const sheet of drawn) {
          expect([sheet.name, missingIn(whole, textsOf(sheet))]).toEqual([sheet.name, []]);
        }
        expect(whole.includes('###')).toBe(false);
      },
      LIBRE_OFFICE_TIMEOUT,
    );

    test('no number is wider than its column', () => {
      // Of 单位页 LibreOffice writes the hidden columns too, with no width at all: nothing of them is seen.
      const seen = pages.filter((page) => !page.includes('单位措施进展情况'));
      expect(seen.filter((page) => page.includes('###')).map((page) => page.slice(0, 60))).toEqual([]);
    });

    test('what is for programs is on no page', () => {
      const telling = pages.filter((page) => /SHA-256|当期计数/u.test(page));
      expect(telling.map((page) => page.slice(0, 60))).toEqual([]);
    });
  },
);
