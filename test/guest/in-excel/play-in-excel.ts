import { ExcelHostError } from '../../../src/hosts/excel/excel-errors';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { cellAddress } from '../../../src/base/raw-sheet';
import { LedgerFormatError } from '../../../src/sheets/reading/ledger-format-error';
import type { Repair } from '../../../src/sheets/layout/repairs';
import { TAB } from '../../../src/sheets/words';
import { bootExcel, type BootedExcel } from '../../excel-host/boot';
import type { Snapshot } from '../../excel-host/snapshot';
import { runIn } from '../../support/ledger-in';
import { hasOpenpyxl } from '../../support/openpyxl';
import { OPENPYXL_CASES } from '../cases/all-edits';
import type { GuestCase } from '../cases/guest-case';
import { IN_EXCEL } from '../cases/in-excel';
import { LookedAt } from '../looked-at';
import { editedByOpenpyxl } from '../openpyxl-edits';
import { STEPS, figuresOf, runStep, standingWorkbook, type Step } from '../use-cases';

const ALL = process.env['GUEST_STEPS'] === 'all';
const PLAYED = ALL ? STEPS : STEPS.slice(0, 1);
const DRAW: Step = { name: 'drawTabs', input: {} };

/** What use cases made of an open workbook. */
interface Played {
  readonly figures: readonly unknown[];
  readonly repairs: readonly Repair[];
}

/** One Excel for a suite; every case opens its own workbook in it. */
class OpenExcel {
  private readonly empty: Snapshot;

  constructor(readonly booted: BootedExcel) {
    this.empty = booted.host.snapshot();
  }

  /** Opens a workbook as the case has it. */
  async open(one: GuestCase | undefined, bytes: Uint8Array): Promise<void> {
    const { host } = this.booted;
    host.restore(this.empty);
    await host.load(bytes);
    if (one !== undefined) await IN_EXCEL[one.id]?.edit?.(this.booted);
  }

  async run({ name, input }: Step): ReturnType<typeof runIn> {
    return runIn(new ExcelWorkbookHost(), name, input);
  }

  async play(): Promise<Played> {
    const figures: unknown[] = [];
    const repairs: Repair[] = [];
    for (const step of PLAYED) {
      const after = await this.run(step);
      figures.push(figuresOf(after.ledger));
      repairs.push(...after.repairs);
    }
    return { figures, repairs };
  }

  /** Whether what the clerk put there is there. */
  async holds({ id, holds }: GuestCase): Promise<boolean> {
    const { host } = this.booted;
    const own = IN_EXCEL[id]?.holds;
    if (own !== undefined) return own(host);
    return holds === undefined || holds(await this.saved());
  }

  async saved(): Promise<LookedAt> {
    return new LookedAt(await this.booted.host.save());
  }
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no fault';
  } catch (error) {
    if (error instanceof LedgerFormatError) return error.fault ?? error.code;
    if (error instanceof ExcelHostError) return error.code;
    throw error;
  }
}

/** Parts that are not the same; when a file was saved stands in its properties. */
function unlike(before: LookedAt, after: LookedAt): readonly string[] {
  return before.partsUnlike(after.bytes).filter((part) => !part.startsWith('docProps/'));
}

async function playRefused(excel: OpenExcel, one: GuestCase): Promise<void> {
  const { fault = one.fault, by } = IN_EXCEL[one.id] ?? {};
  const before = await excel.saved();
  for (const step of by === undefined ? PLAYED : STEPS.filter(({ name }) => name === by))
    expect(await faultOf(excel.run(step))).toBe(fault);
  expect(unlike(before, await excel.saved())).toEqual([]);
}

/** What our tabs work out by themselves, by cell. */
function formulasOf(book: LookedAt): ReadonlyMap<string, string> {
  return new Map(
    Object.values(TAB).flatMap((name) =>
      book.cells(name).flatMap(({ row, column, formula }): [string, string][] => {
        return formula === undefined ? [] : [[`${name}!${cellAddress(row, column)}`, formula]];
      }),
    ),
  );
}

/** The same use cases on the same workbook as a file, where every formula is read. */
async function savedAsFile(bytes: Uint8Array): Promise<LookedAt> {
  let at = bytes;
  for (const step of PLAYED) at = (await runStep(at, step)).bytes;
  return new LookedAt(at);
}

async function playKept(excel: OpenExcel, one: GuestCase, bytes: Uint8Array, right: Played): Promise<void> {
  const answer = IN_EXCEL[one.id]?.answer ?? one.answer;
  if (answer !== 'taken') expect(await excel.holds(one)).toBe(true);
  const { figures, repairs } = await excel.play();
  if (answer === 'taken') {
    expect(JSON.stringify(figures[0])).toContain('"origin":"handEdit"');
    return;
  }
  expect(figures).toEqual(right.figures);
  expect(await excel.holds(one)).toBe(true);
  expect(repairs.some(({ kind }) => kind !== 'leftOut')).toBe(answer === 'restored');
  // What was done in Excel itself is in no file.
  if (IN_EXCEL[one.id]?.edit === undefined)
    expect(formulasOf(await excel.saved())).toEqual(formulasOf(await savedAsFile(bytes)));
  if (!ALL) return;
  const before = await excel.saved();
  const again = await excel.run(DRAW);
  expect({ repairs: again.repairs, changed: unlike(before, await excel.saved()) }).toEqual({
    repairs: [],
    changed: [],
  });
}

/**
 * A test for each edit: what the product does after it in the workbook open in Excel, by the genuine office.js. What the clerk
 * did is opened from the file in which openpyxl did it, or done there where a file cannot bring it.
 */
export function playInExcel(cases: readonly GuestCase[]): void {
  jest.setTimeout(240_000);
  (hasOpenpyxl ? describe : describe.skip)('in Excel, after what a clerk does', () => {
    const played = cases.filter(({ id }) => IN_EXCEL[id]?.notThere === undefined);
    let excel: OpenExcel;
    let base: Uint8Array;
    let edited: ReadonlyMap<string, Uint8Array>;
    let right: Played;

    beforeAll(async () => {
      base = await standingWorkbook();
      edited = await editedByOpenpyxl(
        base,
        played.filter((one) => OPENPYXL_CASES.includes(one)).map(({ id }) => id),
      );
      excel = new OpenExcel(bootExcel({ excelApi: '1.18' }));
      await excel.open(undefined, base);
      right = await excel.play();
    });
    afterEach(() => {
      excel.booted.host.assertNothingUnmodelled();
    });
    afterAll(() => {
      excel.booted.uninstall();
    });

    test.each(played.map((one) => [one.edit, one] as const))('%s', async (_edit, one) => {
      const bytes = edited.get(one.id) ?? base;
      await excel.open(one, bytes);
      if ((IN_EXCEL[one.id]?.answer ?? one.answer) === 'refused') await playRefused(excel, one);
      else await playKept(excel, one, bytes, right);
    });
  });
}
