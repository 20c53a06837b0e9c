import { type Chance } from '../../../src/app/demo/chance';
import type { CalendarDate } from '../../../src/base/calendar';
import type { Ledger } from '../../../src/ledger/ledger';
import type { InHand } from '../hands';
import { FORMATS, SLIPS, sent, type Sent } from './city';
import type { Paper } from './model';

/** How a drop lies in the hand. */
export type Packing = 'files' | 'folder' | 'zip' | 'zip in zip' | 'pasted';

/** What the clerk drops or pastes at once. */
export interface Drop {
  readonly packing: Packing;
  readonly returns: readonly Sent[];
  readonly papers: readonly (Paper & { readonly content: InHand })[];
}

export const DROPS = 60;
const PACKINGS = ['files', 'folder', 'zip', 'zip in zip'] as const;
/** Of the offices so many say nothing at all, and the next one sends a photo alone. */
const SILENT = 4;
/** So many send a first return with a slip; of these so many correct it, and so many have to do that twice. */
const SLIPPING = 14;
const CORRECTING = 11;
const TWICE = 4;

/** Drops that bring papers alone. */
const PHOTO_ALONE = 11;
const PHOTO_TOO = 23;
const EVIDENCE = 35;
const OF_PAPERS: readonly number[] = [PHOTO_ALONE, PHOTO_TOO, EVIDENCE];

/** The post of a fortnight in an order of chance: returns, the same ones again, and papers that are not read. */
export async function fortnightOfPost(
  ledger: Ledger,
  offices: readonly string[],
  chance: Chance,
): Promise<readonly Drop[]> {
  const order = shuffled(offices, chance);
  const slots = Array.from({ length: DROPS }, (): Sent[] => []);
  let mark = 0;
  const formats = shuffled([...FORMATS, ...FORMATS, ...FORMATS, ...FORMATS, ...FORMATS], chance);
  const send = async (office: string, from: number, hasSlip: boolean): Promise<number> => {
    const format = mark === 0 ? 'xlsx' : (formats[mark % formats.length] ?? 'xlsx');
    const slip = hasSlip ? (SLIPS[mark % SLIPS.length] ?? 'misspelt') : 'none';
    mark += 1;
    const returnedOn = (
      chance.happens(25) ? '2017-12-12' : `2017-12-0${chance.between(1, 9)}`
    ) as CalendarDate;
    const one = await sent(ledger, { office, mark: `来件${mark}`, format, slip, returnedOn }, chance);
    const slot = freeSlot(slots, from, one);
    slots[slot]?.push(one);
    return slot;
  };
  for (const [index, office] of order.slice(SILENT + 1).entries()) {
    const first = await send(office, index === 0 ? 0 : chance.between(0, 34), index < SLIPPING);
    if (index >= CORRECTING) continue;
    const second = await send(office, first + chance.between(3, 9), index < TWICE);
    if (index < TWICE) await send(office, second + chance.between(3, 9), false);
  }
  return slots.map((returns, slot) => packed(slots, returns, papersOf(order, slots, slot), slot, chance));
}

/** What is pasted comes by itself, and so do papers. */
function freeSlot(slots: readonly (readonly Sent[])[], from: number, one: Sent): number {
  const slot = slots.findIndex((there, at) => {
    if (at < from || OF_PAPERS.includes(at)) return false;
    if (one.file === null) return there.length === 0;
    const isTaken = there.some(({ file, office }) => file === null || office === one.office);
    return !isTaken && there.length < 4;
  });
  if (slot === -1) throw new Error('the fortnight is too short for so much post');
  return slot;
}

const JPEG = [0xff, 0xd8, 0xff, 0xe0];

/** A photo of one that sends nothing else, one of an office that sends more, and what a return names as its evidence. */
function papersOf(
  order: readonly string[],
  slots: readonly (readonly Sent[])[],
  slot: number,
): Drop['papers'] {
  if (slot === PHOTO_ALONE) return [photo(order[SILENT] ?? '', 3_000_000)];
  if (slot === PHOTO_TOO) return [photo(order.at(-1) ?? '', 20_000)];
  if (slot !== EVIDENCE) return [];
  const naming = slots
    .slice(0, slot)
    .flat()
    .find(({ reports }) => [...reports.values()].some(({ evidence }) => evidence !== ''));
  if (naming === undefined) throw new Error('no return of the fortnight names evidence');
  const name = `${naming.mark}工作总结.pdf`;
  const content = { name, bytes: new TextEncoder().encode('%PDF-1.7') };
  return [{ kind: 'evidence', office: naming.office, file: name, content }];
}

function photo(office: string, size: number): Drop['papers'][number] {
  const bytes = new Uint8Array(size);
  bytes.set(JPEG);
  const name = `${office}.jpg`;
  return { kind: 'picture', office, file: name, content: { name, bytes } };
}

function packed(
  slots: readonly (readonly Sent[])[],
  returns: readonly Sent[],
  papers: Drop['papers'],
  slot: number,
  chance: Chance,
): Drop {
  if (returns.length === 0 && papers.length === 0) {
    // What had come in already comes once more, in another packing.
    const earlier = slots.slice(0, slot).flatMap((some) => some.filter(({ file }) => file !== null));
    const again = shuffled(earlier, chance).slice(0, chance.between(1, 5));
    return { packing: chance.pick(PACKINGS), returns: again, papers };
  }
  if (papers.length > 0) return { packing: 'files', returns, papers };
  const isPasted = returns.some(({ file }) => file === null);
  return { packing: isPasted ? 'pasted' : chance.pick(PACKINGS), returns, papers };
}

function shuffled<T>(all: readonly T[], chance: Chance): readonly T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(chance.between(0, left.length - 1), 1));
}
