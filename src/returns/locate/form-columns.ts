import type { ClaimedStatus } from '../../ledger/records';

/** What a column of the return form holds. */
export type FormField =
  | 'key'
  | 'measure'
  | 'task'
  | 'text'
  | 'deadline'
  | 'last'
  | 'claimedStatus'
  | 'percent'
  | 'completedOn'
  | 'progress'
  | 'problems'
  | 'nextSteps'
  | 'evidence'
  | 'remark';

export interface FormColumn {
  readonly field: FormField;
  /** As the form is issued. */
  readonly header: string;
  /** What units write instead. */
  readonly synonyms: readonly string[];
  /** Open to the unit. */
  readonly unlocked: boolean;
}

/** Colour of the cells that are the unit's to fill in. */
export const FORM_INPUT_FILL = 'FFFBEB';

/** Fills of the cells in a copy that goes back to its unit: they must stand out beside the form's own. */
export const MARK_FILL = {
  error: 'F9B4AE',
  warning: 'FFDE7A',
  corrected: 'B7D6F6',
} as const;

/** What units call a column that says who leads a measure; the form has none, tables of their own do. */
export const LEAD_UNIT_HEADERS: readonly string[] = [
  '牵头单位',
  '责任单位',
  '牵头部门',
  '责任部门',
  '落实单位',
];

/** What stands in the status column of a measure that is closed and not asked again. */
export const CLOSED_WORD = '已销号';

/** What an office may choose instead of a status: its last answer stands. */
export const UNCHANGED_WORD = '无变化';

/** What the ledger knows of each measure from the periods before; a form has it once there is anything to know. */
export const LAST_COLUMN: FormColumn = {
  field: 'last',
  header: '上期情况',
  synonyms: ['上期填报', '上期填报情况', '上期进展', '上期进展情况', '上期状态', '上期完成情况'],
  unlocked: false,
};

/** The return form's columns in order, `LAST_COLUMN` apart; the key column is hidden. */
export const FORM_COLUMNS: readonly FormColumn[] = [
  { field: 'key', header: '识别码', synonyms: ['标识', '编码'], unlocked: false },
  {
    field: 'measure',
    header: '序号',
    synonyms: ['编号', '措施序号', '序', '项目序号', 'No', 'No.'],
    unlocked: false,
  },
  { field: 'task', header: '工作任务', synonyms: ['任务', '重点任务', '工作事项'], unlocked: false },
  {
    field: 'text',
    header: '措施内容',
    synonyms: ['措施', '工作措施', '具体措施', '内容', '工作内容'],
    unlocked: false,
  },
  {
    field: 'deadline',
    header: '完成时限',
    synonyms: ['时限', '完成期限', '期限', '办理时限'],
    unlocked: false,
  },
  {
    field: 'claimedStatus',
    header: '填报状态',
    synonyms: ['状态', '完成状态', '完成情况', '办理状态', '是否完成', '进展状态', '工作状态'],
    unlocked: true,
  },
  {
    field: 'percent',
    header: '进度(%)',
    synonyms: ['进度', '完成进度', '完成比例', '完成率', '进度百分比', '百分比'],
    unlocked: true,
  },
  {
    field: 'completedOn',
    header: '完成日期',
    synonyms: ['完成时间', '办结日期', '办结时间', '实际完成时间', '实际完成日期'],
    unlocked: true,
  },
  {
    field: 'progress',
    header: '进展情况',
    synonyms: ['落实情况', '工作进展', '最新进展', '推进情况', '进展', '工作进展情况', '贯彻落实情况'],
    unlocked: true,
  },
  {
    field: 'problems',
    header: '存在问题',
    synonyms: ['问题', '存在的问题', '存在困难', '存在的困难和问题', '困难和问题'],
    unlocked: true,
  },
  {
    field: 'nextSteps',
    header: '下一步打算',
    synonyms: ['下步打算', '下一步计划', '下一步工作', '下一步措施', '下步工作打算'],
    unlocked: true,
  },
  {
    field: 'evidence',
    header: '佐证材料',
    synonyms: ['佐证', '证明材料', '附件', '支撑材料'],
    unlocked: true,
  },
  { field: 'remark', header: '备注', synonyms: ['说明', '其他'], unlocked: true },
];

const STATUS_WORD = {
  done: '已完成',
  inProgress: '推进中',
  notStarted: '未启动',
  ongoing: '长期坚持',
} as const satisfies Record<ClaimedStatus, string>;

/** The words of the drop-down, in its order. */
export const STATUS_WORDS = Object.values(STATUS_WORD);

export function statusWord(status: ClaimedStatus): string {
  return STATUS_WORD[status];
}

/** The status a word of the drop-down stands for; `undefined` for any other text. */
export function statusOfWord(word: string): ClaimedStatus | undefined {
  return (Object.keys(STATUS_WORD) as ClaimedStatus[]).find((status) => STATUS_WORD[status] === word);
}
