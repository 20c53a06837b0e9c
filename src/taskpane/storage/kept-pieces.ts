import type { HandedIn } from '../../app/inbox/inbox';
import type { KeptSession } from '../session/session';
import type { Fields } from './fields';

/** In place of a list that is kept in pieces: how many there are. */
interface InPieces {
  readonly pieces: number;
}

/** Where a piece of a list is kept. */
export type PieceKey = [field: string, list: string, piece: number];

type Piece = readonly unknown[];

/** The lists that grow with the years, by the field they are in: one line more of them is a small write. */
const LISTS: Readonly<Partial<Record<keyof KeptSession, readonly string[]>>> = {
  ledger: ['entries', 'submissions', 'log'],
  inbox: ['items', 'handedIn'],
};

/** Few enough that to copy one is not noticed. */
const PIECE = 500;

/** What is to be written so that a field is kept. */
export interface FieldWrite {
  readonly value: unknown;
  readonly puts: readonly (readonly [key: PieceKey, piece: Piece])[];
  readonly drops: readonly PieceKey[];
}

/**
 * Keeps the long lists of the session in pieces, and knows which of them are kept already: their items are never changed in
 * place, so that a piece of the same items need not be written again.
 */
export class KeptPieces {
  private readonly kept = new Map<string, readonly Piece[]>();

  /** How to keep a value of a field; `noteKept` says that it has been. */
  write(field: keyof KeptSession, value: unknown): FieldWrite {
    const puts: [PieceKey, Piece][] = [];
    const drops: PieceKey[] = [];
    const counts: Record<string, InPieces> = {};
    for (const list of LISTS[field] ?? []) {
      const before = this.kept.get(nameOf(field, list)) ?? [];
      const pieces = piecesOf(listIn(value, list));
      for (const [index, piece] of pieces.entries()) {
        if (!areSame(before[index], piece)) puts.push([[field, list, index], storable(list, piece)]);
      }
      for (let index = pieces.length; index < before.length; index += 1) drops.push([field, list, index]);
      counts[list] = { pieces: pieces.length };
    }
    const isListed = LISTS[field] !== undefined && typeof value === 'object' && value !== null;
    return { value: isListed ? { ...value, ...counts } : value, puts, drops };
  }

  noteKept(field: keyof KeptSession, value: unknown): void {
    for (const list of LISTS[field] ?? []) this.kept.set(nameOf(field, list), piecesOf(listIn(value, list)));
  }

  /** What a field was read as, so that its pieces are not written again; those of a list that is kept whole are. */
  noteRead(field: keyof KeptSession, stored: unknown, value: unknown): void {
    for (const list of LISTS[field] ?? [])
      if (isInPieces(memberOf(stored, list)))
        this.kept.set(nameOf(field, list), piecesOf(listIn(value, list)));
  }

  /** Nothing is kept any more. */
  forget(): void {
    this.kept.clear();
  }
}

/** The fields of a session among what is kept, their lists as they are kept. */
export function fieldsOf(keys: readonly (string | PieceKey)[], values: readonly unknown[]): Fields {
  return Object.fromEntries(
    keys.flatMap((key, index) => (typeof key === 'string' ? [[key, values[index]] as const] : [])),
  );
}

/** The fields with the pieces of their lists in place. @param stored What `fieldsOf` gives of the same keys. */
export function joinedFields(
  keys: readonly (string | PieceKey)[],
  values: readonly unknown[],
  stored: Fields,
): Fields {
  const pieces = new Map(
    keys.flatMap((key, index) =>
      typeof key === 'string' ? [] : [[pieceName(key), values[index] as readonly unknown[]] as const],
    ),
  );
  return Object.fromEntries(
    Object.entries(stored).map(([field, value]) => [field, joined(field, value, pieces)]),
  );
}

/**
 * A field with the pieces of its lists in their place. A list that is there whole, as an earlier build kept it, stays as it is, and so
 * does one of which a piece is missing.
 */
function joined(field: string, value: unknown, pieces: ReadonlyMap<string, Piece>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const lists = Object.entries(value).flatMap(([list, kept]: [string, unknown]) => {
    if (!isInPieces(kept)) return [];
    const found = Array.from({ length: kept.pieces }, (_, index) =>
      pieces.get(pieceName([field, list, index])),
    );
    return found.every((piece) => piece !== undefined) ? [[list, found.flat()] as const] : [];
  });
  return lists.length === 0 ? value : { ...value, ...Object.fromEntries(lists) };
}

/** The key of a piece as one text. */
function pieceName([field, list, index]: PieceKey): string {
  return `${nameOf(field, list)} ${index}`;
}

function isInPieces(kept: unknown): kept is InPieces {
  return typeof kept === 'object' && kept !== null && 'pieces' in kept && typeof kept.pieces === 'number';
}

function nameOf(field: string, list: string): string {
  return `${field}.${list}`;
}

function listIn(value: unknown, list: string): readonly unknown[] {
  const found = memberOf(value, list);
  return Array.isArray(found) ? found : [];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields)[name] : undefined;
}

function piecesOf(list: readonly unknown[]): readonly Piece[] {
  return Array.from({ length: Math.ceil(list.length / PIECE) }, (_, index) =>
    list.slice(index * PIECE, (index + 1) * PIECE),
  );
}

function areSame(one: Piece | undefined, other: Piece): boolean {
  return one?.length === other.length && other.every((item, index) => item === one[index]);
}

/** Of ways to files, which cannot be stored, the names and digests. */
function storable(list: string, piece: Piece): Piece {
  if (list !== 'handedIn') return piece;
  return (piece as readonly HandedIn[]).map(({ name, sha256 }) => ({ name, sha256 }));
}
