import fc from 'fast-check';
import { hasOpenpyxl } from '../../support/openpyxl';
import { hasLibreOffice, recalculateWithLibreOffice } from '../../support/libre-office';
import { OPENPYXL_CASES } from '../cases/all-edits';
import { chainedByOpenpyxl } from '../openpyxl-edits';
import { STEPS } from '../use-cases';
import { holdLaws, type Block } from './laws';
import { OWN_EDITS, editedByHand, type Choice, type Edited, type OwnEditName } from './own-edits';

/**
 * How many sequences. `npm test` plays the same few each time; `GUEST_RUNS=50` searches with a seed of its own, and
 * `GUEST_SEED` and `GUEST_PATH`, both printed on failure, show a sequence again.
 */
const RUNS = Number(process.env['GUEST_RUNS'] ?? 1);
const SEED = process.env['GUEST_SEED'] ?? (process.env['GUEST_RUNS'] === undefined ? '2018' : undefined);

jest.setTimeout(120_000 + RUNS * 60_000);

interface HandEdit {
  readonly name: OwnEditName;
  readonly choice: Choice;
}

const handEdit: fc.Arbitrary<HandEdit> = fc.record({
  name: fc.constantFrom(...OWN_EDITS),
  choice: fc.record({
    tab: fc.nat(1_000),
    row: fc.nat(1_000),
    column: fc.nat(1_000),
    serial: fc.nat(1_000_000),
  }),
});

/** Writes to cells by their addresses, in which after other edits a column of ours may stand. */
const BY_ADDRESS: readonly string[] = ['merged_beside'];

/** Edits that are the clerk's business and change no figure. */
const HARMLESS = OPENPYXL_CASES.flatMap(({ id, answer }) =>
  (answer === 'kept' || answer === 'same') && !BY_ADDRESS.includes(id) ? [id] : [],
);

const openpyxlEdits = fc.uniqueArray(fc.constantFrom(...HARMLESS), { minLength: 1, maxLength: 3 });

async function byHand(bytes: Uint8Array, edits: readonly HandEdit[]): Promise<Edited> {
  let at: Edited = { bytes, marks: [] };
  for (const { name, choice } of edits) {
    const next = editedByHand(at.bytes, name, choice);
    at = { bytes: next.bytes, marks: [...at.marks, ...next.marks] };
  }
  return at;
}

function handBlock(edits: readonly HandEdit[], step: number): Block {
  return { words: JSON.stringify(edits), step, edit: (bytes) => byHand(bytes, edits) };
}

function openpyxlBlock(ids: readonly string[], step: number): Block {
  return {
    words: ids.join(', '),
    step,
    edit: async (bytes) => ({
      bytes: await chainedByOpenpyxl(bytes, ids),
      marks: OPENPYXL_CASES.flatMap(({ id, holds }) =>
        ids.includes(id) && holds !== undefined ? [holds] : [],
      ),
    }),
  };
}

function officeBlock(step: number): Block {
  return {
    words: 'saved by LibreOffice',
    step,
    edit: async (bytes) => ({ bytes: await recalculateWithLibreOffice(bytes), marks: [] }),
  };
}

const blocksOf = <Item>(edits: fc.Arbitrary<Item>, block: (edits: Item, step: number) => Block) =>
  fc
    .tuple(
      fc.shuffledSubarray(
        STEPS.map((_, index) => index),
        { minLength: 1, maxLength: 3 },
      ),
      fc.array(edits, { minLength: 3, maxLength: 3 }),
    )
    .map(([steps, all]) => steps.map((step, index) => block(all[index] as Item, step)));

async function search(blocks: fc.Arbitrary<readonly Block[]>, runs: number): Promise<readonly string[]> {
  const refused: string[] = [];
  await fc.assert(
    fc.asyncProperty(blocks, async (sequence) => {
      refused.push(...(await holdLaws(sequence)));
    }),
    {
      numRuns: runs,
      ...(SEED === undefined ? {} : { seed: Number(SEED) }),
      ...(process.env['GUEST_PATH'] === undefined ? {} : { path: process.env['GUEST_PATH'] }),
      endOnFailure: RUNS > 1,
    },
  );
  if (process.env['GUEST_SHOW'] !== undefined)
    process.stderr.write(refused.map((one) => `${one}\n`).join(''));
  return refused;
}

test('whatever is edited by hand between use cases, nothing is lost and no figure changes', async () => {
  await search(blocksOf(fc.array(handEdit, { minLength: 1, maxLength: 4 }), handBlock), RUNS * 2);
});

(hasOpenpyxl ? test : test.skip)('the same when the editor is openpyxl', async () => {
  await search(blocksOf(openpyxlEdits, openpyxlBlock), RUNS);
});

(hasLibreOffice ? test : test.skip)('the same when LibreOffice saves in between', async () => {
  const blocks = blocksOf(fc.array(handEdit, { minLength: 1, maxLength: 3 }), handBlock).map((hand) => [
    officeBlock(0),
    ...hand.filter(({ step }) => step !== 0),
  ]);
  await search(blocks, Math.ceil(RUNS / 3));
});
