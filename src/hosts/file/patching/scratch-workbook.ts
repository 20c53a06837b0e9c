import { cellAddress } from '../../../base/raw-sheet';
import type { ChangedTab } from '../../../base/workbook-difference';
import { openBook, type Book } from '../grafting/book';
import { contentKind, type CellStyle } from '../writing/cell-content';
import { CellStyles, DEFAULT_FONT, type ContentKind } from '../writing/cell-styles';
import { writeCharts } from '../writing/charts';
import { writeConditionalFormats } from '../writing/conditional-formats';
import { finishPackage } from '../writing/package/finish-package';
import { loadLibrary, type LibrarySheet } from '../writing/package/library';
import { noEdits } from '../writing/package/package-edits';
import { collectParts } from '../writing/package/part-collector';
import { writePrint } from '../writing/print-setup';
import { writeValidations } from '../writing/validations';
import type { XmlElement } from './xml/xml-element';
import { worksheetOf } from './worksheet-part';

/** What is to come into the tabs of a workbook, as the writing library has it: looks, rules, charts, set-up. */
export interface Scratch {
  readonly book: Book;
  /** The sheet that holds what comes into a tab. */
  sheet(tab: ChangedTab): { readonly part: string; readonly root: XmlElement };
  /** Tells the cell style a tab's formats give a cell, by its number in the book; nothing where they leave it alone. */
  looks(tab: ChangedTab): (row: number, column: number, kind: ContentKind) => number | undefined;
}

/** Writes a workbook of nothing but what comes new; nothing when nothing does. @throws RangeError */
export async function writeScratch(tabs: readonly ChangedTab[]): Promise<Scratch | undefined> {
  if (!tabs.some(hasNews)) return undefined;
  const Workbook = await loadLibrary();
  const workbook = new Workbook();
  workbook.defaultFont = DEFAULT_FONT;
  const edits = noEdits();
  const samples = tabs.map((tab) => {
    const sheet = workbook.addWorksheet(tab.sheet);
    writeConditionalFormats(sheet, tab.conditionalFormats.added);
    writeValidations(sheet, tab.validations.added);
    writeCharts(sheet, tab.charts.added, edits.chartNames);
    if (tab.print !== undefined) writePrint(sheet, tab.print);
    return [tab, new LookSamples(tab, sheet)] as const;
  });
  const book = openBook(await finishPackage(await collectParts(workbook), edits, []));
  const sheets = new Map(tabs.map((tab) => [tab, worksheetOf(book, tab.sheet)]));
  const looks = new Map(samples);
  const sheetOf = (tab: ChangedTab): { readonly part: string; readonly root: XmlElement } => {
    const sheet = sheets.get(tab);
    if (sheet === undefined) throw new RangeError(`No sheet named ${tab.sheet}`);
    return sheet;
  };
  for (const [tab, look] of samples) look.number(sheetOf(tab).root.toString());
  return {
    book,
    sheet: sheetOf,
    looks: (tab) => {
      const samples = looks.get(tab);
      return (row, column, kind) => samples?.look(row, column, kind);
    },
  };
}

function hasNews(tab: ChangedTab): boolean {
  const { formats, conditionalFormats, validations, charts, print } = tab;
  return (
    formats.length + conditionalFormats.added.length + validations.added.length + charts.added.length > 0 ||
    print !== undefined
  );
}

/** One cell of each look of a tab, down the first column. */
class LookSamples {
  private readonly styles: CellStyles;
  private readonly rows = new Map<CellStyle, number>();
  private numbers: ReadonlyMap<number, number> = new Map();

  constructor(tab: ChangedTab, sheet: LibrarySheet) {
    this.styles = new CellStyles({ cells: [], formats: tab.formats });
    const kinds = new Set(['other' as const, ...tab.cells.map(({ content }) => contentKind(content))]);
    kinds.delete('riskyText');
    for (const kind of kinds) {
      for (let row = 1; row <= this.styles.rows; row += 1) {
        for (let column = 1; column <= this.styles.columns; column += 1) {
          const style = this.style(row, column, kind);
          if (style === undefined || this.rows.has(style)) continue;
          this.rows.set(style, this.rows.size + 1);
          sheet.getCell(cellAddress(this.rows.size, 1)).style = style;
        }
      }
    }
  }

  /** @param xml The sheet as the library wrote it. */
  number(xml: string): void {
    this.numbers = new Map(
      [...xml.matchAll(/<c r="A(\d+)"(?: s="(\d+)")?/g)].map(([, row, style]) => [
        Number(row),
        Number(style ?? 0),
      ]),
    );
  }

  look(row: number, column: number, kind: ContentKind): number | undefined {
    const style = this.style(row, column, kind);
    const sample = style === undefined ? undefined : this.rows.get(style);
    return sample === undefined ? undefined : (this.numbers.get(sample) ?? 0);
  }

  /** Nothing for a cell outside of all ranges, whatever it holds. */
  private style(row: number, column: number, kind: ContentKind): CellStyle | undefined {
    if (row > this.styles.rows || column > this.styles.columns) return undefined;
    if (this.styles.style(row, column, 'other') === undefined) return undefined;
    return this.styles.style(row, column, kind === 'riskyText' ? 'other' : kind);
  }
}
