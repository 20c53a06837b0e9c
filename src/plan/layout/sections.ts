import type { Source } from '../../base/fold-text';
import type { Placed } from '../text/outline';
import type { Piece } from '../text/piece';
import type { Section } from '../plan';
import { wordsOf } from '../heading-words';

/** What is needed to name sections and tasks. */
export interface NamingContext {
  readonly source: Source;
  readonly planTitle: string;
}

/** Section and task of a measure. */
export interface Place {
  readonly section: string;
  readonly taskNo: number;
  readonly task: string;
}

export function numberOf(source: Source, { marker }: Piece): string {
  return marker ? source.text.slice(marker.start, marker.end) : '';
}

/** Whether numbers as written can serve as they are: all there, each higher than the one before. */
export function runThrough(ordinals: readonly (number | undefined)[]): boolean {
  return ordinals.every((ordinal, index) => {
    const before = index === 0 ? 0 : ordinals[index - 1];
    return ordinal !== undefined && before !== undefined && ordinal > before;
  });
}

/** The first sentence of a piece: its title, when it stands for a task itself. */
export function titleEnd({ folded }: Source, { body }: Piece): number {
  const [first] = body;
  if (!first) return 0;
  const stop = /[。;!?\n]/.exec(folded.slice(first.start, first.end));
  return stop ? first.start + stop.index : first.end;
}

export function titleOfPiece(context: NamingContext, piece: Piece): string {
  const [first] = piece.body;
  return first ? wordsOf(context.source, { start: first.start, end: titleEnd(context.source, piece) }) : '';
}

/** The depth at which most measures have their nearest heading: the tasks of this plan. */
function taskLevel(placed: readonly Placed[]): number {
  const counts = tally(placed.map(({ above }) => String(above.at(-1)?.marker?.level ?? 0)));
  return Number([...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['0', 0])[0]);
}

interface PlacePieces {
  /** `undefined`: the plan itself. */
  readonly task: Piece | undefined;
  readonly section: Piece | undefined;
  /** The headings above the section. */
  readonly aboveSection: readonly Piece[];
}

/**
 * Task and section are the two headings next above a measure; a measure that stands where others have their task is
 * its own task.
 */
function placePieces({ piece, above }: Placed, level: number): PlacePieces {
  const depth = above.findIndex(({ marker }) => marker?.level === level);
  const isTask = depth === -1 && piece.marker?.level === level;
  const at = depth === -1 ? above.length - 1 : depth;
  const section = isTask ? at : Math.max(0, at - 1);
  return {
    task: isTask ? piece : above[at],
    section: above[section],
    aboveSection: above.slice(0, Math.max(0, section)),
  };
}

/** The entry of a key, made when it is first asked for. */
function entryOf<Key, Entry>(entries: Map<Key, Entry>, key: Key, make: () => Entry): Entry {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry = make();
  entries.set(key, entry);
  return entry;
}

interface SectionEntry {
  readonly piece: Piece | undefined;
  /** Its own number as written, and with those of the headings above. */
  readonly short: string;
  readonly long: string;
  measures: number;
  no: string;
}

/** How often each value occurs. */
function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Gives every section a number that is unique in the plan: “(一)”, where they restart “二(一)”, at worst “一#2”. */
function numberSections(entries: readonly SectionEntry[]): void {
  const counts = tally(entries.map(({ short }) => short));
  const used = new Map<string, number>();
  for (const entry of entries) {
    const own = counts.get(entry.short) === 1 ? entry.short : entry.long;
    const before = used.get(own) ?? 0;
    used.set(own, before + 1);
    entry.no = before === 0 ? own : `${own}#${before + 1}`;
  }
}

/** A measure's piece with its section and task. */
export interface PlacedMeasure extends Place {
  readonly placed: Placed;
}

/** Where each measure stands, in the same order, and the sections that hold measures. */
export function placesOf(
  context: NamingContext,
  placed: readonly Placed[],
): { readonly measures: readonly PlacedMeasure[]; readonly sections: readonly Section[] } {
  const level = taskLevel(placed);
  const sections = new Map<Piece | undefined, SectionEntry>();
  const tasks = new Map<
    Piece | undefined,
    { readonly count: number; readonly ordinal: number | undefined }
  >();
  const entries = placed.map((one) => {
    const { task, section: piece, aboveSection } = placePieces(one, level);
    const numbers = [...aboveSection, ...(piece ? [piece] : [])].map((above) =>
      numberOf(context.source, above),
    );
    const section = entryOf(sections, piece, () => ({
      piece,
      short: piece ? numberOf(context.source, piece) : '',
      long: numbers.join(''),
      measures: 0,
      no: '',
    }));
    section.measures += 1;
    const own = entryOf(tasks, task, () => ({ count: tasks.size + 1, ordinal: task?.marker?.ordinal }));
    return { placed: one, task, own, section };
  });
  numberSections([...sections.values()]);
  const written = runThrough([...tasks.values()].map(({ ordinal }) => ordinal));
  const title = (piece: Piece | undefined): string =>
    piece ? titleOfPiece(context, piece) : context.planTitle;
  return {
    measures: entries.map(({ placed: one, task, own, section }) => ({
      placed: one,
      section: section.no,
      taskNo: written && own.ordinal !== undefined ? own.ordinal : own.count,
      task: title(task),
    })),
    sections: [...sections.values()].map(({ piece, no, measures }) => ({
      no,
      title: title(piece),
      measures,
    })),
  };
}
