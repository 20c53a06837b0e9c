import { isWithinOthers, type Role } from '../units/unit-list';

/** Who has which part in a measure: a list of names between two positions, and their role. */
export interface NamesWithRole {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** Whether the words between two positions can be a list of offices. */
export type NamesTest = (words: string) => boolean;

/**
 * Words that give a role to the names before them, words that only say how, and words that may follow but begin nothing;
 * a new one is one entry. Alternatives in turn,
 * none of which may be made of others: each word is met once, so that no text makes the reader go over it again and again.
 */
const WORDS: readonly (readonly [part: Role | 'manner' | 'tail', words: string])[] = [
  [
    'lead',
    '[总双]?牵头|主办|负?主责|主体责任|首要责任|主抓|主管|主导|为主|负总责|总负责|抓总|领衔|带头|统筹|归口',
  ],
  ['support', '分牵头|配合|协助|参与|协办|协责|协保|参加|协同|支持|协作|会办|跟进|保障'],
  ['guiding', '指导|督促|监督|监管|督导|督办|督查|分管'],
  [
    'responsible',
    '责任(?:单位|部门|主体)|包[干保抓联]|负责|落实|承担|实施|组织|办理|完成|承办|抓好|抓|执行|推进|联合|共同|协调|总责|各司其职|各负其责|各尽其责',
  ],
  [
    'manner',
    '按照?|根据|依据|依|在|各自|职责|职能|职权|权限|分工|范围内|分别|具体|密切|积极|分头|予以|提供|作为|业务|做好|负(?=首要|主体)|为|全面|主要|同步|一并|齐抓共管|抓细|抓实',
  ],
  ['tail', '制定|编制|起草|推动|工作|单位|部门|相关|有关|管理|到位|责任|任务|考核|调度|总体|经费|资金|要素'],
];
const TOKEN = new RegExp(
  `[和及并、]?(?:${WORDS.map(([part, words]) => `(?<${part}>${words})`).join('|')})`,
  'y',
);
/** Roles that give way to the one named right behind them: 负责牵头, 共同配合, 协同负责. */
const GIVES_WAY = /^[和及并、]?(?:负责|共同|联合|协同|组织|协调|承担|为)$/;
/** “会同”, “商”: who stands behind supports. “商” only before a name that says its level: 商南公司 is a name. */
const TOGETHER = /(?:会同|协同|联合|商(?=[省市县区国各有相]|州(?![公区供])))/y;
const BETWEEN = /[、 ]/;

/** Where the role words that begin at a position may end, the longest first, and the role they give by then. */
function roleWordsAt(words: string, from: number): readonly { readonly end: number; readonly role: Role }[] {
  const ends: { readonly end: number; readonly role: Role }[] = [];
  let role: Role | undefined;
  let mayGiveWay = true;
  let at = from;
  for (;;) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(words);
    if (found === null || (at === from && BETWEEN.test(words.charAt(at)))) return ends.reverse();
    const own = Object.entries(found.groups ?? {}).find(([, word]) => word !== undefined)?.[0];
    if (at === from && own === 'tail') return [];
    at += found[0].length;
    if (own !== undefined && own !== 'manner' && own !== 'tail') {
      if (role === undefined || mayGiveWay) role = own as Role;
      mayGiveWay = mayGiveWay && GIVES_WAY.test(found[0]);
    }
    if (role !== undefined) ends.push({ end: at, role });
  }
}

/** Whether words are nothing but how and by which role: “按职责分工负责”. */
export function areRoleWords(words: string): boolean {
  return roleWordsAt(words, 0)[0]?.end === words.length;
}

/** Reads “X牵头、Y配合”, “X会同Y负责落实”, “X、Y按职责分工负责” from a position to the end of the words. */
class RoleReader {
  /** Positions from which nothing can be read. */
  private readonly barren = new Set<number>();

  constructor(
    private readonly words: string,
    private readonly areNames: NamesTest,
  ) {}

  read(from: number): readonly NamesWithRole[] | undefined {
    const { words } = this;
    if (from >= words.length) return [];
    if (this.barren.has(from)) return undefined;
    let start = from;
    while (start > 0 && start < words.length && BETWEEN.test(words.charAt(start))) start += 1;
    const found = this.supporters(start) ?? this.named(start + (/^[由以]/.test(words.slice(start)) ? 1 : 0));
    if (found === undefined) this.barren.add(from);
    return found;
  }

  /** “会同Y”, to the end or to the words that say what all of them do. */
  private supporters(from: number): readonly NamesWithRole[] | undefined {
    TOGETHER.lastIndex = from;
    const sign = TOGETHER.exec(this.words);
    if (sign === null) return undefined;
    const start = from + sign[0].length;
    for (let at = start + 2; at <= this.words.length; at += 1) {
      const ends = at === this.words.length ? [{ end: at }] : roleWordsAt(this.words, at);
      if (ends.length === 0 || !this.areNames(this.words.slice(start, at))) continue;
      for (const { end } of ends) {
        const rest = this.read(end);
        if (rest) return [{ role: 'support', start, end: at }, ...rest];
      }
    }
    return undefined;
  }

  private named(start: number): readonly NamesWithRole[] | undefined {
    for (let at = start + 2; at < this.words.length; at += 1) {
      if (/[、,; 和及与]/.test(this.words.charAt(at - 1)) || isWithinOthers(this.words, at)) continue;
      const found = this.namedUpTo(start, at);
      if (found) return found;
    }
    return undefined;
  }

  private namedUpTo(start: number, at: number): readonly NamesWithRole[] | undefined {
    TOGETHER.lastIndex = at;
    const together = TOGETHER.test(this.words);
    const ends = roleWordsAt(this.words, at);
    if ((!together && ends.length === 0) || !this.areNames(this.words.slice(start, at))) return undefined;
    const others = together ? this.supporters(at) : undefined;
    if (others) return [{ role: 'lead', start, end: at }, ...others];
    for (const { end, role } of ends) {
      const rest = this.read(end);
      if (rest) return [{ role, start, end: at }, ...rest];
    }
    return undefined;
  }
}

/**
 * Names with the role words behind them, when the words are nothing else.
 * @param areNames the test for a list of names
 */
export function readRoles(words: string, areNames: NamesTest): readonly NamesWithRole[] | undefined {
  const found = new RoleReader(words, areNames).read(0);
  return found === undefined || found.length === 0 ? undefined : found;
}
