import type { Source } from './fold';
import type { Placed } from './outline';
import type { Piece } from './piece';
import type { Section } from './types';
import { wordsOf } from './words';

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
  const counts = new Map<number, number>();
  for (const { above } of placed) {
    const level = above.at(-1)?.marker?.level ?? 0;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
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

/** Numbers of sections that are unique in the plan: “(一)”, and where they restart “二(一)”. */
function sectionNumbers(
  context: NamingContext,
  pieces: readonly PlacePieces[],
): ReadonlyMap<Piece | undefined, string> {
  const paths = new Map(
    pieces.map(({ section, aboveSection }) => [
      section,
      [...aboveSection, ...(section ? [section] : [])].map((piece) => numberOf(context.source, piece)),
    ]),
  );
  const numbers = new Map<Piece | undefined, string>();
  const counts = new Map<string, number>();
  for (const path of paths.values()) counts.set(path.at(-1) ?? '', (counts.get(path.at(-1) ?? '') ?? 0) + 1);
  const used = new Set<string>();
  for (const [section, path] of paths) {
    const short = path.at(-1) ?? '';
    const base = (counts.get(short) ?? 0) > 1 ? path.join('') : short;
    let number = base;
    for (let copy = 2; used.has(number); copy += 1) number = `${base}#${copy}`;
    used.add(number);
    numbers.set(section, number);
  }
  return numbers;
}

/** Where each measure stands, in the same order, and the sections that hold measures. */
export function placesOf(
  context: NamingContext,
  placed: readonly Placed[],
): { readonly places: readonly Place[]; readonly sections: readonly Section[] } {
  const level = taskLevel(placed);
  const pieces = placed.map((one) => placePieces(one, level));
  const numbers = sectionNumbers(context, pieces);
  const tasks = [...new Set(pieces.map(({ task }) => task))];
  const written = runThrough(tasks.map((task) => task?.marker?.ordinal));
  const taskNumbers = new Map(
    tasks.map((task, index) => [task, written ? (task?.marker?.ordinal ?? 1) : index + 1]),
  );
  const title = (piece: Piece | undefined): string =>
    piece ? titleOfPiece(context, piece) : context.planTitle;
  const counts = new Map<Piece | undefined, number>();
  for (const { section } of pieces) counts.set(section, (counts.get(section) ?? 0) + 1);
  return {
    places: pieces.map(({ task, section }) => ({
      section: numbers.get(section) ?? '',
      taskNo: taskNumbers.get(task) ?? 1,
      task: title(task),
    })),
    sections: [...counts].map(([section, measures]) => ({
      no: numbers.get(section) ?? '',
      title: title(section),
      measures,
    })),
  };
}
