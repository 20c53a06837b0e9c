import type { CalendarDate } from '../../base/calendar';

/** What is known of a unit beside its name in a plan. */
export interface KnownUnit {
  readonly shortNames: readonly string[];
  readonly successor: { readonly name: string; readonly from: CalendarDate } | null;
}

/** The institutional reform of cities and counties took effect by the end of 2018. */
const REFORM = '2019-01-01' as CalendarDate;

type UnitLine = readonly [name: string, shortNames: readonly string[], successor?: string];

/**
 * Other names under which a unit signs its return, and its successor since the reform of 2018–19.
 * Only what the rules of `unitKey` (full names of offices, the place's own name before them, 办公室 for 办) do not cover already.
 */
const LINES: readonly UnitLine[] = [
  ['市编办', ['编办', '市委编办'], '市委编办'],
  ['市行政审批局', ['行政审批局', '审批局', '市审批局'], '市政务服务和大数据管理局'],
  ['市人社局', ['人社局', '市人力资源和社会保障局']],
  ['市人大常委会法工委', ['市人大法工委', '人大法工委', '市人大常委会法制工作委员会']],
  ['市发改委', ['发改委', '市发展和改革委员会']],
  ['市财政局', ['财政局']],
  ['市政府办公室', ['市政府办', '市府办', '政府办', '市人民政府办公室']],
  ['市物价局', ['物价局'], '市发改委'],
  ['市工商局', ['工商局', '市工商行政管理局'], '市市场监管局'],
  ['市商务局', ['商务局']],
  ['市食药监局', ['食药监局', '市食品药品监督管理局', '市食药局'], '市市场监管局'],
  ['市综治办', ['综治办', '市委政法委综治办', '市委综治办', '市社会治安综合治理委员会办公室'], '市委政法委'],
  ['市政府应急办', ['市应急办', '应急办', '政府应急办', '市政府应急管理办公室'], '市应急管理局'],
  ['市安监局', ['安监局', '市安全生产监督管理局'], '市应急管理局'],
  ['市民政局', ['民政局']],
  ['市公安局', ['公安局']],
  ['市政府法制办', ['市法制办', '法制办', '政府法制办', '市人民政府法制办公室'], '市司法局'],
  ['市环保局', ['环保局', '市环境保护局'], '市生态环境局'],
  ['市委组织部', ['组织部']],
  ['市审计局', ['审计局']],
  ['市人民检察院', ['市检察院', '检察院']],
  ['市纪委监察局', ['市纪委', '市监察局', '纪委监察局'], '市纪委监委'],
  ['市城管局', ['城管局', '市城市管理局'], '市城管执法委'],
  ['市委宣传部', ['宣传部']],
  ['市电子政务办', ['电子政务办', '市政府电子政务办', '市电子政务管理办公室'], '市政务服务和大数据管理局'],
  ['市委政法委', ['政法委', '市政法委', '市委政法委员会']],
  ['市经管局', ['经管局', '市农村经济经营管理局', '市农经局'], '市农业农村局'],
  ['仲裁委员会秘书处', ['仲裁委', '市仲裁委', '仲裁委秘书处', '市仲裁委员会秘书处']],
  ['市司法局', ['司法局']],
  ['市信访局', ['信访局']],
  ['市公务员局', ['公务员局'], '市委组织部'],
  ['市委办公室', ['市委办', '委办']],
  ['市教育局', ['教育局']],
];

/** By the unit's name in the plan, without the place's own. */
export const KNOWN_UNITS: ReadonlyMap<string, KnownUnit> = new Map(
  LINES.map(([name, shortNames, successor]) => [
    name,
    { shortNames, successor: successor === undefined ? null : { name: successor, from: REFORM } },
  ]),
);
