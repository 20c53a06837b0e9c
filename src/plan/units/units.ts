import { fold, squeeze } from '../../base/fold-text';
import { withoutPlace, type Place } from './place';
import { KNOWN_UNITS, type KnownUnit } from './unit-names';

/** The names of a unit as the directory of a ledger keeps them. */
export interface UnitNames {
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly successor: { readonly name: string } | null;
}

export type UnitMatch =
  | { readonly unit: string; readonly how: 'exact' | 'shortName' | 'successor' }
  | { readonly ambiguous: readonly string[] };

/** Short names and successor of a unit; none of either for a unit that is not on the list. */
export function knownUnit(name: string, place: Place): KnownUnit {
  return KNOWN_UNITS.get(withoutPlace(name, place)) ?? { shortNames: [], successor: null };
}

/** Words of full names and the usual short form, in the order in which they are replaced. */
const CONTRACTIONS: readonly (readonly [full: string, short: string])[] = [
  ['人民政府', '政府'],
  ['机构编制委员会办公室', '编办'],
  ['人力资源和社会保障', '人社'],
  ['人力资源社会保障', '人社'],
  ['发展和改革', '发改'],
  ['发展改革', '发改'],
  ['国有资产监督管理', '国资'],
  ['食品药品监督管理', '食药监'],
  ['安全生产监督管理', '安监'],
  ['市场监督管理', '市场监管'],
  ['工商行政管理', '工商'],
  ['住房和城乡建设', '住建'],
  ['住房城乡建设', '住建'],
  ['自然资源和规划', '资规'],
  ['城市管理', '城管'],
  ['环境保护', '环保'],
  ['卫生健康', '卫健'],
  ['文化和旅游', '文旅'],
  ['经济和信息化', '经信'],
  ['交通运输', '交通'],
  ['科学技术', '科技'],
  ['医疗保障', '医保'],
  ['退役军人事务', '退役军人'],
  ['法制工作委员会', '法工委'],
  ['政法委员会', '政法委'],
  ['委员会', '委'],
  ['办公室', '办'],
];

/** A name without what only form adds: spaces, full-width signs, the place's own name. */
function plainName(name: string, place: Place): string {
  const bare = squeeze(fold(name))
    .replace(/^(?:中共|中国共产党)(?=.*[市县区州])/, '')
    .replace(/^[“"']|[”"'。.,、]+$/g, '');
  return withoutPlace(bare, place);
}

/** The form in which full and short names of one office are the same. */
function unitKey(name: string, place: Place): string {
  return CONTRACTIONS.reduce((key, [full, short]) => key.replace(full, short), plainName(name, place));
}

/** The key without the level before and 局, 办, 委 after it: only for comparison within one plan's own list. */
function core(key: string, { level }: Place): string {
  const own = level !== '' && key.startsWith(level) ? key.slice(level.length) : key;
  return own.replace(/(?:局|办|委)$/, '');
}

/**
 * Whose name this is, among the plan's own units: its name, a short name, or its successor's name, in this order.
 * Two units that fit equally well are `ambiguous`: ask. A namesake elsewhere (掇刀区财政局, 钟祥市财政局) fits nobody.
 * @param place what the level alone means in the plan's names
 * @returns `undefined` when nobody fits
 */
export function matchUnit(
  name: string,
  candidates: readonly UnitNames[],
  place: Place,
): UnitMatch | undefined {
  const key = unitKey(name, place);
  if (key.length < 2) return undefined;
  const own = core(key, place);
  const same = (other: string): boolean => unitKey(other, place) === key;
  const tests = [
    ['exact', (unit: UnitNames) => squeeze(unit.name) === squeeze(name)],
    ['exact', (unit: UnitNames) => plainName(unit.name, place) === plainName(name, place)],
    ['shortName', (unit: UnitNames) => same(unit.name) || unit.shortNames.some(same)],
    ['shortName', (unit: UnitNames) => core(unitKey(unit.name, place), place) === own && own.length >= 2],
    ['successor', (unit: UnitNames) => unit.successor !== null && same(unit.successor.name)],
  ] as const;
  for (const [how, fits] of tests) {
    const found = candidates.filter(fits).map((unit) => unit.name);
    const [unit] = found;
    if (found.length > 1) return { ambiguous: found };
    if (unit !== undefined) return { unit, how };
  }
  return undefined;
}
