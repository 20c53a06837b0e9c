import { placeOf, type Place } from '../../plan/units/place';
import { isGovernmentDepartment } from '../../plan/units/unit-nature';
import type { Ledger } from '../ledger';

/** Bodies that no department of a government may order, whatever its level: armed forces, offices that answer to the centre. */
const NOT_OF_A_PLACE =
  /军分区|警备区|武装部|武警|解放军|部队|预备役|国家安全|国税|税务局|人民银行|中心支行|银监|银保监|证监|海关|气象局|烟草|邮政管理|调查队|海事局|检验检疫|供电|电力公司/u;

/** Party and watch organs that the names known to the plan's reader leave out. */
const MORE_ORGANS = /党委|党组|党工委|党校|监察委|机构编制|巡察|直属机关工委|人民团体|商会/u;

/** Governments, and offices that run a part of a place as one: whoever they are, a department asks them. */
const GOVERNMENTS = /政府$|政府[（(]|各县|各区|街道|[乡镇]$|管委会$|管理委员会$|管理区$|新区$|开发区$/u;

/** Bodies of their own: companies, schools, associations. */
const INSTITUTIONS = /公司|集团|大学|学院|银行|协会|学会/u;

/** From the top; letters of equal height stand together. */
const HEIGHTS = ['国中央', '省', '市州', '县区旗'] as const;

function heightOf(level: string): number {
  return HEIGHTS.findIndex((letters) => letters.includes(level));
}

/** Whether a name says that its office belongs to another level than the plan's: 省财政厅 or 掇刀区财政局 for a plan of a city. */
function isOfOtherLevel(name: string, { level }: Place): boolean {
  const own = heightOf(level);
  const first = heightOf(name.charAt(0));
  if (first >= 0) return first !== own;
  const [, below] = /^[^省市县区州旗办局委院部会厅公司]{2,4}([县区旗])(?!域)/u.exec(name) ?? [];
  return below !== undefined && heightOf(below) > own;
}

/**
 * Whom the coordinating office may order, and whom it only asks: one rule for letters, notices and messages. What the
 * directory says of a unit goes before what its name tells. Where a plan is of no place (a company's, a school's), its
 * units are the house's own.
 */
export function orderRule({
  plan,
  directory,
}: Pick<Ledger, 'plan' | 'directory'>): (office: string) => boolean {
  const place = placeOf(plan);
  const said = new Map(directory.units.map(({ name, isOrdered }) => [name, isOrdered]));
  return (office) => said.get(office) ?? mayBeOrdered(office, place);
}

/** By its name alone. */
export function mayBeOrdered(office: string, place: Place): boolean {
  if (!isGovernmentDepartment(office) || MORE_ORGANS.test(office)) return false;
  if (place.level === '') return true;
  return (
    !NOT_OF_A_PLACE.test(office) &&
    !GOVERNMENTS.test(office) &&
    !INSTITUTIONS.test(office) &&
    !isOfOtherLevel(office, place)
  );
}

/** How an office is spoken to: “你单位” where it may be ordered, “贵单位” where it is asked. */
export function youOf(isOrdered: boolean): '你单位' | '贵单位' {
  return isOrdered ? '你单位' : '贵单位';
}
