import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { Paper } from './paper';

/** A paper and the file it becomes. */
export interface NamedPaper {
  readonly fileName: string;
  readonly paper: Paper;
}

/** Safari, the shortest of those that macOS and iPadOS open an address with, ends at 80,000 characters. */
const MOST_CHARACTERS = 60_000;
/** Papers that fit into an address come to far less; more is nothing of ours. */
const MOST_BYTES = 4_000_000;
const PIECE_BYTES = 4_096;

/** So many papers that no address holds them. */
export class PapersTooLongError extends Error {
  override readonly name = 'PapersTooLongError';
}

/**
 * Papers as what follows the # of an address: a browser keeps that to itself, no server is told of it.
 * @throws PapersTooLongError
 */
export function papersInAddress(papers: readonly NamedPaper[]): string {
  const packed = deflateSync(strToU8(JSON.stringify(papers)), { level: 9 });
  const text = btoa(strFromU8(packed, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  if (text.length > MOST_CHARACTERS) throw new PapersTooLongError();
  return text;
}

/** What `papersInAddress` packed; `undefined` for anything else: an address can be written by anybody. */
export function papersOfAddress(text: string): readonly NamedPaper[] | undefined {
  if (text === '' || text.length > MOST_CHARACTERS) return undefined;
  try {
    const packed = strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
    const papers: unknown = JSON.parse(strFromU8(inflated(packed)));
    return Array.isArray(papers) && papers.length > 0 && papers.every(isNamedPaper) ? papers : undefined;
  } catch {
    return undefined;
  }
}

/** Piece by piece, so that what swells beyond all measure is dropped before it fills the memory. */
function inflated(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const inflate = new Inflate((piece) => {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new RangeError('too large for papers');
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    inflate.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function isNamedPaper(value: unknown): value is NamedPaper {
  if (!isObject(value) || typeof value.fileName !== 'string') return false;
  const { paper } = value;
  return isObject(paper) && typeof paper.title === 'string' && Array.isArray(paper.body);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
