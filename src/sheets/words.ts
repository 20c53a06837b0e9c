import type { FieldName } from '../returns/checked-return';
import type { Light } from '../ledger/figures/lights';
import type { DeductionKind } from '../ledger/figures/scores';
import type { ChangeKind } from '../ledger/figures/trend';
import type {
  AssessmentWeights,
  ExtensionDecision,
  LetterStage,
  LogAction,
  LogSource,
  OfficeSettings,
  ReceiptKind,
  Submission,
  Timeliness,
  Verification,
} from '../ledger/records';
import type { Standing } from '../ledger/figures/timeliness';

/**
 * The offices' own words, as they stand in cells. They are data, not interface: a workbook is Chinese whatever
 * language the pane or the command speaks.
 */
export const TAB = {
  ledger: '台账',
  entries: '填报明细',
  summary: '汇总',
  leaders: '领导参阅',
  trend: '趋势',
  scores: '考核',
  pivot: '单位透视',
  unitPage: '单位页',
  submissions: '报送情况',
  acts: '核实督办',
  findings: '校验结果',
  /** These three only where places below were handed measures down or have reported. */
  places: '分地区',
  levelRows: '下级明细',
  levelReports: '下级报送',
  units: '单位目录',
  log: '操作记录',
  settings: '设置',
  /** Hidden: one row an assignment and one a measure, which the summary's formulas count. */
  basis: '统计底表',
  /** Hidden: one row an assignment and period, which the PivotTables add up. */
  pivotSource: '透视底表',
  /** Very hidden: what the workbook is. */
  identity: '_ledger',
  /** Very hidden: the plan's text, from which everything else about the plan is read. */
  plan: '_plan',
  /** Very hidden, and there only while 台账 is written or after that was interrupted: what stood in it until then. */
  typed: '_typed',
} as const;

/** Named cells of the assessment tab. */
export const WEIGHT_NAME: Readonly<Record<keyof AssessmentWeights, string>> = {
  onTime: '按时完成得分',
  late: '逾期完成得分',
  overdue: '逾期未完成得分',
  lateReturn: '迟报未报扣分',
  sentBack: '退回更正扣分',
};

export const DEDUCTION_WORD: Readonly<Record<DeductionKind, string>> = {
  overdue: '逾期未完成',
  late: '逾期完成',
  lateReturn: '迟报',
  missingReturn: '未报',
  sentBack: '核实退回',
  returnedForm: '填报表退回更正',
};

export const CHANGE_WORD: Readonly<Record<ChangeKind, string>> = {
  wentBack: '退步',
  stoodStill: '未动',
  advanced: '进展',
};

/** Each light by its colour's name, and what it says. */
export const LIGHT_WORD: Readonly<Record<Light, { readonly color: string; readonly says: string }>> = {
  red: { color: '红', says: '逾期' },
  yellow: { color: '黄', says: '滞后或有问题' },
  blue: { color: '蓝', says: '临期' },
  green: { color: '绿', says: '已完成或正常' },
};

/** Named cells of the settings tab. */
export const NAME = {
  asOf: '统计截止日',
  period: '当前报送期',
  dueSoonDays: '临期天数',
  returnWithinDays: '报送期限天数',
  slowStartDays: '黄灯天数',
} as const;

/** Named cells of 单位页: the office that is chosen, and those that can be. */
export const PAGE_NAME = { office: '单位页单位', offices: '单位页名单' } as const;

/** What the settings tab says of the office that issues the papers. */
export const OFFICE_WORD: Readonly<Record<keyof OfficeSettings, string>> = {
  name: '发文机关',
  letterWord: '机关代字',
  contact: '联系人',
  phone: '联系电话',
  replyWithinDays: '反馈期限天数',
};

export const TIMELINESS_WORD: Readonly<Record<Timeliness, string>> = {
  done: '已完成',
  doneLate: '逾期完成',
  overdue: '逾期',
  dueSoon: '临期',
  onTrack: '正常',
  openEnded: '长期',
};

export const STANDING_WORD: Readonly<Record<Standing, string>> = {
  done: '已完成',
  inProgress: '推进中',
  notStarted: '未启动',
  ongoing: '长期坚持',
  notReported: '未填报',
};

export const VERIFICATION_WORD: Readonly<Record<Verification, string>> = {
  pending: '待核实',
  sentBack: '退回',
  closed: '已销号',
};

/** Whether a row of the pivots' source is of the current period: by it they show that one, whichever it is. */
export const AGE_WORD = { current: '本期', earlier: '往期' } as const;

/** Whether an entry counts: in force, replaced by a later one, or taken back. */
export const FORCE_WORD = { inForce: '有效', replaced: '已更新', undone: '已撤销' } as const;

export const EXTENSION_WORD: Readonly<Record<ExtensionDecision, string>> = {
  pending: '待批',
  approved: '批准',
  refused: '不同意',
};

export const LETTER_STAGE_WORD: Readonly<Record<LetterStage, string>> = {
  first: '首次',
  second: '再次',
  circular: '通报',
};

export const SUBMISSION_WORD: Readonly<Record<Submission, string>> = {
  submitted: '已报',
  late: '迟报',
  missing: '未报',
};

export const RECEIPT_WORD: Readonly<Record<ReceiptKind, string>> = {
  picture: '照片扫描件',
  evidence: '佐证材料',
  sentBack: '退回更正',
  notSentBack: '取消退回',
};

/** 下级报送: what a row of it tells of: measures handed down, a report taken in, a place below the one that reported. */
export const LEVEL_KIND_WORD = { handDown: '下达', report: '上报', below: '所辖' } as const;

/** In 分地区 and in reports, where a place has no figures or a measure no state. */
export const LEVEL_WORD = {
  reported: '已上报',
  missing: '未上报',
  notListed: '未列入',
  own: '自行',
} as const;

export const LOG_WORD: Readonly<Record<LogAction, string>> = {
  build: '建账',
  adoptPlan: '方案修订',
  issue: '下发',
  import: '导入填报',
  receipt: '收件登记',
  handDown: '下达',
  levelReport: '下级上报',
  handEdit: '手工修改',
  handEditRefused: '手工修改未采用',
  restored: '恢复被改内容',
  verification: '核实',
  extension: '延期',
  letter: '督办发文',
  undo: '撤销',
  settings: '修改设置',
  demo: '生成示例',
};

export const LOG_SOURCE_WORD: Readonly<Record<LogSource, string>> = {
  command: '命令行',
  pane: '任务窗格',
  ribbon: '功能区',
  grid: '网页表格',
};

export const FIELD_WORD: Readonly<Record<FieldName, string>> = {
  measure: '序号',
  text: '措施内容',
  deadline: '完成时限',
  unit: '填报单位',
  period: '报送期',
  claimedStatus: '填报状态',
  percent: '进度',
  completedOn: '完成日期',
  progress: '进展情况',
  problems: '存在问题',
  nextSteps: '下一步打算',
  evidence: '佐证材料',
  remark: '备注',
  contact: '联系方式',
  file: '文件',
  header: '表头',
};

/** Words of a workbook that stand on no tab of ours: in a PivotTable, as a file's name. */
/** How tabs head what they count in all: measures, or what units owe, each unit by itself. */
export const ALL_WORD = {
  measures: '措施数',
  ofSection: '措施',
  ofAll: '措施总数',
  owed: '应报项',
  ofUnit: '措施（应报项）',
} as const;

export const TAB_WORD = { total: '总计', fileName: '措施台账.xlsx' } as const;

/** Heading of the paper that an office confirms: by it the paper is known for what it is when it comes back. */
export const CONFIRMATION_TITLE = '措施落实情况反馈确认单';

/** Before the name of a form's tab that is being written. */
export const UNFINISHED = '未写完_';

/** In the place of a figure that there is none of: a rank, a rate. */
export const NO_FIGURE = '—';
export const NO_DEADLINE = '未定时限';
export const SAMPLE_MARK = '（示例数据）';

/** The key whose word this is; `undefined` for any other text. */
export function keyOfWord<Key extends string>(
  words: Readonly<Record<Key, string>>,
  word: string,
): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}
