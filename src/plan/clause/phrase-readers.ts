import type { LabelKind, Phrase } from './clause-phrases';
import type { Doubt, TimeMention } from './dates';
import { squeeze } from '../../base/fold-text';
import { areRoleWords, readRoles } from './role-words';
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
  /** A name stands before a date: a clause, but only in brackets. */
  named: boolean;
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

/** “责任单位为X”, “配合单位X”, “协办市财政局”, without a colon. */
const UNIT_IS =
  /^(牵头|主办|主责|责任|落实|承办|实施|配合|协办|参与|支持)(?:(?:责任)?(?:单位|部门)(?:为|是)?(?=[^:])|(?=[省市县区州镇乡各]))/;

function roleInName(word: string | undefined): Role {
  if (/牵头|主办|主责/.test(word ?? '')) return 'lead';
  return /配合|协办|参与|支持/.test(word ?? '') ? 'support' : 'responsible';
}

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
  readAside,
  readDeadlineLabel,
  readUnitLabel,
  readFirstLeads,
  readForSeveral,
  readDatedPhrase,
  (context) => readVerb(context, 0, context.folded.length) && sure(context),
  readFiller,
  readBareUnits,
];

function sure({ gathered }: PhraseContext): true {
  gathered.certain = true;
  return true;
}

/** What stands in no office's name: such words are said, and nobody is made of them. */
const NO_NAME = /[:：《》<>]|关于|印发|联系电话|^\d/;

function addUnits(context: PhraseContext, role: Role, start: number, end: number): void {
  const { written, folded, gathered } = context;
  if (NOBODY.test(folded.slice(start, end))) return;
  const { units, doubts } = readUnits(written.slice(start, end), folded.slice(start, end));
  for (const unit of units) {
    if (NO_NAME.test(unit.name)) {
      gathered.doubts.push({ code: 'unreadWords', found: unit.name });
      continue;
    }
    gathered.units.push({ ...unit, role: unit.role ?? role });
    if (!looksLikeUnit(unit.name)) gathered.doubts.push({ code: 'unusualUnit', found: unit.name });
  }
  gathered.doubts.push(...doubts);
}

const SHORT_NAMES =
  /^(?:工会|团委|妇联|残联|法院|文联|科协|侨联|社联|党办|院办|校办|政办|府办|县委|市委|省委|区委)$/;

function isOffice(name: string): boolean {
  return looksLikeUnit(name) && (name.length >= 3 || SHORT_NAMES.test(name));
}

/** A word that can be part of a shortened name: 东区检修 of 东区检修、建设公司, 甲市 of 甲市、乙市公司. */
function mayBeName(name: string): boolean {
  return /^[\u4e00-\u9fffA-Za-z()]{2,12}$/.test(name) && !/[的了是要应将把就使]|^(?:请|各项)|工作/.test(name);
}

/** Whether all names of a list can be offices; the test for names that no label announces. */
function allUnits(folded: string): boolean {
  const { units } = readUnits(folded, folded);
  return units.length > 0 && units.every(({ name }) => isOffice(name));
}

/** Whether a list before role words names offices: the last one certainly, the others perhaps in short. */
function areNames(folded: string): boolean {
  const { units } = readUnits(folded, folded);
  const last = units.at(-1);
  return (
    last !== undefined && isOffice(last.name) && units.every(({ name }) => isOffice(name) || mayBeName(name))
  );
}

/** Reads “X牵头”, “Y、Z配合”, “X按职责分工负责” between two positions of a phrase; says whether it could. */
function readVerb(context: PhraseContext, start: number, end: number): boolean {
  const words = context.folded.slice(start, end);
  const indent = words.length - words.trimStart().length;
  const own = words.trim();
  const unitIs = UNIT_IS.exec(own);
  const unitsFrom = unitIs?.[0].length ?? 0;
  const lists =
    unitIs && allUnits(own.slice(unitsFrom))
      ? [{ role: roleInName(unitIs[1]), start: unitsFrom, end: own.length }]
      : readRoles(own, areNames);
  if (!lists) return false;
  for (const list of lists) {
    addUnits(context, list.role, start + indent + list.start, start + indent + list.end);
    context.gathered.role = list.role === 'lead' ? 'responsible' : list.role;
  }
  return true;
}

/** What is no part of who does it and until when: a person, points, the number in the plan it was handed down from. */
function readAside(context: PhraseContext): boolean {
  const { phrase, written, gathered } = context;
  if (phrase.label === 'person') gathered.doubts.push({ code: 'personNamed', found: squeeze(written) });
  const score = phrase.label === 'score' || /^ *\d+(?:\.\d+)?分 *$/.test(context.folded);
  return phrase.label === 'person' || phrase.label === 'upper' || score;
}

/** “列首位的为牵头单位”: of the names given, the first leads. */
function readFirstLeads(context: PhraseContext): boolean {
  if (!FIRST_LEADS.test(context.folded)) return false;
  const [first] = context.gathered.units;
  if (first) context.gathered.units[0] = { ...first, role: 'lead' };
  return true;
}

/** “以下均需各县区落实”: it holds for other measures too, and whose it is a person has to say. */
const FOR_SEVERAL = /^ *(?:以下|以上|上述|下列|各项)[^,;。]{0,12}(?:均|都|皆|一律)(?:需|由|应|须)/;

function readForSeveral({ folded, written, gathered }: PhraseContext): boolean {
  if (!FOR_SEVERAL.test(folded)) return false;
  gathered.doubts.push({ code: 'forSeveral', found: squeeze(written) });
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
  if (phrase.unknownLabel) gathered.doubts.push({ code: 'unknownLabel', found: context.label });
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
  const named = whoIsNamed(context, before, last.end);
  const isDate = times.every(({ kind }) => kind === 'date');
  const nobodyYet = gathered.role === undefined && gathered.units.length === 0;
  if (named === undefined && isDate && nobodyYet && !saysUntil(folded)) return false;
  gathered.times.push(...times);
  noteDate(context, true);
  if (named === 'role') gathered.certain = true;
  if (named === 'bare') gathered.named = true;
  return true;
}

/** How a phrase with a date names somebody: before the date with or without a role, or behind it. */
function whoIsNamed(context: PhraseContext, before: string, after: number): 'role' | 'bare' | undefined {
  if (readVerb(context, 0, before.length)) return 'role';
  if (allUnits(before) && addBare(context, before.length)) return 'bare';
  return readVerb(context, after, context.folded.length) ? 'role' : undefined;
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

/** Words that go with names before them and name nobody themselves. */
function readFiller(context: PhraseContext): boolean {
  if (context.gathered.units.length === 0) return false;
  return areRoleWords(context.folded.trim().replace(/^等 */, '')) && sure(context);
}

function readBareUnits(context: PhraseContext): boolean {
  return allUnits(context.folded) && addBare(context, context.folded.length);
}
