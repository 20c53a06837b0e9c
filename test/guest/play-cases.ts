import { LedgerFormatError } from '../../src/sheets/reading/ledger-format-error';
import type { Repair } from '../../src/sheets/layout/repairs';
import { hasOpenpyxl } from '../support/openpyxl';
import type { GuestCase } from './cases/guest-case';
import { LookedAt } from './looked-at';
import { editedByOpenpyxl } from './openpyxl-edits';
import { STEPS, figuresOf, runStep, standingWorkbook } from './use-cases';

/** A use case of every kind after each edit takes minutes; the one that does most to a workbook tells nearly as much. */
const PLAYED = process.env['GUEST_STEPS'] === 'all' ? STEPS : STEPS.slice(0, 1);

interface Played {
  readonly book: LookedAt;
  readonly figures: readonly unknown[];
  readonly repairs: readonly Repair[];
}

/** The use cases, one after the other. */
async function played(bytes: Uint8Array): Promise<Played> {
  const figures: unknown[] = [];
  const repairs: Repair[] = [];
  let at = bytes;
  for (const step of PLAYED) {
    const after = await runStep(at, step);
    at = after.bytes;
    figures.push(figuresOf(after.ledger));
    repairs.push(...after.repairs);
  }
  return { book: new LookedAt(at), figures, repairs };
}

/** What every use case says against a workbook, each of it alone. */
async function faultsOf(bytes: Uint8Array): Promise<readonly (string | undefined)[]> {
  const faults = new Set<string | undefined>();
  for (const step of PLAYED) {
    const fault = await runStep(bytes, step).then(
      () => undefined,
      (error: unknown) => (error instanceof LedgerFormatError ? (error.fault ?? error.code) : String(error)),
    );
    faults.add(fault);
  }
  return [...faults];
}

async function playKept(one: GuestCase, bytes: Uint8Array, right: Played): Promise<void> {
  const { book, figures, repairs } = await played(bytes);
  if (one.answer === 'taken') {
    expect(JSON.stringify(figures[0])).toContain('"origin":"handEdit"');
    return;
  }
  expect(figures).toEqual(right.figures);
  if (one.holds !== undefined) {
    expect(one.holds(new LookedAt(bytes))).toBe(true);
    expect(one.holds(book)).toBe(true);
  }
  expect(repairs.some(({ kind }) => kind !== 'leftOut')).toBe(one.answer === 'restored');
  const again = await runStep(book.bytes, { name: 'drawTabs', input: {} });
  expect(book.partsUnlike(again.bytes)).toEqual([]);
}

/** A test for each edit: what the product does after it. */
export function playCases(cases: readonly GuestCase[]): void {
  jest.setTimeout(240_000);
  (hasOpenpyxl ? describe : describe.skip)('after what a clerk does', () => {
    let edited: ReadonlyMap<string, Uint8Array>;
    let right: Played;

    beforeAll(async () => {
      const base = await standingWorkbook();
      edited = await editedByOpenpyxl(
        base,
        cases.map(({ id }) => id),
      );
      right = await played(base);
    });

    test.each(cases.map((one) => [one.edit, one] as const))('%s', async (_edit, one) => {
      const bytes = edited.get(one.id);
      if (bytes === undefined) throw new Error(`openpyxl-edits.py lacks ${one.id}`);
      if (one.answer === 'refused') expect(await faultsOf(bytes)).toEqual([one.fault]);
      else await playKept(one, bytes, right);
    });
  });
}
