import { phrasesOf, type Phrase } from './clause-phrases';
import { findTimes, type Doubt, type TimeMention } from './dates';
import type { Years } from './time-shapes';
import { settleDeadline, type Deadline } from './deadline';
import { squeeze, type Source } from '../../base/fold-text';
import { PHRASE_READERS, type Gathered } from './phrase-readers';
import type { TextSpan } from '../plan';
import type { NamedUnit } from '../units/unit-list';

/** What the readers of clauses know of the document. */
export interface ClauseContext {
  readonly source: Source;
  /** The plan's years, for dates that name none. */
  readonly years: Years | undefined;
  /** The document says that of several responsible units the first one leads (列首位的为牵头单位). */
  readonly firstLeads: boolean;
  /** What was read already, by where it stands: the same words are asked about several times. */
  readonly known: Map<string, ClauseReading | undefined>;
}

/** Who does a measure, and until when. */
export interface ClauseReading extends Deadline {
  readonly leadUnits: readonly string[];
  readonly leadGroup: string | null;
  readonly supportUnits: readonly string[];
  /** Ways of writing that are odd only where the rest of the plan writes otherwise. */
  readonly traits: readonly Doubt[];
  readonly doubts: readonly Doubt[];
  /** Who does it is named in words that can be nothing but a clause; else it may be a name or a date in brackets. */
  readonly strong: boolean;
  /** A label or a word such as 牵头, 负责 gives somebody a role: without brackets nothing less is a clause. */
  readonly hasRole: boolean;
  /** Every phrase could be read. */
  readonly complete: boolean;
  /** It says in so many words that there is no deadline (完成时限：无). */
  readonly undated: boolean;
}

function nothingGathered(): Gathered {
  return {
    units: [],
    times: [],
    traits: [],
    doubts: [],
    role: undefined,
    certain: false,
    named: false,
    unread: 0,
    undated: false,
  };
}

/** The phrases of a span with the words about time in each; dates may lean on a year named in an earlier phrase. */
function timedPhrases(
  { source, years }: ClauseContext,
  span: TextSpan,
): readonly { readonly phrase: Phrase; readonly times: readonly TimeMention[] }[] {
  const mentions = findTimes(source.folded.slice(span.start, span.end), years);
  return phrasesOf(source.folded, span.start, span.end).map((phrase) => {
    const [start, end] = [phrase.start - span.start, phrase.end - span.start];
    const times = mentions
      .filter((time) => time.start >= start && time.start < end)
      .map((time): TimeMention => ({
        ...time,
        start: time.start - start,
        end: Math.min(time.end, end) - start,
      }));
    return { phrase, times };
  });
}

function readPhrase(
  { source }: ClauseContext,
  phrase: Phrase,
  times: readonly TimeMention[],
  gathered: Gathered,
): boolean {
  const written = source.text.slice(phrase.start, phrase.end);
  const folded = source.folded.slice(phrase.start, phrase.end);
  const label = source.text.slice(phrase.labelSpan.start, phrase.labelSpan.end);
  const words = { phrase, written, label, folded, times, gathered };
  if (PHRASE_READERS.some((read) => read(words))) return true;
  gathered.unread += 1;
  gathered.doubts.push({ code: 'unreadWords', found: squeeze(written) });
  return false;
}

/**
 * Reads the words of a clause, which may stand in several brackets or lines one after the other.
 * @param spans the words without the brackets around them
 * @returns `undefined` when the words are no clause: nobody is named and no day set
 */
export function readClause(context: ClauseContext, spans: readonly TextSpan[]): ClauseReading | undefined {
  const place = spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  if (!context.known.has(place)) context.known.set(place, readAnew(context, spans));
  return context.known.get(place);
}

function readAnew(context: ClauseContext, spans: readonly TextSpan[]): ClauseReading | undefined {
  const gathered = nothingGathered();
  for (const span of spans) {
    for (const { phrase, times } of timedPhrases(context, span)) readPhrase(context, phrase, times, gathered);
  }
  if (
    !gathered.certain &&
    !gathered.named &&
    (gathered.unread > 0 || gathered.units.length + gathered.times.length === 0)
  )
    return undefined;
  return resolve(gathered, context, spans);
}

/** Where a clause without brackets ends that begins with a label: before the first phrase that cannot be read. */
export function endOfLabelled(context: ClauseContext, span: TextSpan): number {
  const gathered = nothingGathered();
  let end = span.start;
  for (const { phrase, times } of timedPhrases(context, span)) {
    const doubtsBefore = gathered.doubts.length;
    const unitsBefore = gathered.units.length;
    if (!readPhrase(context, phrase, times, gathered)) return end;
    const strange = gathered.doubts.slice(doubtsBefore).filter(({ code }) => code === 'unusualUnit').length;
    if (strange > 0 && strange === gathered.units.length - unitsBefore) return end;
    end = phrase.end;
  }
  return end;
}

function namesOf(units: readonly NamedUnit[]): readonly string[] {
  return [...new Set(units.map(({ name }) => name))];
}

/** 责任单位 beside a 牵头单位 support it; alone they lead, all of them or, where the document says so, the first. */
function leadersOf({ units }: Gathered, firstLeads: boolean): Gathered['units'] {
  if (units.some(({ role }) => role === 'lead')) return units.filter(({ role }) => role === 'lead');
  const responsible = units.filter(({ role }) => role === 'responsible');
  if (responsible.length === 0) return units.filter(({ role }) => role === 'guiding');
  return firstLeads ? responsible.slice(0, 1) : responsible;
}

function resolve(gathered: Gathered, context: ClauseContext, spans: readonly TextSpan[]): ClauseReading {
  const { text, folded } = context.source;
  const words = squeeze(spans.map(({ start, end }) => text.slice(start, end)).join(''));
  const last = spans.at(-1);
  const stops = last !== undefined && folded.slice(last.start, last.end).trimEnd().endsWith('。');
  const leaders = leadersOf(gathered, context.firstLeads);
  const someLead = leaders.some(({ role }) => role === 'lead');
  const leadUnits = namesOf(leaders.filter(({ group }) => !group));
  const groups = namesOf(leaders.filter(({ group }) => group));
  const leading = new Set(leaders);
  const leadingNames = new Set([...leadUnits, ...groups]);
  const { doubts, deadline, deadlineKind, milestones } = settleDeadline(gathered.times, words);
  const certain = doubts.filter(({ code }) => code !== 'yearFromPlan');
  const group: readonly Doubt[] = groups.length > 0 ? [{ code: 'unitGroup', found: groups.join('、') }] : [];
  const traits = gathered.traits.filter(({ code }) => code !== 'responsibleUnitLabel' || !someLead);
  traits.push(...doubts.filter(({ code }) => code === 'yearFromPlan'));
  if (stops) traits.push({ code: 'fullStopInClause', found: words });
  if (leadUnits.length > 1) traits.push({ code: 'severalLeadUnits', found: leadUnits.join('、') });
  return {
    deadline,
    deadlineKind,
    milestones,
    leadUnits,
    leadGroup: groups.length > 0 ? groups.join('、') : null,
    supportUnits: namesOf(gathered.units.filter((unit) => !leading.has(unit))).filter(
      (name) => !leadingNames.has(name),
    ),
    traits,
    doubts: [...gathered.doubts, ...certain, ...group],
    strong: (gathered.certain || gathered.named) && gathered.units.length > 0,
    hasRole: gathered.certain && gathered.units.length > 0,
    complete: gathered.unread === 0,
    undated: gathered.undated,
  };
}
