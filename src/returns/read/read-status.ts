import { distance } from 'fastest-levenshtein';
import type { ClaimedStatus } from '../../ledger/records';
import { squeezed } from '../../base/clean-text';
import { STATUS_WORDS, UNCHANGED_WORD, statusOfWord } from '../locate/form-columns';

export type StatusReading =
  | {
      readonly kind: 'read';
      readonly status: ClaimedStatus;
      readonly how: 'exact' | 'tidied' | 'synonym' | 'softened';
    }
  | { readonly kind: 'missing' }
  /** What was reported last stands. */
  | { readonly kind: 'unchanged'; readonly how: 'exact' | 'tidied' }
  | { readonly kind: 'several'; readonly statuses: readonly ClaimedStatus[] }
  | { readonly kind: 'unknown'; readonly nearest: ClaimedStatus | null };

/** What units write for each status without meaning anything else. */
const SYNONYMS: Readonly<Record<ClaimedStatus, readonly string[]>> = {
  done: [
    '完成',
    '办结',
    '已办结',
    '√',
    '✓',
    '✔',
    '是',
    '100%',
    '全部完成',
    '已全部完成',
    '已经完成',
    '完成100%',
    '已完成100%',
  ],
  inProgress: [
    '正在推进',
    '进行中',
    '正在进行',
    '正在进行中',
    '正在推进中',
    '按序时推进',
    '序时推进',
    '按序时进度推进',
    '正在办理',
    '办理中',
    '正在开展',
    '推进',
    '正在落实',
    '有序推进',
    '正在有序推进',
    '按计划推进',
  ],
  notStarted: ['未开展', '尚未启动', '尚未开展', '否', '未开始', '尚未开始', '×'],
  ongoing: ['持续推进', '常态化', '长期', '常态化推进', '常态化开展', '长期推进', '持续坚持', '长期开展'],
};

/** Words that sound like completion and are none. */
const SOFTENED =
  /^(?:基本|大部分|大部|部分|接近|即将|初步)(?:已)?完成$|^(?:已)?完成(?:率)?(?:约)?\d{1,2}(?:\.\d+)?%(?:以上)?$/u;
const NO_CLAIM = /^(?:[/\\\-—–－_.]*|无|同上|〃|"|略|暂无|N\/A|n\/a)$/u;
const UNCHANGED =
  /^(?:与上(?:期|次|月|季度|年)(?:相比)?)?(?:无|没有|未)(?:变化|变动|新变化|新进展)$|^(?:不变|同上(?:期|次|月|季度|年)|与上(?:期|次|月|季度|年)(?:相同|一致))$/u;
const SEPARATORS = /[、/,，;；|或和及\n]+/u;

function statusOf(word: string): ClaimedStatus | undefined {
  const exact = statusOfWord(word);
  if (exact !== undefined) return exact;
  return (Object.keys(SYNONYMS) as ClaimedStatus[]).find((status) => SYNONYMS[status].includes(word));
}

/** Reads a status cell's text. Whatever could mean two things is not decided here. */
export function readStatus(text: string): StatusReading {
  if (statusOfWord(text) !== undefined) {
    return { kind: 'read', status: statusOfWord(text) as ClaimedStatus, how: 'exact' };
  }
  const word = squeezed(text).replace(/[。.;；!！,，、]+$/u, '');
  if (UNCHANGED.test(word)) return { kind: 'unchanged', how: text === UNCHANGED_WORD ? 'exact' : 'tidied' };
  if (NO_CLAIM.test(word)) return { kind: 'missing' };
  const exact = statusOfWord(word);
  if (exact !== undefined) return { kind: 'read', status: exact, how: 'tidied' };
  if (SOFTENED.test(word)) return { kind: 'read', status: 'inProgress', how: 'softened' };
  const synonym = statusOf(word);
  if (synonym !== undefined) return { kind: 'read', status: synonym, how: 'synonym' };
  const known = new Set([
    ...cleanParts(text).flatMap((part) => statusOf(part) ?? []),
    ...STATUS_WORDS.filter((one) => word.includes(one)).flatMap((one) => statusOfWord(one) ?? []),
  ]);
  if (known.size > 1) return { kind: 'several', statuses: [...known] };
  return { kind: 'unknown', nearest: LIKELY.get(word) ?? nearestStatus(word) };
}

/** What probably means a status and may mean another: offered, never taken. */
const LIKELY: ReadonlyMap<string, ClaimedStatus> = new Map([
  ['已启动', 'inProgress'],
  ['已开展', 'inProgress'],
  ['已开始', 'inProgress'],
  ['落实中', 'inProgress'],
]);

function cleanParts(text: string): readonly string[] {
  return text
    .split(SEPARATORS)
    .flatMap((part) => part.trim().split(/\s+/u))
    .map((part) => squeezed(part).replace(/[。.;；!！]+$/u, ''));
}

/** One slip of the pen away from a word of the list, and from one only: offered, never taken. “未完成” is no slip for 已完成. */
function nearestStatus(word: string): ClaimedStatus | null {
  const isDenial = (text: string) => /^[未没不尚]/u.test(text);
  const near = STATUS_WORDS.filter(
    (known) => distance(word, known) === 1 && isDenial(known) === isDenial(word),
  );
  const [only] = near;
  return near.length === 1 && only !== undefined ? (statusOfWord(only) ?? null) : null;
}
