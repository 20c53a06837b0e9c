import fc from 'fast-check';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { cellAddress } from '../../../src/base/raw-sheet';
import { TAB } from '../../../src/sheets/words';
import { cellRect, formatRect, isInside } from '../../excel-host/model/address';
import type { Style } from '../../excel-host/model/style';
import { bootExcel, type BootedExcel } from '../../excel-host/boot';
import { runIn } from '../../support/ledger-in';
import { LookedAt } from '../looked-at';
import { STEPS, figuresOf, runStep, standingWorkbook } from '../use-cases';

/** As for the other random edits: `GUEST_RUNS=20` searches with a seed of its own, which is printed. */
const RUNS = Number(process.env['GUEST_RUNS'] ?? 1);
const SEED = Number(
  process.env['GUEST_SEED'] ?? (process.env['GUEST_RUNS'] === undefined ? 2018 : Date.now() % 1_000_000),
);

jest.setTimeout(240_000 + RUNS * 120_000);

const EDITS = [
  ...(['textBeside', 'rowInserted', 'columnInserted', 'filled', 'rowHidden', 'columnHidden'] as const),
  ...(['sorted', 'filtered', 'widened'] as const),
];
/** Tabs with a table of ours over all their rows. */
const TABLES = [TAB.ledger, TAB.entries, TAB.log] as const;

const TABS = [TAB.ledger, TAB.entries, TAB.summary, TAB.scores, TAB.trend, TAB.log] as const;
const YELLOW = '#FFFF00';

interface Edit {
  readonly name: (typeof EDITS)[number];
  readonly tab: (typeof TABS)[number];
  readonly row: number;
  readonly serial: number;
}

type Mark = (look: LookedAt) => boolean;

/** A clerk at the keyboard of the simulated Excel; what Excel does by itself, it does. */
class Clerk {
  constructor(private readonly excel: BootedExcel) {}

  async does({ name, tab, row, serial }: Edit, look: LookedAt): Promise<Mark> {
    const cells = look.cells(tab).filter(({ value }) => value !== null && value !== '');
    const [lastRow, lastColumn] = [
      Math.max(...cells.map((cell) => cell.row)),
      Math.max(...cells.map(({ column }) => column)),
    ];
    const at = 2 + (row % lastRow);
    switch (name) {
      case 'textBeside':
        return this.types(tab, at, lastColumn + 1 + (serial % 3), `旁注${serial}`);
      case 'rowInserted':
        await this.onSheet(tab, (sheet) => sheet.getRange(`${at}:${at}`).insert('Down'));
        return this.types(tab, at, 2, `小标题${serial}`);
      case 'filled': {
        const measure = 1 + (row % 7);
        const address = `D${look.rowOf(measure)}`;
        await this.onSheet(TAB.ledger, (sheet) => {
          sheet.getRange(address).format.fill.color = YELLOW;
        });
        const { grid } = this.excel.host.sheet(TAB.ledger);
        const isYellow = ({ style }: { readonly style?: Style | undefined }) => style?.fill === YELLOW;
        return (later) => [...(grid.rows.get(later.rowOf(measure))?.cells.values() ?? [])].some(isYellow);
      }
      case 'columnInserted': {
        const column = cellAddress(1, 1 + (row % lastColumn)).replace(/\d+/, '');
        await this.onSheet(tab, (sheet) => sheet.getRange(`${column}:${column}`).insert('Right'));
        const place = 1 + (row % lastColumn);
        return this.types(tab, this.rowFreeOfMerges(tab, at, place), place, `自拟${serial}`);
      }
      case 'columnHidden': {
        const columns = () =>
          [...this.excel.host.sheet(tab).grid.columns.values()].filter((one) => one.hidden).length;
        const column = cellAddress(1, 1 + (row % lastColumn)).replace(/\d+/, '');
        await this.onSheet(tab, (sheet) => {
          sheet.getRange(`${column}:${column}`).columnHidden = true;
        });
        const before = columns();
        return () => columns() >= before;
      }
      case 'widened': {
        const column = 1 + (row % lastColumn);
        const width = 300 + (serial % 7);
        await this.onSheet(tab, (sheet) => {
          sheet.getRange(cellAddress(1, column)).format.columnWidth = width;
        });
        const { grid } = this.excel.host.sheet(tab);
        return () => [...grid.columns.values()].some((one) => one.width === width);
      }
      case 'sorted': {
        const { rect, sheet } = this.tableOf(TABLES[serial % TABLES.length] ?? TAB.ledger);
        const column = rect.left + (row % (rect.right - rect.left + 1));
        const body = formatRect({ ...rect, top: rect.top + 1 });
        this.excel.host.user.sort(`${sheet.name}!${body}`, column);
        return () => true;
      }
      case 'filtered': {
        const { sheet, name: table } = this.tableOf(TABLES[serial % TABLES.length] ?? TAB.ledger);
        const header = this.tableOf(sheet.name).headers;
        const named = header[row % header.length] ?? '';
        await this.onSheet(sheet.name, (found) =>
          found.tables
            .getItem(table)
            .columns.getItem(named)
            .filter.applyValuesFilter(['推进中', '已完成', '2']),
        );
        return () => this.tableOf(sheet.name).filters.includes(named);
      }
      case 'rowHidden': {
        await this.onSheet(tab, (sheet) => {
          sheet.getRange(`${at}:${at}`).rowHidden = true;
        });
        const hidden = () =>
          [...this.excel.host.sheet(tab).grid.rows.values()].filter((one) => one.hidden).length;
        const before = hidden();
        return () => hidden() >= before;
      }
    }
  }

  /** The next row in which the cell of a column is no part of a merged one: nothing is typed into those. */
  private rowFreeOfMerges(tab: string, from: number, column: number): number {
    const { merges } = this.excel.host.sheet(tab);
    const isMerged = (row: number) => merges.some((merge) => isInside(cellRect(row, column), merge));
    let row = from;
    while (isMerged(row)) row += 1;
    return row;
  }

  private tableOf(tab: string) {
    const sheet = this.excel.host.sheet(tab);
    const [table] = sheet.tables;
    if (table === undefined) throw new Error(`no table on ${tab}`);
    const { rect, name, filter } = table;
    const header = (column: number) => String(sheet.grid.value(rect.top, column));
    const headers = Array.from({ length: rect.right - rect.left + 1 }, (_, at) => header(rect.left + at));
    return {
      sheet,
      rect,
      name,
      headers,
      filters: [...filter.criteria.keys()].map((index) => headers[index] ?? ''),
    };
  }

  private types(tab: string, row: number, column: number, text: string): Mark {
    this.excel.host.user.type(`${tab}!${cellAddress(row, column)}`, text);
    return (later) => later.has(tab, text);
  }

  private async onSheet(tab: string, work: (sheet: Excel.Worksheet) => unknown): Promise<void> {
    await Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem(tab));
      await context.sync();
    });
  }
}

const edit: fc.Arbitrary<Edit> = fc.record({
  name: fc.constantFrom(...EDITS),
  tab: fc.constantFrom(...TABS),
  row: fc.nat(1_000),
  serial: fc.nat(1_000_000),
});

/** Up to three edits before each of two use cases. */
const sequence = fc.tuple(
  fc.shuffledSubarray([...STEPS], { minLength: 2, maxLength: 2 }),
  fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.array(edit, { minLength: 1, maxLength: 3 })),
);

test(`in Excel, whatever is edited between use cases, nothing is lost and no figure changes (seed ${SEED})`, async () => {
  const base = await standingWorkbook();
  const excel = bootExcel({ excelApi: '1.18' });
  const empty = excel.host.snapshot();
  const clerk = new Clerk(excel);
  const saved = async () => new LookedAt(await excel.host.save());
  try {
    await fc.assert(
      fc.asyncProperty(sequence, async ([steps, edits]) => {
        excel.host.restore(empty);
        await excel.host.load(base);
        const marks: Mark[] = [];
        let untouched = base;
        for (const [index, step] of steps.entries()) {
          for (const one of edits[index] ?? []) marks.push(await clerk.does(one, await saved()));
          const { ledger } = await runIn(new ExcelWorkbookHost(), step.name, step.input);
          const right = await runStep(untouched, step);
          untouched = right.bytes;
          expect(figuresOf(ledger)).toEqual(figuresOf(right.ledger));
          const look = await saved();
          expect(marks.map((holds) => holds(look))).toEqual(marks.map(() => true));
        }
        const before = await saved();
        const { repairs } = await runIn(new ExcelWorkbookHost(), 'drawTabs', {});
        const unlike = before.partsUnlike((await saved()).bytes);
        expect([repairs, unlike.filter((part) => !part.startsWith('docProps/'))]).toEqual([[], []]);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 1 },
    );
    excel.host.assertNothingUnmodelled();
  } finally {
    excel.uninstall();
  }
});
