import { onceFor } from '../../base/once-for';
import type { Ledger } from '../../ledger/ledger';
import type { DossierOf } from './dossier-path';

/** A piece of a text, and what it names; `null` where it names nothing. */
export interface NamedPiece {
  readonly words: string;
  readonly of: DossierOf | null;
  /** Where in the text it begins. */
  readonly at: number;
}

/** Cuts a text at the measures and units of the ledger that it names. */
export function namedIn(text: string, ledger: Ledger): readonly NamedPiece[] {
  const pieces: NamedPiece[] = [];
  const plain = (to: number) => {
    const last = pieces.at(-1);
    const at = last === undefined ? 0 : last.at + last.words.length;
    if (to > at) pieces.push({ words: text.slice(at, to), of: null, at });
  };
  for (let at = 0; at < text.length;) {
    const named = namedAt(text, at, ledger);
    if (named === undefined) {
      at += 1;
      continue;
    }
    plain(at);
    pieces.push(named);
    at += named.words.length;
  }
  plain(text.length);
  return pieces;
}

/** As the ledger's own records write it. */
const MEASURE = /第 (\d+) 项/uy;

function namedAt(text: string, at: number, ledger: Ledger): NamedPiece | undefined {
  const unit = namesOf(ledger).find((name) => text.startsWith(name, at));
  if (unit !== undefined) return { words: unit, of: { unit }, at };
  MEASURE.lastIndex = at;
  const [words, no] = MEASURE.exec(text) ?? [];
  const measure = Number(no);
  if (words === undefined || !ledger.plan.measures.some((one) => one.no === measure)) return undefined;
  return { words, of: { measure }, at };
}

/** The longest first: one may begin with another. */
const namesOf = onceFor(({ directory }: Ledger): readonly string[] => {
  const names = directory.units.flatMap(({ name, successor }) => [
    name,
    ...(successor === null ? [] : [successor.name]),
  ]);
  return [...new Set(names)].sort((a, b) => b.length - a.length);
});
