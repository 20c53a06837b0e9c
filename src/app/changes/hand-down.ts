import { takeHandDown } from '../../ledger/change/take-hand-down';
import type { HandDownRecord } from '../../ledger/levels/levels';
import { ownPlace } from '../../ledger/levels/own-place';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';
import { safeFileName } from '../wording/safe-file-name';

export interface HandDownInput {
  /** 京山县. */
  readonly place: string;
  /** Numbers of the plan's measures; default: all. */
  readonly measures?: readonly number[];
}

/** Why nothing can be handed down. */
export type HandDownFault = 'place' | 'ownPlace' | 'measure' | 'noMeasure';

export class HandDownError extends Error {
  override readonly name = 'HandDownError';
  constructor(
    readonly fault: HandDownFault,
    readonly value: string,
  ) {
    super(`${fault}: ${value}`);
  }
}

/** A place stands in paths and sentences: its name is a word. */
const NAME_OF_PLACE = /^[\p{L}\p{N}]{2,20}$/u;

export interface HandedDown extends Revision {
  readonly handDown: HandDownRecord;
}

/** 下达: the ledger remembers what it gave to whom. @throws HandDownError */
export function handDown({ ledger, at }: OpenedLedger, { place, measures }: HandDownInput): HandedDown {
  const name = place.trim();
  if (!NAME_OF_PLACE.test(name)) throw new HandDownError('place', place);
  if (name === ownPlace(ledger.plan)) throw new HandDownError('ownPlace', name);
  const planned = ledger.plan.measures.map(({ no }) => no);
  const unknown = measures?.find((no) => !planned.includes(no));
  if (unknown !== undefined) throw new HandDownError('measure', String(unknown));
  const wanted = measures === undefined ? planned : planned.filter((no) => measures.includes(no));
  if (wanted.length === 0) throw new HandDownError('noMeasure', '');
  const file = handDownFileName(name);
  const { ledger: after, added } = takeHandDown(ledger, { place: name, measures: wanted, file }, at);
  return { ledger: after, handDown: added };
}

/** “京山县_下达措施.xlsx”. */
function handDownFileName(place: string): string {
  return safeFileName(`${place}_下达措施.xlsx`);
}
