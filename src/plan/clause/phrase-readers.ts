import type { LabelKind, Phrase } from './clause-phrases';
import type { Doubt, TimeMention } from './dates';
import { squeeze } from '../../base/fold-text';
import { looksLikeUnit, readUnits, type NamedUnit, type Role } from '../units/unit-list';

/** What has been gathered while the phrases of one clause are read. */
export interface Gathered {
  readonly units: (NamedUnit & { readonly role: Role })[];
  readonly times: TimeMention[];
  readonly traits: Doubt[];
  readonly doubts: Doubt[];
  /** The role of names that follow without a word of their own. */
  role: Role | undefined;
  /** Whether a label or a verb shows that this is a clause, and not just a name or a date in brackets. */
  certain: boolean;
  /** Phrases that no reader could read. */
  unread: number;
  /** A deadline is denied in so many words. */
  undated: boolean;
}

/** One phrase with all that its readers need; `times` stand at positions of `folded`. */
export interface PhraseContext {
  readonly phrase: Phrase;
  readonly written: string;
  /** The words of its label as issued. */
  readonly label: string;
  readonly folded: string;
  readonly times: readonly TimeMention[];
  readonly gathered: Gathered;
}

const DOES = '(?:负责|落实|承担|实施|组织实施|办理|完成|抓总|抓落实|抓好落实|推进|组织|统筹|协调|指导|督办)*';
const BY_DUTY =
  '(?:各司其职|各负其责|各尽其责|、)*(?:按照?|根据|依据?|在)?(?:各自)?(?:工作)?(?:职责|职能|分工)*(?:范围内|分工)?(?:共同|分别|具体|联合|密切|积极|分头|予以)*';
const SUPPORTS = '(?:配合|协助|参与|协办|参加|协同|支持)';

/**
 * Sentences without a label that name who does it, groups `lead`, `responsible` and `support` being lists of names;
 * a new one is one entry. The first that fits wins.
 */
const VERBS: readonly RegExp[] = [
  new RegExp(`^由?(?<lead>.+?)(?:共同|联合)?牵头,?(?:会同|商|协同)(?<support>.+?)(?:共同)?${DOES}$`),
  new RegExp(`^由?(?<lead>.+?)牵头${DOES}[、 ](?<support>.+?)${BY_DUTY}${SUPPORTS}(?:单位|部门|${DOES})$`),
  new RegExp(`^由?(?<lead>.+?)(?:共同|联合|为)?(?:牵头|主办|主责)(?:单位|部门)?${DOES}$`),
  new RegExp(`^由?(?<lead>.+?)(?:会同|商)(?<support>.+?)(?:共同)?${DOES}$`),
  new RegExp(`^(?:会同|商)(?<support>.+?)(?:共同)?${DOES}$`),
  new RegExp(`^由?(?<support>.+?)${BY_DUTY}(?:为|做好|抓好)?${SUPPORTS}(?:单位|部门|工作|${DOES})$`),
  new RegExp(`^由?(?<responsible>.+?)${BY_DUTY}(?:负责|落实|承担|实施|办理|完成)${DOES}$`),
  new RegExp(`^(?:责任|落实|承办|实施)(?:单位|部门)(?:为|是)?(?<responsible>.+)$`),
];

/** Words that go with names before them and name nobody themselves. */
const FILLER = new RegExp(
  `^ *(?:等 *)?${BY_DUTY}${SUPPORTS}?(?:做好|抓好)?(?:相关|有关)?(?:工作)?${DOES} *$`,
);
/** “列首位的为牵头单位”: of several responsible units the first one leads. */
export const FIRST_LEADS = /(?:排|列)(?:名|序)?(?:在)?(?:首位|第一位?|最前)(?:的|者)?[^。]{0,8}(?:牵头|为主)/;

const ROLE_OF_LABEL = {
  lead: 'lead',
  responsible: 'responsible',
  support: 'support',
} as const satisfies Partial<Record<LabelKind, Role>>;
const NOBODY = /^[ 无\-/]*$|^ *(?:待定|暂无|另行明确|不限) *$/;

/** Ways to read one phrase, in turn until one succeeds; a new shape of phrase is one entry. */
export const PHRASE_READERS: readonly ((context: PhraseContext) => boolean)[] = [
  readPersonOrScore,
  readDeadlineLabel,
  readUnitLabel,
  readFirstLeads,
  readDatedPhrase,
  (context) => readVerb(context, 0, context.folded.length) && sure(context),
  readFiller,
  readBareUnits,
];

function sure({ gathered }: PhraseContext): true {
  gathered.certain = true;
  return true;
}

function addUnits(context: PhraseContext, role: Role, start: number, end: number): void {
  const { written, folded, gathered } = context;
  if (NOBODY.test(folded.slice(start, end))) return;
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
  const indent = words.length - words.trimStart().length;
  for (const pattern of VERBS) {
    const groups = Object.entries(pattern.exec(words.trim())?.groups ?? {}) as [Role, string | undefined][];
    const lists = groups.filter((group): group is [Role, string] => group[1] !== undefined);
    if (lists.length === 0 || !lists.every(([, list]) => allUnits(list))) continue;
    for (const [role, list] of lists) {
      const at = start + indent + words.trim().indexOf(list);
      addUnits(context, role, at, at + list.length);
      context.gathered.role = role === 'lead' ? 'responsible' : role;
    }
    return true;
  }
  return false;
}

function readPersonOrScore(context: PhraseContext): boolean {
  const { phrase, written, gathered } = context;
  if (phrase.label === 'person') gathered.doubts.push({ code: 'personNamed', found: squeeze(written) });
  const score = phrase.label === 'score' || /^ *\d+(?:\.\d+)?分 *$/.test(context.folded);
  return phrase.label === 'person' || score;
}

/** “列首位的为牵头单位”: of the names given, the first leads. */
function readFirstLeads(context: PhraseContext): boolean {
  if (!FIRST_LEADS.test(context.folded)) return false;
  const [first] = context.gathered.units;
  if (first) context.gathered.units[0] = { ...first, role: 'lead' };
  return true;
}

function readDeadlineLabel(context: PhraseContext): boolean {
  const { phrase, folded, written, gathered, times } = context;
  if (phrase.label !== 'deadline') return false;
  gathered.times.push(...times);
  if (times.length === 0 && NOBODY.test(folded)) gathered.undated = true;
  else if (times.length === 0) gathered.doubts.push({ code: 'unreadWords', found: squeeze(written) });
  return sure(context);
}

function readUnitLabel(context: PhraseContext): boolean {
  const { phrase, gathered, folded, times } = context;
  if (phrase.label !== 'lead' && phrase.label !== 'responsible' && phrase.label !== 'support') return false;
  const role = ROLE_OF_LABEL[phrase.label];
  const end = times[0]?.start ?? folded.length;
  gathered.times.push(...times);
  noteDate(context, false);
  if (!readVerb(context, 0, end)) {
    addUnits(context, role, 0, end);
    gathered.role = role;
  }
  if (role === 'responsible') gathered.traits.push({ code: 'responsibleUnitLabel', found: context.label });
  return sure(context);
}

/** A phrase with a date: who does it may stand before or after the date, anything else says what is done by then. */
function readDatedPhrase(context: PhraseContext): boolean {
  const { times, folded, gathered } = context;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return false;
  const before = folded.slice(0, first.start).replace(/(?:于|在|到|至)? *$/, '');
  const named =
    readVerb(context, 0, before.length) ||
    (allUnits(before) && addBare(context, before.length)) ||
    readVerb(context, last.end, folded.length);
  const isDate = times.every(({ kind }) => kind === 'date');
  const nobodyYet = gathered.role === undefined && gathered.units.length === 0;
  if (!named && isDate && nobodyYet && !saysUntil(folded)) return false;
  gathered.times.push(...times);
  noteDate(context, true);
  if (named) gathered.certain = true;
  return true;
}

/** Whether a date in brackets is one until which something is to be done, and not the years of a document. */
function saysUntil(folded: string): boolean {
  return /完成|前|底|末|止|坚持|推进|每|持续|长期|常态|内|启动|见效|成效/.test(folded);
}

function addBare(context: PhraseContext, end: number): true {
  addUnits(context, context.gathered.role ?? 'responsible', 0, end);
  return true;
}

function noteDate({ phrase, written, folded, times, gathered }: PhraseContext, ownPhrase: boolean): void {
  if (!times.some(({ kind }) => kind === 'date')) return;
  if (ownPhrase && isOnlyTime(folded, times)) {
    gathered.traits.push({ code: 'missingCompletionWord', found: squeeze(written) });
  }
  if (ownPhrase && phrase.separator === ',' && gathered.times.length === times.length) {
    gathered.traits.push({ code: 'commaBeforeDeadline', found: squeeze(written) });
  }
}

/** “2017年底” and no word of what is to be done by then. */
function isOnlyTime(folded: string, times: readonly TimeMention[]): boolean {
  const words = times.reduce((left, { found }) => left.replace(found, ''), folded);
  return !/[\u4e00-\u9fff]/.test(words) && !times.some(({ found }) => /[前内]$/.test(found));
}

function readFiller(context: PhraseContext): boolean {
  return FILLER.test(context.folded) && context.gathered.units.length > 0 && sure(context);
}

function readBareUnits(context: PhraseContext): boolean {
  return allUnits(context.folded) && addBare(context, context.folded.length);
}
