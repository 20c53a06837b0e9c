import { execFileSync } from 'node:child_process';
import { contentValue } from '../../src/base/content-value';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { threePeriods } from '../ledger/three-periods';
import { drawIn } from '../support/ledger-in';
import { LIBRE_OFFICE_TIMEOUT, convertWithLibreOffice, hasLibreOffice } from '../support/libre-office';

const LEDGER = threePeriods();
const SHEETS = ledgerWorkbook(LEDGER).sheets.filter(
  ({ visibility, print }) => visibility === 'visible' && print !== undefined,
);

function tight(text: string): string {
  return text.replace(/\s/gu, '');
}

(hasLibreOffice ? describe : describe.skip)('the workbook as LibreOffice prints it', () => {
  let whole: string;

  beforeAll(async () => {
    const host = FileWorkbookHost.create();
    await drawIn(host, LEDGER);
    const pdf = await convertWithLibreOffice(await host.toBytes(), 'pdf', 'ledger.xlsx');
    const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
    whole = tight(text);
  }, LIBRE_OFFICE_TIMEOUT);

  /** 单位透视 is filled by the program that opens it. */
  test.each(SHEETS.filter(({ name }) => name !== TAB.pivot).map((sheet) => [sheet.name, sheet] as const))(
    '%s has the text of every row that is printed',
    (_, { cells, print, hiddenColumns = [] }) => {
      const last = print?.area?.right ?? Number.POSITIVE_INFINITY;
      const texts = cells.flatMap((row) =>
        row.flatMap((content, at) => {
          const value = contentValue(content);
          const isPrinted = at < last && !hiddenColumns.includes(at + 1);
          return typeof value === 'string' && isPrinted ? [tight(value)] : [];
        }),
      );
      const missing = texts.filter(
        (text) => !whole.includes(text.slice(0, 6)) || !whole.includes(text.slice(-6)),
      );
      expect(missing).toEqual([]);
    },
  );

  test('what is for programs is on no page', () => {
    expect(whole).not.toContain('SHA-256');
    expect(whole).not.toContain('当期计数');
  });
});
