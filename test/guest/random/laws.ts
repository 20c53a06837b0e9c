import { LedgerFormatError } from '../../../src/sheets/reading/ledger-format-error';
import { newKindsOfErrors, withoutPlace } from '../../support/open-xml';
import { LookedAt } from '../looked-at';
import { STEPS, figuresOf, runStep, standingWorkbook, type Step } from '../use-cases';
import { foreignParts } from './foreign-parts';
import type { Edited, Mark } from './own-edits';

/** Something that happens to a workbook: a clerk's edits, then a use case by its place in STEPS. */
export interface Block {
  /** In words that say it again. */
  readonly words: string;
  readonly edit: (bytes: Uint8Array) => Promise<Edited>;
  readonly step: number;
}

/** What use cases make of the workbook that nobody touches, by which were run: each is played once. */
const untouched = new Map<string, Promise<{ readonly bytes: Uint8Array; readonly figures: unknown }>>();

function untouchedAfter(
  steps: readonly number[],
): Promise<{ readonly bytes: Uint8Array; readonly figures: unknown }> {
  const key = steps.join();
  const known = untouched.get(key);
  if (known !== undefined) return known;
  const made = play(steps);
  untouched.set(key, made);
  return made;
}

async function play(steps: readonly number[]): Promise<{ bytes: Uint8Array; figures: unknown }> {
  if (steps.length === 0) return { bytes: await standingWorkbook(), figures: undefined };
  const before = await untouchedAfter(steps.slice(0, -1));
  const { bytes, ledger } = await runStep(before.bytes, stepAt(steps.at(-1)));
  return { bytes, figures: figuresOf(ledger) };
}

function stepAt(index: number | undefined): Step {
  const step = STEPS[index ?? -1];
  if (step === undefined) throw new Error(`no step ${index}`);
  return step;
}

/** Many edits together move what an error names: numbers and names in it tell a place too. */
function kindOfError(error: string): string {
  return withoutPlace(error).replace(/[\d'"“”A-Z]+/g, '#');
}

/**
 * Plays edits and use cases one after the other and holds the laws: nothing of the clerk's is lost, the figures are those of the
 * workbook that nobody touched, a second run changes nothing, parts that hold nothing of ours stay byte for byte, and at the end
 * the Open XML SDK finds no kind of error that the clerk's edits had not brought. A use case that
 * refuses has written nothing: the clerk takes the edits back.
 * @returns faults by which use cases refused
 */
export async function holdLaws(blocks: readonly Block[]): Promise<readonly string[]> {
  let bytes = (await untouchedAfter([])).bytes;
  let marks: readonly Mark[] = [];
  let last: Uint8Array | undefined;
  const steps: number[] = [];
  const refused: string[] = [];
  for (const { words, edit, step } of blocks) {
    const edited = await edit(bytes);
    const before = new LookedAt(edited.bytes);
    const standing = [...marks, ...edited.marks].filter((mark) => mark(before));
    const outcome = await runStep(edited.bytes, stepAt(step)).catch((error: unknown) => {
      if (error instanceof LedgerFormatError) return error;
      throw new Error(`${words}: ${String(error)}`, { cause: error });
    });
    if (outcome instanceof LedgerFormatError) {
      refused.push(`${words}: ${outcome.fault ?? outcome.code} ${JSON.stringify(outcome.place)}`);
      continue;
    }
    steps.push(step);
    const after = new LookedAt(outcome.bytes);
    const lost = standing.flatMap((mark, index) => (mark(after) ? [] : [index]));
    expect({ words, lost }).toEqual({ words, lost: [] });
    expect(figuresOf(outcome.ledger)).toEqual((await untouchedAfter(steps)).figures);
    const parts = foreignParts(edited.bytes);
    const now = foreignParts(outcome.bytes);
    expect([...parts].filter(([name, content]) => now.get(name) !== content).map(([name]) => name)).toEqual(
      [],
    );
    const again = await runStep(outcome.bytes, { name: 'drawTabs', input: {} });
    expect({ words, changed: after.partsUnlike(again.bytes) }).toEqual({ words, changed: [] });
    expect(again.repairs).toEqual([]);
    bytes = outcome.bytes;
    marks = standing;
    last = edited.bytes;
  }
  if (last !== undefined) expect(await newKindsOfErrors(last, bytes, kindOfError)).toEqual([]);
  return refused;
}
