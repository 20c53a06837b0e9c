import type { ClauseReading } from './clause/clause';
import { findTimes, type Doubt, type TimeMention } from './clause/dates';
import type { Years } from './clause/time-shapes';
import { settleDeadline, type Deadline } from './clause/deadline';
import type { Placed } from './text/outline';
import type { Piece } from './text/piece';
import { numberOf, placesOf, runThrough, type NamingContext } from './layout/sections';
import type { Measure, Section } from './plan';
import { wordsOf } from './heading-words';

/** What is needed to make measures of pieces. */
export interface MeasureContext extends NamingContext {
  readonly years: Years | undefined;
}

/** A measure with what its remarks are made from. */
export interface BuiltMeasure {
  readonly measure: Measure;
  readonly traits: readonly Doubt[];
  readonly doubts: readonly Doubt[];
}

export interface BuiltMeasures {
  readonly built: readonly BuiltMeasure[];
  readonly sections: readonly Section[];
  /** The written numbers do not run through the plan: `no` counts from 1. */
  readonly renumbered: boolean;
}

const NOBODY = { leadUnits: [], leadGroup: null, supportUnits: [] } as const;

type Responsibility = Pick<ClauseReading, 'leadUnits' | 'leadGroup' | 'supportUnits'>;

function namesSomebody(reading: ClauseReading | undefined): boolean {
  return reading !== undefined && (reading.leadUnits.length > 0 || reading.leadGroup !== null);
}

function responsibilityOf(
  own: ClauseReading | undefined,
  borrowed: ClauseReading | undefined,
): Responsibility {
  const chosen = namesSomebody(own) ? own : (borrowed ?? own);
  if (!chosen) return NOBODY;
  const { leadUnits, leadGroup } = chosen;
  // “（市大数据局配合）” below a heading that says who leads.
  const support = chosen === own ? own.supportUnits : [...(own?.supportUnits ?? []), ...chosen.supportUnits];
  return {
    leadUnits,
    leadGroup,
    supportUnits: [...new Set(support)].filter((unit) => !leadUnits.includes(unit)),
  };
}

/** “……前建成的小区”, “……前报送总结”: a date that says which or when to report, not until when. */
const NOT_UNTIL = /^[^,。;!?、:()]{0,12}(?:的|报送|上报|报省|报市|报县|报区|报国|反馈|备案)/;

/** “2020年6月底前”, “到2020年”: a date until which, and not one that is only spoken of. */
function saysUntil(folded: string, { kind, found, start, end }: TimeMention): boolean {
  if (kind !== 'date' || NOT_UNTIL.test(folded.slice(end, end + 20))) return false;
  const atBeginning = start < 2 || /[。;,]/.test(folded.charAt(start - 2));
  return /[前内]$/.test(found) || (atBeginning && /[到至]/.test(folded.charAt(start - 1)));
}

/** A deadline in the words before the clause, for a measure whose clause sets none; what closes the text behind it is not asked unless it is all there is. */
function deadlineInBody(
  context: MeasureContext,
  piece: Piece,
): Deadline & { readonly doubts: readonly Doubt[] } {
  const limit = piece.clause?.start ?? piece.end;
  const before = piece.body.filter(({ start }) => start < limit);
  const mentions = (before.length > 0 ? before : piece.body).flatMap(({ start, end }) => {
    const folded = context.source.folded.slice(start, end);
    return findTimes(folded, context.years).filter((time) => saysUntil(folded, time));
  });
  const words = mentions.map(({ found }) => found).join('、');
  const { doubts, ...deadline } = settleDeadline(mentions, words);
  return {
    ...deadline,
    doubts: mentions.length === 0 ? [] : [{ code: 'deadlineFromBody', found: words }, ...doubts],
  };
}

function timing(context: MeasureContext, piece: Piece, borrowed: ClauseReading | undefined) {
  const own = piece.clause?.reading;
  const reading = [own, borrowed].find(
    (one) => one !== undefined && (one.deadlineKind !== 'none' || one.undated),
  );
  if (!reading) return deadlineInBody(context, piece);
  const { deadline, deadlineKind, milestones } = reading;
  return { deadline, deadlineKind, milestones, doubts: [] };
}

/** The measures, in the order of the text, with their sections and tasks. */
export function buildMeasures(context: MeasureContext, placed: readonly Placed[]): BuiltMeasures {
  const { source } = context;
  const own = placed.filter(({ role }) => role === 'measure');
  const written = runThrough(own.map(({ piece }) => piece.marker?.ordinal));
  const { measures, sections } = placesOf(context, own);
  const built = measures.map(({ placed: { piece, borrowed, doubts }, ...place }, index): BuiltMeasure => {
    const time = timing(context, piece, borrowed?.reading);
    const measure: Measure = {
      no: written ? (piece.marker?.ordinal ?? 0) : index + 1,
      writtenNo: numberOf(source, piece),
      ...place,
      text: piece.body.map((span) => wordsOf(source, span)).join(''),
      ...responsibilityOf(piece.clause?.reading, borrowed?.reading),
      deadline: time.deadline,
      deadlineKind: time.deadlineKind,
      milestones: time.milestones,
      clause: piece.clause ? wordsOf(source, piece.clause) : '',
      source: { start: piece.start, end: piece.end },
    };
    return { measure, ...remarksOn(measure, piece, [...doubts, ...time.doubts]) };
  });
  return { built, sections, renumbered: !written };
}

function remarksOn(measure: Measure, piece: Piece, doubts: readonly Doubt[]): Omit<BuiltMeasure, 'measure'> {
  const reading = piece.clause?.reading;
  const nobody: readonly Doubt[] =
    measure.leadUnits.length === 0 && measure.leadGroup === null && reading
      ? [{ code: 'noLeadUnit', found: measure.clause }]
      : [];
  const undated: readonly Doubt[] =
    measure.deadlineKind === 'none' && reading ? [{ code: 'noDeadline', found: measure.clause }] : [];
  return {
    traits: [...(reading?.traits ?? []), ...undated],
    doubts: [...piece.doubts, ...doubts, ...(reading?.doubts ?? []), ...nobody],
  };
}
