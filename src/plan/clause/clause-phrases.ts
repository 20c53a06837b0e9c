import type { TextSpan } from '../plan';
import { isMaker } from './makers';

/** What a label before a colon announces. */
export type LabelKind = 'lead' | 'responsible' | 'support' | 'deadline' | 'person' | 'score' | 'upper';

interface LabelShape {
  readonly kind: LabelKind;
  /** The label's words, in the folded text. */
  readonly words: string;
}

const OFFICE = '(?:单位|部门|科室|处室|股室|机构)';

/** Labels of clauses; a new one is one entry. The first that fits wins, so the longer come first. */
const LABELS: readonly LabelShape[] = [
  {
    kind: 'person',
    words:
      '(?:牵头|责任|分管|包联|配合|挂牌|包保|主管|市级|县级)?(?:责任人|负责人|负责同志|领导|联系人|联络人|经办人)',
  },
  {
    kind: 'lead',
    words: `(?:总)?牵头(?:责任|负责|落实|实施)?(?:${OFFICE}(?:和责任${OFFICE})?)?|主办${OFFICE}?|主责${OFFICE}|第一责任${OFFICE}`,
  },
  {
    kind: 'support',
    words: `(?:责任)?(?:配合|协办|会办|协同|参与|参加|协作|协助|支持)(?:责任|落实|实施)?${OFFICE}?`,
  },
  {
    kind: 'responsible',
    words: `(?:(?:主要)?责任(?:主体|${OFFICE})|(?:落实|承办|负责|实施|主管|执行|完成)${OFFICE})(?:和(?:配合|责任)${OFFICE})?|责任分工|分工`,
  },
  {
    kind: 'deadline',
    words:
      '(?:计划|工作|整改|落实|拟)?(?:完成|办结|整改|推进|实施|落实|竣工|完工|建成|交付|销号)?(?:时限|期限|时间节点|时间要求|时间进度|时间安排|时间|日期|节点)(?:要求)?|进度(?:要求|安排)|工作进度',
  },
  { kind: 'score', words: '分值|权重|考核分值' },
  { kind: 'upper', words: '上级(?:方案|措施)?序号' },
];

export interface Phrase {
  readonly label: LabelKind | undefined;
  /** The label is no known one and was read by its shape. */
  readonly unknownLabel: boolean;
  /** Where the label stands; empty when there is none. */
  readonly labelSpan: TextSpan;
  /** The sign before the phrase; empty for the first. */
  readonly separator: string;
  /** Span of the words after the label. */
  readonly start: number;
  readonly end: number;
}

interface LabelFound {
  readonly kind: LabelKind;
  readonly words: string;
  readonly end: number;
  /** It is no label of the list, but has the shape of one. */
  readonly unknown: boolean;
}

/** “X单位：”, “X主体：”, “主责：”: a label by its shape. */
const SHAPED =
  /([\u4e00-\u9fff]{0,8}?(?:单位|部门|主体|机构|科室|处室|股室|司局|企业)|责任|主责|牵头|主办|承办|协办|配合|实施|落实|负责|督办|业主)[ \n]*:[ \n]*/y;
/** Who sends, prints or signs a paper, or what figures count: no part in a measure. */
const NO_ROLE =
  /^(?:单位|部门|机构|企业)$|填报|报送|上报|主送|抄送|抄报|发文|行文|来文|收文|印发|印制|承印|制表|制作|编制|编印|起草|拟稿|发布|公开|公布|制发|签发|审签|审核|联系|计量|金额|货币|面积|数量|参会|出席|受理|咨询|投诉|监制|各|该|本/;
/** “县直有关单位：” at the end of a line: who a letter is for. */
const ADDRESSEE = /有关|相关|直属|所属|驻|[省市县区州镇]直/;
const LEADS = /牵头|主责|主体责任|主办|主管|实施|考核|业主|建设|承建|主要/;
const RESPONSIBLE = /责任|落实|承办|负责|执行|完成|包[保联抓干]/;

function kindByShape(words: string): LabelKind {
  if (LEADS.test(words)) return 'lead';
  return RESPONSIBLE.test(words) && !/配合|协|监管|监督/.test(words) ? 'responsible' : 'support';
}

function shapedAt(folded: string, at: number): LabelFound | undefined {
  SHAPED.lastIndex = at;
  const found = SHAPED.exec(folded);
  if (found?.[1] === undefined || NO_ROLE.test(found[1])) return undefined;
  if (ADDRESSEE.test(found[1]) && found[0].includes('\n')) return undefined;
  const label = {
    kind: kindByShape(found[1]),
    words: found[1],
    end: at + found[0].length,
    unknown: !KNOWN_SHORT.test(found[1]),
  };
  return isMaker(folded, at, label) ? undefined : label;
}
const KNOWN_SHORT = /^(?:业主|主责|主办|承办|实施|落实|负责|责任|牵头|协办|配合)$/;

/** “市财政局 时限：6月”: a gap behind an office. */
const BEHIND_OFFICE = /[局委办部院厅署会处室所心站社校行司府队联协馆关位门科股组班区县镇乡道业] +$/;

/** Whether a label can begin here: behind a sign, a number or an office and a gap, not within a word (发布日期). */
function isApart(folded: string, at: number): boolean {
  if (WITHIN_WORD.test(folded.charAt(at - 1))) return false;
  if (folded.charAt(at - 1) === ' ' && BEHIND_OFFICE.test(folded.slice(Math.max(0, at - 8), at))) return true;
  return (
    at === 0 ||
    !WITHIN_WORD.test(
      folded
        .slice(Math.max(0, at - 4), at)
        .replace(/[^\S\n]+$/, '')
        .slice(-1),
    )
  );
}
const WITHIN_WORD = /[\u4e00-\u9fffA-Za-z:]/;
/** Words that are a label only when they stand alone: 发布日期, 技术支持 are none. */
const ONLY_ALONE = /^(?:时限|期限|时间|日期|节点|工作进度|分工|支持|参加|协作)$/;

const LABEL_PATTERNS = LABELS.map(({ kind, words }) => ({
  kind,
  withColon: new RegExp(`(${words})(?:名称)?[ \\n]*:[ \\n]*`, 'y'),
  bare: new RegExp(`(${words})(?:为|是| +)`, 'y'),
}));
const MAY_BEGIN_LABEL =
  /[上经会竣建交销牵责分包配挂主市县负联总第协参支落承实执完计工整拟办推时期日节进权考领]/;

/** A label at a position of the folded text; without a colon (“牵头单位为…”) only where a phrase begins. */
export function labelAt(folded: string, at: number, phraseBegins: boolean): LabelFound | undefined {
  if (!/[\u4e00-\u9fff]/.test(folded.charAt(at))) return undefined;
  if (MAY_BEGIN_LABEL.test(folded.charAt(at))) {
    const known = knownAt(folded, at, phraseBegins);
    if (known) return known;
  }
  return phraseBegins || isApart(folded, at) ? shapedAt(folded, at) : undefined;
}

function knownAt(folded: string, at: number, phraseBegins: boolean): LabelFound | undefined {
  for (const { kind, withColon, bare } of LABEL_PATTERNS) {
    for (const pattern of phraseBegins ? [withColon, bare] : [withColon]) {
      pattern.lastIndex = at;
      const found = pattern.exec(folded);
      if (found?.[1] === undefined || (ONLY_ALONE.test(found[1]) && !phraseBegins && !isApart(folded, at)))
        continue;
      const label = { kind, words: found[1], end: at + found[0].length, unknown: false };
      if (!isMaker(folded, at, label)) return label;
    }
  }
  return undefined;
}

/** Cuts the words of a clause into phrases: at a label, and at the signs that end a phrase outside of inner brackets. */
export function phrasesOf(folded: string, start: number, end: number): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let depth = 0;
  let from = start;
  let separator = '';
  let label: LabelFound | undefined;
  let labelStart = start;
  /** Nothing but white space stands between `from` and the sign at hand. */
  let begins = true;
  const close = (to: number, sign: string): void => {
    const words = folded.slice(from, to).trim();
    if (words !== '' || label !== undefined) {
      phrases.push({
        label: label?.kind,
        unknownLabel: label?.unknown === true,
        labelSpan: { start: labelStart, end: labelStart + (label?.words.length ?? 0) },
        separator,
        start: from,
        end: to,
      });
      separator = '';
    }
    label = undefined;
    if (separator === '') separator = sign;
    from = to + sign.length;
    begins = true;
  };
  for (let at = start; at < end; at += 1) {
    const sign = folded.charAt(at);
    if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) {
      begins = false;
      continue;
    }
    if (/[。;,\n]/.test(sign) || (sign === '.' && !/\d/.test(folded.charAt(at + 1)))) {
      close(at, sign);
      continue;
    }
    const next = labelAt(folded, at, begins && label === undefined);
    if (next === undefined || next.end > end) {
      begins &&= /\s/.test(sign);
      continue;
    }
    close(at, '');
    label = next;
    labelStart = at;
    from = next.end;
    at = next.end - 1;
  }
  close(end, '');
  return phrases;
}
