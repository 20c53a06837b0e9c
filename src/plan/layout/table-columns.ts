import { labelAt } from '../clause/clause-phrases';
import { fold, squeeze } from '../../base/fold-text';

/** What a column of a plan's table holds. */
export type PlanColumn =
  | 'number'
  | 'section'
  | 'task'
  | 'aim'
  | 'measure'
  | 'lead'
  | 'responsible'
  | 'support'
  | 'deadline'
  | 'person'
  | 'upper'
  | 'other';

/** Headers that are no label of a clause; those that are, are read as such. A new one is one entry. */
const HEADERS: readonly (readonly [column: PlanColumn, header: RegExp])[] = [
  ['number', /^(?:序号?|编号|任务编号)$/],
  [
    'section',
    /^(?:类别|领域|部分|板块|方面|(?:重点|工作)领域|(?:任务|事项|工作|项目)(?:类别|分类)|一级(?:任务|指标|目录))$/,
  ],
  [
    'measure',
    /^(?:主要|具体|工作|整改|推进|改革|重点|建设|实施|落实|保障|贯彻|解决|应对|任务|年度)*(?:措施|举措|内容|做法|要求|任务内容)(?:内容|和要求|及要求|清单)?$|^具体(?:任务|工作|事项)$|^二级(?:任务|指标|目录)$/,
  ],
  [
    'task',
    /^(?:重点|工作|目标|主要|改革|年度|民生|实事|惠民|为民|建设|攻坚)*(?:任务|事项|工作|项目|问题|实事)(?:名称|清单)?$|^工作要点$|^(?:考核|工作|主要|核心|评价)*指标(?:名称)?$|^存在(?:的)?问题$/,
  ],
  ['aim', /^(?:工作|年度|主要|任务)*目标$/],
];

/** Longer words are no header: they are not looked into, so that a long text takes no time. */
const LONGEST_HEADER = 60;

/** What the column under a header holds. */
export function columnOf(header: string): PlanColumn {
  if (header.length > LONGEST_HEADER) return 'other';
  const words = squeeze(fold(header)).replace(/[:*]+$|\(.*\)$/g, '');
  const own = HEADERS.find(([, pattern]) => pattern.test(words));
  if (own) return own[0];
  const label = labelAt(`${words}:`, 0, true);
  if (label === undefined || label.end <= words.length) return 'other';
  return label.kind === 'score' ? 'other' : label.kind;
}

/** Columns whose cells are one text: a second one of the kind is shown with its header. */
const ONE_OF_A_KIND: readonly PlanColumn[] = ['number', 'section', 'task', 'measure'];

/** What the columns of a table hold; an aim beside a task or measure is told with its header, alone it is what is to be done. */
export function columnsOf(titles: readonly string[]): readonly PlanColumn[] {
  const columns = titles.map(columnOf);
  const isNamed = columns.includes('task') || columns.includes('measure');
  const settled = columns.map((column) => (column === 'aim' ? (isNamed ? 'other' : 'task') : column));
  return settled.map((column, index) =>
    ONE_OF_A_KIND.includes(column) && settled.indexOf(column) < index ? 'other' : column,
  );
}

/** Whether a row is the header of a plan's table: it names what is to be done and who does it. */
export function isHeader(columns: readonly PlanColumn[]): boolean {
  const has = (...wanted: readonly PlanColumn[]): boolean =>
    columns.some((column) => wanted.includes(column));
  return has('measure', 'task') && has('lead', 'responsible');
}
