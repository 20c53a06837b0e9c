import { openBook } from '../../src/hosts/file/grafting/book';
import { BookValues } from '../../src/hosts/file/patching/charts/book-values';
import { decodedXml } from '../../src/hosts/file/patching/xml/tag-attributes';
import { parseCellRange } from '../../src/hosts/file/reading/xlsx/references';
import { hasOpenpyxl } from '../support/openpyxl';
import { editedByOpenpyxl } from './openpyxl-edits';
import { runStep, standingWorkbook, STEPS } from './use-cases';

jest.setTimeout(120_000);

/** What the charts of a workbook remember otherwise than its cells say, a line each. */
function staleIn(bytes: Uint8Array): { readonly stale: readonly string[]; readonly looked: number } {
  const book = openBook(bytes);
  const values = new BookValues(book);
  const stale: string[] = [];
  let looked = 0;
  for (const part of book.parts.names().filter((name) => /charts\/chart\d*\.xml$/.test(name))) {
    const text = book.parts.text(part);
    for (const [, kind = '', inside = ''] of text.matchAll(/<(?:c:)?(num|str)Ref>(.*?)<\/(?:c:)?\1Ref>/gs)) {
      const formula = decodedXml(/<(?:c:)?f>([^<]*)</.exec(inside)?.[1] ?? '');
      const [, sheet = '', cells = ''] = /^'?([^'!]*)'?!(.*)$/.exec(formula) ?? [];
      const range = parseCellRange(cells.replace(/\$/g, ''));
      if (range === undefined) throw new Error(inside);
      // Some programs write charts that remember nothing.
      if (!inside.includes('Cache>')) continue;
      const points = [...inside.matchAll(/<(?:c:)?v>([^<]*)</g)].map(([, value]) => value);
      const shown = values
        .range(sheet, range)
        .flat()
        .filter((value) => (kind === 'num' ? typeof value === 'number' : value !== undefined))
        .map(String);
      looked += 1;
      if (JSON.stringify(points) !== JSON.stringify(shown))
        stale.push(`${part} ${sheet}!${cells}: ${points.join()} but ${shown.join()}`);
    }
  }
  return { stale, looked };
}

test('after every use case the charts remember what their cells say', async () => {
  let bytes = await standingWorkbook();
  for (const step of STEPS) {
    ({ bytes } = await runStep(bytes, step));
    const { stale, looked } = staleIn(bytes);
    expect({ step: step.name, stale }).toEqual({ step: step.name, stale: [] });
    expect(looked).toBeGreaterThan(3);
  }
});

/** As Excel writes the clerk's chart: with what it showed. */
function rememberingWrong(bytes: Uint8Array): Uint8Array {
  const { parts } = openBook(bytes);
  const part =
    parts.names().find((name) => /charts\/chart/.test(name) && parts.text(name).includes('我的进度图')) ?? '';
  const cache = '<numCache><formatCode>0</formatCode><ptCount val="1"/><pt idx="0"><v>7</v></pt></numCache>';
  parts.set(part, parts.text(part).replace(/(<numRef>\s*<f>[^<]*<\/f>)/g, `$1${cache}`));
  return parts.toBytes();
}

(hasOpenpyxl ? test : test.skip)(
  "a chart of the clerk's that shows our figures remembers them too",
  async () => {
    const edited = await editedByOpenpyxl(await standingWorkbook(), ['own_chart']);
    const [step] = STEPS;
    if (step === undefined) throw new Error('no step');
    const remembering = rememberingWrong(edited.get('own_chart') ?? new Uint8Array());
    expect(staleIn(remembering).stale.filter((line) => line.includes('台账'))).toHaveLength(1);
    const { bytes } = await runStep(remembering, step);
    expect(staleIn(bytes).stale.filter((line) => line.includes('台账'))).toEqual([]);
  },
);
