import { execFileSync } from 'node:child_process';
import { contentValue } from '../../src/base/content-value';
import type { SheetBlueprint } from '../../src/base/blueprint';
import { must } from '../../src/base/invariant';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { fullCase } from '../documents/full-case';
import { drawIn } from '../support/ledger-in';
import { LIBRE_OFFICE_TIMEOUT, convertWithLibreOffice, hasLibreOffice } from '../support/libre-office';

const TABS = [TAB.summary, TAB.trend, TAB.scores];
const FOOT: Readonly<Record<string, string>> = {
  [TAB.summary]: '汇总',
  [TAB.trend]: '进展趋势',
  [TAB.scores]: '考核',
};

function tight(text: string): string {
  return text.replace(/\s/gu, '');
}

/** The words of a head, from left to right: of a head of two lines each line by itself. */
function headWords(sheet: SheetBlueprint, row: number): readonly string[] {
  return (sheet.cells[row - 1] ?? [])
    .map(contentValue)
    .flatMap((value) => (typeof value === 'string' && value !== '' ? value.split('\n') : []));
}

(hasLibreOffice ? describe : describe.skip)('the lists of the full case as LibreOffice prints them', () => {
  let sheets: readonly SheetBlueprint[];
  /** The lines of each page, without its foot, which is told apart. */
  let pages: readonly { readonly lines: readonly string[]; readonly foot: string }[];

  beforeAll(async () => {
    const { ledger } = await fullCase();
    sheets = ledgerWorkbook(ledger).sheets;
    const host = FileWorkbookHost.create();
    await drawIn(host, ledger);
    const pdf = await convertWithLibreOffice(await host.toBytes(), 'pdf', 'ledger.xlsx');
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], {
      input: pdf,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    pages = text.split('\f').map((page) => {
      const lines = page
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return { lines: lines.slice(0, -1), foot: must([...lines, ''].at(lines.length - 1), 'a foot') };
    });
  }, LIBRE_OFFICE_TIMEOUT);

  function printed(name: string): { readonly sheet: SheetBlueprint; readonly of: (readonly string[])[] } {
    const sheet = must(
      sheets.find((one) => one.name === name),
      name,
    );
    const foot = new RegExp(`${FOOT[name] ?? name}\\s+第`, 'u');
    return { sheet, of: pages.filter((page) => foot.test(page.foot)).map(({ lines }) => [...lines]) };
  }

  test.each(TABS)('every page of the list of %s begins with its heads', (name) => {
    const { sheet, of } = printed(name);
    const { from } = must(sheet.print?.repeatRows, 'the head that repeats');
    const heading = tight(String(contentValue(sheet.cells[from - 2]?.[0] ?? '')));
    const first = of.findIndex((lines) => lines.some((line) => tight(line).startsWith(heading)));
    expect(first).toBeGreaterThanOrEqual(0);
    expect(of.length - first).toBeGreaterThan(2);
    const words = headWords(sheet, from);
    for (const lines of of.slice(first + 1)) {
      expect(tight(lines.slice(0, 2).join(' '))).toContain(tight(words.join('')));
    }
  });

  test.each(TABS)('no heading of %s stands at the foot of a page, no table without its head', (name) => {
    const { sheet, of } = printed(name);
    const headings = sheet.formats.filter(({ format }) => format.bold === true && format.size === 12);
    const heads = new Map(
      headings.map(({ range: { top } }): [string, readonly string[]] => [
        tight(String(contentValue(sheet.cells[top - 1]?.[0] ?? null))).slice(0, 6),
        headWords(sheet, top + 1),
      ]),
    );
    expect(heads.size).toBeGreaterThan(2);
    for (const [heading, words] of heads) {
      const page = must(
        of.find((lines) => lines.some((line) => tight(line).startsWith(heading))),
        heading,
      );
      const below = page.slice(page.findIndex((line) => tight(line).startsWith(heading)) + 1);
      // A head of up to two lines, and rows below it.
      expect([heading, below.length > 3]).toEqual([heading, true]);
      expect(tight(below.slice(0, 4).join(''))).toContain(must(words[0], 'a head'));
    }
    for (const lines of of.slice(1)) {
      // The axis of a chart may stand higher than the heading beside it.
      const top = lines.slice(0, 3).map(tight);
      const begins = [...heads].some(
        ([heading, words]) =>
          top.some((line) => line.startsWith(heading)) || top.join('').includes(words.join('')),
      );
      expect([top, begins]).toEqual([top, true]);
    }
  });

  test.each(TABS)('no word of a head of %s is broken, and every row of the list is there', (name) => {
    const { sheet, of } = printed(name);
    const whole = of.flat().join('\n');
    const formats = sheet.formats.filter(({ format }) => format.bold === true && format.fill === '1F4E79');
    const words = formats.flatMap(({ range }) => headWords(sheet, range.top));
    expect(words.filter((word) => !whole.includes(word))).toEqual([]);
    const { from } = must(sheet.print?.repeatRows, 'the head that repeats');
    const texts = sheet.cells
      .slice(from)
      .flatMap((row) =>
        typeof contentValue(row[0] ?? null) === 'string' ? [tight(String(contentValue(row[0] ?? null)))] : [],
      )
      .filter((text) => text !== '');
    expect(texts.length).toBeGreaterThan(20);
    const squeezed = tight(whole);
    expect(texts.filter((text) => !squeezed.includes(text.slice(0, 6)))).toEqual([]);
  });
});
