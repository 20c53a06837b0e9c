import type { Doubt } from '../clause/dates';
import { fold, squeeze } from '../../base/fold-text';

/** `guiding` (指导, 督促) leads only where nobody else does. */
export type Role = 'lead' | 'responsible' | 'support' | 'guiding';

export interface NamedUnit {
  readonly name: string;
  /** The role that stands with the name itself: “市财政局（牵头）”. */
  readonly role: Role | undefined;
  /** A collective name (各县市区人民政府) and not one office. */
  readonly group: boolean;
}

export interface UnitList {
  readonly units: readonly NamedUnit[];
  readonly doubts: readonly Doubt[];
}

const ENDS_LIKE_UNIT =
  /(?:局|委|办|部|院|厅|署|会|处|室|所|中心|站|社|校|学院|大学|行|公司|厂|农场|林场|电网|集团|政府|法院|检察院|队|联|协|台|馆|园|库|办事处|机关|单位|部门|科|股|组|党校|小组|专班|司|海关|协会|商会|区|县|镇|乡|街道|企业|医院|支队|总队)$/;
const COLLECTIVE =
  /各|(?:有关|相关|成员|其他)(?:部门|单位|地区|企业|科室)|^[省市县区州]直(?:机关)?(?:部门|单位|机关)(?:$|[和及与])|^中省(?:直|驻)/;
const OTHERS =
  '部门|单位|方面|地方|地区|处室|科室|股室|企业|机构|高校|院校|学校|医院|街道|乡镇|镇街|县区|区县|成员|厅局|委局|委办局|司局|部委|公司|' +
  '组织|团体|协会|商会|学会|力量|各界|个人|专班|园区|社区|地';
/** “等部门”, “等6部门（单位）”, “等国务院有关部门”, “等部门、单位” behind a name: there are more than the text spells out. */
const AND_OTHERS = new RegExp(
  `等 *(?:[\\u4e00-\\u9fff\\d]{0,10}?(?:${OTHERS})(?:[和及与、]?(?:部门|单位|企业|机构|地区|组织|个人))?(?:\\([^()]{2,12}\\))?(?:分工)?)?(?=$|[、,;\\s和及与以])`,
  'y',
);
/** The beginning of such words: within “等协调机制成员单位” nothing gives a role. */
const BEGINS_OTHERS = new RegExp(
  `等 *(?!按|依|负责|分|共同|各|联合)[\\u4e00-\\u9fff\\d]{1,10}?(?:${OTHERS})`,
  'y',
);
/** “（列第一位者为牵头单位，下同）” behind a name is about the list. */
const NOTE = /\([^()]*(?:下同|首位|第一位|[为是]牵头单位)[^()]*\)$/;
const ROLE =
  '\\( *(牵头|主办|主责|主|负责|责任|承办|配合|协办|协同|协助|会办|参与|参加|支持|协)(?:单位|部门)? *\\)';
const ROLE_IN_BRACKETS = new RegExp(ROLE, 'y');
const ROLE_WITH_NAME = new RegExp(`^(.+?)${ROLE}$`);
/** A level or place of its own (区财政局, 省税务局), or an office that has none (国网, 团委, 人行). */
const OWN_PREFIX = /[省市县区州旗镇乡]|^(?:各|国|中|全|团|总|人)/;

/** “请各单位抓好落实”, “各部门要切实负责”: a request to everyone names nobody. */
const REQUEST =
  /^(?:请|望|希望|要求|督促|推动|确保|压实|组织(?!部)|对(?!外)|将|把|使|让)|抓好|做好|认真|切实|积极|应当?$|必须|务必|加强|进一步|要$/;

/** Words of a sentence: 各地要加快, 应当; and titles of papers. */
const NO_OFFICE = /[:《》]|关于|印发|要(?!素|闻)|(?:^|[^供反])应(?!急|用|对)|须|将/;

/** Whether a name can be that of an office, a body or a collective of them; the test where no label says so. */
export function looksLikeUnit(name: string): boolean {
  const core = squeeze(fold(name)).replace(/\([^()]*\)$/, '');
  const isName = ENDS_LIKE_UNIT.test(core) || COLLECTIVE.test(core);
  return core.length >= 2 && core.length <= 30 && isName && !REQUEST.test(core) && !NO_OFFICE.test(core);
}

function roleOf(word: string): Role {
  if (/^(?:牵头|主)/.test(word)) return 'lead';
  return /^(?:负责|责任|承办)/.test(word) ? 'responsible' : 'support';
}

/** Positions at which a list of names may be cut: signs between names outside of brackets. */
function cut(folded: string): readonly (readonly [start: number, end: number])[] {
  const parts: [number, number][] = [];
  let depth = 0;
  let start = 0;
  let behindRole = -1;
  for (let at = 0; at < folded.length; at += 1) {
    const sign = folded.charAt(at);
    if (sign === '(') {
      depth += 1;
      behindRole = depth === 1 ? endOfRole(folded, at) : behindRole;
    } else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (
      depth === 0 &&
      at === behindRole &&
      /[\u4e00-\u9fff]/.test(sign) &&
      wordLength(folded, at) === 0
    ) {
      parts.push([start, at]);
      start = at;
    } else if (depth === 0 && partsNames(folded, start, at)) {
      parts.push([start, at]);
      start = at + wordLength(folded, at);
      at = start - 1;
    }
  }
  parts.push([start, folded.length]);
  return parts;
}

/** Where the role that stands in brackets behind a name ends: “（主）”. */
function endOfRole(folded: string, at: number): number {
  ROLE_IN_BRACKETS.lastIndex = at;
  return at + (ROLE_IN_BRACKETS.exec(folded)?.[0].length ?? -at - 1);
}

/** No word by which a unit ends is longer than this. */
const LONGEST_ENDING = 4;

/** Whether the words up to a position end as a unit's name does: only their end is looked at, so that a long list takes no longer. */
function endsLikeUnit(folded: string, start: number, at: number): boolean {
  return ENDS_LIKE_UNIT.test(folded.slice(Math.max(start, at - LONGEST_ENDING), at));
}

function partsNames(folded: string, start: number, at: number): boolean {
  if (/[、,;/\n]/.test(folded.charAt(at)))
    return !isEnumeration(folded.slice(start, at), folded.slice(at, at + LONGEST_LEVEL));
  return (
    (othersAt(folded, at) > 0 && endsLikeUnit(folded, start, at)) ||
    isGap(folded, at) ||
    isConjunction(folded, start, at)
  );
}

/** “、县（市、区）人民政府” */
const LONGEST_LEVEL = 16;

/** “各县、市、区人民政府”, “各市（州）、县（市、区）人民政府” and “各县（市、区）党委、政府” are one name. */
function isEnumeration(before: string, after: string): boolean {
  if (before.endsWith('党委') && /^、(?:人民)?政府(?![\u4e00-\u9fff])/.test(after)) return true;
  const levels =
    /^、[省市县区乡镇州旗街道]{1,2}(?:\([^()]{1,8}\))?(?:$|[、,;)和及与 ]|(?:人民)?政府|党|管委|有关|相关)/.test(
      after,
    );
  return levels && before.length <= 12 && /^[ 由]*各[省市县区乡镇州旗街道、()]+$/.test(before);
}

/** A space parts two names only when both sides are whole names: “市财政局 市税务局”, not “市 财政局”. */
function isGap(folded: string, at: number): boolean {
  return (
    folded.charAt(at) === ' ' &&
    looksLikeUnit(folded.slice(Math.max(0, at - 8), at)) &&
    /^ *[\u4e00-\u9fff]{3,}/.test(folded.slice(at, at + 12))
  );
}

/** Length of “等部门” at a position; 0 where nothing of the kind stands. */
function othersAt(folded: string, at: number): number {
  AND_OTHERS.lastIndex = at;
  return AND_OTHERS.exec(folded)?.[0].length ?? 0;
}

/** Whether a position stands within “等社会组织”, “等协调机制成员单位”. */
export function isWithinOthers(folded: string, at: number): boolean {
  const earliest = Math.max(0, at - LONGEST_OTHERS);
  const from = earliest + folded.slice(earliest, at).lastIndexOf('等');
  if (from < earliest) return false;
  BEGINS_OTHERS.lastIndex = from;
  return from + (BEGINS_OTHERS.exec(folded)?.[0].length ?? 0) > at;
}
const LONGEST_OTHERS = 12;

/** Length of what stands between two names; 0 where nothing does. */
function wordLength(folded: string, at: number): number {
  const others = othersAt(folded, at);
  if (others > 0) return others;
  if (folded.startsWith('以及', at)) return 2;
  return /[和与及、,;/\n ]/.test(folded.charAt(at)) ? 1 : 0;
}

/** 和, 与, 及 part two names when a whole name stands before: “市财政局和市税务局”, not “市发展和改革委员会”. */
function isConjunction(folded: string, start: number, at: number): boolean {
  const length = wordLength(folded, at);
  if (length === 0 || at - start < 3 || !endsLikeUnit(folded, start, at)) return false;
  const after = /^[^、,;/ ()]*/.exec(folded.slice(at + length, at + 40))?.[0] ?? '';
  return looksLikeUnit(after) && /^[国有相]|[省市县区州各团]/.test(after);
}

function readName(name: string): NamedUnit | undefined {
  const bare = squeeze(name)
    .replace(NOTE, '')
    .replace(/^(?:[-:由和与及]|以及)+/, '')
    .replace(/[。.;,、:*※]+$/, '');
  if (bare === '') return undefined;
  const withRole = ROLE_WITH_NAME.exec(bare);
  const own = withRole?.[1] ?? bare;
  return {
    name: own,
    role: withRole?.[2] === undefined ? undefined : roleOf(withRole[2]),
    group: COLLECTIVE.test(own),
  };
}

/**
 * Fields of work that every place has an office for. Only such a name can leave out the level that the first name of a
 * list gives.
 */
const EVERY_PLACE = new RegExp(
  `^(?:${[
    '发展和?改革|发改|教育和?体育|教体|教育|科学技术|科技|经济和?信息化|经信|工业和?信息化|工信|民族宗教|民宗|公安|民政|司法|财政',
    '人力资源和?社会保障|人社|自然资源和?规划|自然资源|资规|规划|生态环境|环保|住房和?城乡建设|住建|城市管理|城管|交通运输|交通|水务|水利和?湖泊|水利',
    '农业农村|农业|林业|园林|商务|文化和?旅游|文旅|文化|卫生健康|卫健|卫生|退役军人事务|退役军人|应急管理|应急|审计|国资|市场监督管理|市场监管|工商|食药监',
    '质监|安监|物价|体育|统计|信访|医疗保障|医保|金融|行政审批服务|行政审批|审批服务|审批|政务服务和?大数据管理|政务服务|数据资源|大数据|机关事务|乡村振兴|扶贫',
    '粮食|投资促进|招商|供销|税务|法制|编|综治|国防动员|人防|地震|气象|烟草|城管执法|综合执法|知识产权|档案|督查',
  ].join('|')})(?:管理|服务|监督)?(?:局|办|委|厅|办公室|委员会)$`,
);

/**
 * “市住建局、审批服务局”: the 市 of the first name holds for the second too. Nothing is completed by guess: not beside offices of the
 * centre (市场监管总局, 财政部), not a name with a place of its own (江西航务局).
 */
function withPrefix(unit: NamedUnit, first: string): NamedUnit {
  const prefix = /^[省市县区州镇](?!场|政公用|域)/.exec(first)?.[0];
  const lacksIt =
    prefix !== undefined && !unit.group && !OWN_PREFIX.test(unit.name) && EVERY_PLACE.test(unit.name);
  return lacksIt ? { ...unit, name: `${prefix}${unit.name}` } : unit;
}

/**
 * Reads a list of names: “市财政局、市税务局等部门”, “市发改委（牵头）、审批服务局”, “各县（市、区）人民政府和市直有关部门”.
 * @param written the words as issued, from which the names are taken
 * @param folded the same words folded
 */
export function readUnits(written: string, folded: string): UnitList {
  const doubts: Doubt[] = [];
  const parts = cut(folded);
  if (parts.some(([, end]) => othersAt(folded, end) > 0))
    doubts.push({ code: 'andOthers', found: squeeze(written) });
  const named = parts.flatMap(([start, end]) => {
    const unit = readName(folded.slice(start, end));
    if (unit === undefined) return [];
    const own = squeeze(written.slice(start, end));
    const at = squeeze(folded.slice(start, end)).indexOf(unit.name);
    return [{ ...unit, name: own.slice(at, at + unit.name.length) }];
  });
  const units = named.map((unit) => {
    const full = withPrefix(unit, named[0]?.name ?? '');
    if (full !== unit) doubts.push({ code: 'omittedPrefix', found: unit.name });
    return full;
  });
  return { units, doubts };
}
