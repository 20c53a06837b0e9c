import type { LabelKind, Phrase } from './clause-phrases';
import { phrasesOf } from './clause-phrases';
import { findTimes, type Doubt, type TimeMention, type Years } from './dates';
import { settleDeadline, type Deadline } from './deadline';
import { squeeze } from './fold';
import { looksLikeUnit, readUnits, type NamedUnit, type Role } from './unit-list';

/** The text as issued and as the readers see it, the same length. */
export interface Source {
  readonly text: string;
  readonly folded: string;
}

/** Who does a measure, and until when. */
export interface ClauseReading extends Deadline {
  readonly leadUnits: readonly string[];
  readonly leadGroup: string | null;
  readonly supportUnits: readonly string[];
  /** Ways of writing that are odd only where the rest of the plan writes otherwise. */
  readonly traits: readonly Doubt[];
  readonly doubts: readonly Doubt[];
}

/** What has been gathered while the phrases of one clause are read. */
interface Gathered {
  readonly units: (NamedUnit & { readonly role: Role })[];
  readonly times: TimeMention[];
  readonly traits: Doubt[];
  readonly doubts: Doubt[];
  /** The role of names that follow without a word of their own. */
  role: Role | undefined;
  /** Whether a label, a verb or a date shows that this is a clause at all. */
  certain: boolean;
  unread: number;
}

interface PhraseContext {
  readonly phrase: Phrase;
  readonly written: string;
  readonly folded: string;
  readonly times: readonly TimeMention[];
  readonly gathered: Gathered;
}

interface VerbShape {
  /** Groups `lead`, `responsible`, `support` hold lists of names. */
  readonly pattern: RegExp;
}

const DOES = '(?:负责|落实|承担|实施|组织实施|办理|完成|抓总|抓落实|抓好落实|推进|组织|统筹|指导|督办)*';
const BY_DUTY =
  '(?:按照?|根据|依据?|在)?(?:各自)?(?:工作)?(?:职责|职能|分工)*(?:范围内|分工)?(?:共同|分别|具体|联合|密切|积极|分头|予以)*';

/** Sentences without a label that name who does it; a new one is one entry. The first that fits wins. */
const VERBS: readonly VerbShape[] = [
  {
    pattern: new RegExp(
      `^由?(?<lead>.+?)(?:共同|联合)?牵头,?(?:会同|商|协同)(?<support>.+?)(?:共同)?${DOES}$`,
    ),
  },
  { pattern: new RegExp(`^由?(?<lead>.+?)(?:共同|联合|为)?(?:牵头|主办|主责)(?:单位|部门)?${DOES}$`) },
  { pattern: new RegExp(`^由?(?<lead>.+?)(?:会同|商)(?<support>.+?)(?:共同)?${DOES}$`) },
  { pattern: new RegExp(`^(?:会同|商)(?<support>.+?)(?:共同)?${DOES}$`) },
  {
    pattern: new RegExp(
      `^由?(?<support>.+?)${BY_DUTY}(?:为|做好|抓好)?(?:配合|协助|参与|协办|参加|协同|支持)(?:单位|部门|工作|${DOES})$`,
    ),
  },
  { pattern: new RegExp(`^由?(?<responsible>.+?)${BY_DUTY}(?:负责|落实|承担|实施|办理|完成)${DOES}$`) },
];

const ROLE_OF_LABEL = {
  lead: 'lead',
  responsible: 'responsible',
  support: 'support',
} as const satisfies Partial<Record<LabelKind, Role>>;

function addUnits(context: PhraseContext, role: Role, start: number, end: number): void {
  const { written, folded, gathered } = context;
  const { units, doubts } = readUnits(written.slice(start, end), folded.slice(start, end));
  for (const unit of units) {
    gathered.units.push({ ...unit, role: unit.role ?? role });
    if (!looksLikeUnit(unit.name)) gathered.doubts.push({ code: 'unusualUnit', found: unit.name });
  }
  gathered.doubts.push(...doubts);
}

/** Whether all names of a list can be offices; the test for names that no label announces. */
function allUnits(folded: string): boolean {
  const { units } = readUnits(folded, folded);
  return units.length > 0 && units.every(({ name }) => looksLikeUnit(name) && name.length >= 3);
}

/** Reads “X牵头”, “Y、Z配合”, “X按职责分工负责” between two positions of a phrase; says whether it could. */
function readVerb(context: PhraseContext, start: number, end: number): boolean {
  const words = context.folded.slice(start, end);
  const lead = words.length - words.trimStart().length;
  for (const { pattern } of VERBS) {
    const groups = pattern.exec(words.trim())?.groups;
    if (!groups) continue;
    const found = Object.entries(groups).filter((group): group is [Role, string] => group[1] !== undefined);
    if (!found.every(([, list]) => allUnits(list))) continue;
    for (const [role, list] of found) {
      const at = start + lead + words.trim().indexOf(list);
      addUnits(context, role, at, at + list.length);
      context.gathered.role = role === 'lead' ? 'responsible' : role;
    }
    return true;
  }
  return false;
}

/** Ways to read one phrase, in turn until one succeeds; a new shape of phrase is one entry. */
const READERS: readonly ((context: PhraseContext) => boolean)[] = [
  readPersonOrScore,
  readDeadlineLabel,
  readUnitLabel,
  readDatedPhrase,
  (context) => readVerb(context, 0, context.folded.length) && sure(context),
  readBareUnits,
];

function sure({ gathered }: PhraseContext): true {
  gathered.certain = true;
  return true;
}

function readPersonOrScore(context: PhraseContext): boolean {
  const { phrase, written, gathered } = context;
  if (phrase.label === 'person') gathered.doubts.push({ code: 'personNamed', found: squeeze(written) });
  return (
    phrase.label === 'person' || phrase.label === 'score' || /^ *\d+(?:\.\d+)?分 *$/.test(context.folded)
  );
}

function readDeadlineLabel(context: PhraseContext): boolean {
  if (context.phrase.label !== 'deadline') return false;
  context.gathered.times.push(...context.times);
  if (context.times.length === 0)
    context.gathered.doubts.push({ code: 'unreadWords', found: squeeze(context.written) });
  return sure(context);
}

function readUnitLabel(context: PhraseContext): boolean {
  const { phrase, gathered, folded } = context;
  if (phrase.label !== 'lead' && phrase.label !== 'responsible' && phrase.label !== 'support') return false;
  const role = ROLE_OF_LABEL[phrase.label];
  gathered.role = role;
  const end = context.times[0]?.start ?? folded.length;
  gathered.times.push(...context.times);
  if (context.times.length > 0) noteDate(context, false);
  if (!readVerb(context, 0, end)) addUnits(context, role, 0, end);
  gathered.role = role;
  if (phrase.label === 'responsible')
    gathered.traits.push({ code: 'responsibleUnitLabel', found: phrase.labelWords });
  return sure(context);
}

/** A phrase with a date: who does it may stand before or after the date, anything else says what is done by then. */
function readDatedPhrase(context: PhraseContext): boolean {
  const { times, folded, gathered } = context;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return false;
  const before = folded.slice(0, first.start).replace(/(?:于|在|到|至)? *$/, '');
  const named = readVerb(context, 0, before.length) || (allUnits(before) && addBare(context, before.length));
  const after = named || readVerb(context, last.end, folded.length);
  const pure = named || after || /^[ 于在到至]*$/.test(before);
  if (!pure && gathered.role === undefined) return false;
  gathered.times.push(...times);
  noteDate(context, true);
  if (/完成|前|底|末|止|坚持|推进|每|持续|长期|常态/.test(folded) || named || after) gathered.certain = true;
  return true;
}

function addBare(context: PhraseContext, end: number): true {
  addUnits(context, context.gathered.role ?? 'responsible', 0, end);
  return true;
}

function noteDate({ phrase, written, folded, times, gathered }: PhraseContext, ownPhrase: boolean): void {
  if (!/完成/.test(folded) && times.some(({ kind }) => kind === 'date')) {
    gathered.traits.push({ code: 'missingCompletionWord', found: squeeze(written) });
  }
  if (ownPhrase && phrase.separator === ',')
    gathered.traits.push({ code: 'commaBeforeDeadline', found: squeeze(written) });
}

function readBareUnits(context: PhraseContext): boolean {
  if (!allUnits(context.folded)) return false;
  return addBare(context, context.folded.length);
}

/**
 * Reads the words of a clause, without the brackets around it.
 * @returns `undefined` when the words are no clause: nobody is named and no day set
 */
export function readClause(
  source: Source,
  start: number,
  end: number,
  years: Years | undefined,
): ClauseReading | undefined {
  const gathered: Gathered = {
    units: [],
    times: [],
    traits: [],
    doubts: [],
    role: undefined,
    certain: false,
    unread: 0,
  };
  for (const phrase of phrasesOf(source.folded, start, end)) {
    const folded = source.folded.slice(phrase.start, phrase.end);
    const written = source.text.slice(phrase.start, phrase.end);
    const context = { phrase, written, folded, times: findTimes(folded, years), gathered };
    if (READERS.some((read) => read(context))) continue;
    gathered.unread += 1;
    gathered.doubts.push({ code: 'unreadWords', found: squeeze(written) });
  }
  if (gathered.units.length === 0 && gathered.times.length === 0) return undefined;
  if (!gathered.certain && gathered.unread > 0) return undefined;
  return resolve(gathered, source, start, end);
}

/** 责任单位 beside a 牵头单位 support it; alone they lead. */
function resolve(gathered: Gathered, source: Source, start: number, end: number): ClauseReading {
  const someLead = gathered.units.some(({ role }) => role === 'lead');
  const leads = gathered.units.filter(({ role }) => role === 'lead' || (role === 'responsible' && !someLead));
  const names = (units: readonly NamedUnit[]): readonly string[] => [
    ...new Set(units.map(({ name }) => name)),
  ];
  const leadUnits = names(leads.filter(({ group }) => !group));
  const groups = names(leads.filter(({ group }) => group));
  const { doubts, ...deadline } = settleDeadline(gathered.times, source.folded.slice(start, end));
  const words = squeeze(source.text.slice(start, end));
  const traits = someLead
    ? gathered.traits.filter(({ code }) => code !== 'responsibleUnitLabel')
    : [...gathered.traits];
  const more: Doubt[] = [];
  if (source.folded.slice(start, end).trimEnd().endsWith('。'))
    traits.push({ code: 'fullStopInClause', found: words });
  if (deadline.deadlineKind === 'none') traits.push({ code: 'noDeadline', found: words });
  if (leadUnits.length > 1) more.push({ code: 'severalLeadUnits', found: leadUnits.join('、') });
  if (groups.length > 0) more.push({ code: 'unitGroup', found: groups.join('、') });
  if (leads.length === 0) more.push({ code: 'noLeadUnit', found: words });
  return {
    ...deadline,
    leadUnits,
    leadGroup: groups.length > 0 ? groups.join('、') : null,
    supportUnits: names(gathered.units.filter((unit) => !leads.includes(unit))).filter(
      (name) => !leadUnits.includes(name),
    ),
    traits,
    doubts: [...gathered.doubts, ...doubts, ...more],
  };
}
