import { readFileSync, writeFileSync } from 'node:fs';
import { LedgerFormatError } from '../../src/sheets/reading/ledger-format-error';
import type { Repair } from '../../src/sheets/layout/repairs';
import { hasOpenpyxl } from '../support/openpyxl';
import { GUEST_CASES, type GuestCase } from './cases';
import { guestDocument } from './describe-cases';
import { LookedAt } from './looked-at';
import { editedByOpenpyxl } from './openpyxl-edits';
import { STEPS, figuresOf, runStep, standingWorkbook } from './use-cases';

jest.setTimeout(240_000);

const DOCUMENT = 'docs/guest.md';

/** The lines of a table without the padding that the formatter gives its columns. */
function withoutPadding(markdown: string): string {
  return markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

test('every case has its row, and docs/guest.md says the same', () => {
  expect(new Set(GUEST_CASES.map(({ id }) => id)).size).toBe(GUEST_CASES.length);
  expect(GUEST_CASES.length).toBeGreaterThanOrEqual(70);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCUMENT, guestDocument());
  expect(withoutPadding(readFileSync(DOCUMENT, 'utf8'))).toBe(withoutPadding(guestDocument()));
});

interface Played {
  readonly book: LookedAt;
  readonly figures: readonly unknown[];
  readonly repairs: readonly Repair[];
}

/** A use case of each kind, one after the other. */
async function played(bytes: Uint8Array): Promise<Played> {
  const figures: unknown[] = [];
  const repairs: Repair[] = [];
  let at = bytes;
  for (const step of STEPS) {
    const after = await runStep(at, step);
    at = after.bytes;
    figures.push(figuresOf(after.ledger));
    repairs.push(...after.repairs);
  }
  return { book: new LookedAt(at), figures, repairs };
}

async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  for (const step of STEPS) {
    const fault = await runStep(bytes, step).then(
      () => undefined,
      (error: unknown) => (error instanceof LedgerFormatError ? (error.fault ?? error.code) : String(error)),
    );
    if (fault === undefined) return undefined;
    if (step === STEPS.at(-1)) return fault;
  }
  return undefined;
}

(hasOpenpyxl ? describe : describe.skip)(
  'what a clerk does with openpyxl, and every use case after it',
  () => {
    let edited: ReadonlyMap<string, Uint8Array>;
    let right: Played;

    beforeAll(async () => {
      const base = await standingWorkbook();
      edited = await editedByOpenpyxl(base);
      right = await played(base);
    });

    test('every edit is one of the cases', () => {
      const known = new Set(GUEST_CASES.map(({ id }) => id));
      const mass = ['statuses_all_cleared', 'status_column_shifted'];
      expect([...edited.keys()].filter((id) => !known.has(id)).sort()).toEqual(mass.sort());
    });

    test.each(GUEST_CASES.map((one) => [one.edit, one] as const))('%s', async (_edit, one: GuestCase) => {
      const bytes = edited.get(one.id);
      if (bytes === undefined) throw new Error(`openpyxl-edits.py lacks ${one.id}`);
      if (one.answer === 'refused') {
        expect(await faultOf(bytes)).toBe(one.fault);
        return;
      }
      const { book, figures, repairs } = await played(bytes);
      if (one.answer === 'taken') {
        expect(JSON.stringify(figures[0])).toContain('"origin":"handEdit"');
        return;
      }
      expect(figures).toEqual(right.figures);
      expect(one.holds?.(new LookedAt(bytes)) ?? true).toBe(true);
      expect(one.holds?.(book) ?? true).toBe(true);
      expect(repairs.some(({ kind }) => kind !== 'leftOut')).toBe(one.answer === 'restored');
      const again = await runStep(book.bytes, { name: 'drawTabs', input: {} });
      const after = new LookedAt(again.bytes);
      const changed = after.book.parts
        .names()
        .filter((name) => !Buffer.from(after.book.parts.bytes(name)).equals(book.book.parts.bytes(name)));
      expect(changed).toEqual([]);
    });
  },
);
