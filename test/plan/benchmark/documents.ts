import { documentText } from '../../../src/plan/layout/plan-document';
import { WORLDS, type World } from './content';
import { dutiesOf, type TrueClause } from './duties';
import { FEET, HEADS, WAYS, type FootName, type Framing, type HeadName, type WayName } from './frames';
import { LAYOUTS, type LayoutName } from './layouts';
import { TABLES } from './tables';
import type { WordingName } from './wordings';
import { WRITTEN } from './written-documents';

/** A whole document of invented content, with what is right of it. */
export interface BenchmarkDocument {
  readonly name: string;
  readonly text: string;
  readonly title: string;
  readonly clauses: readonly TrueClause[];
}

interface Shape {
  readonly world: keyof typeof WORLDS;
  /** The kind of paper, as its title ends. */
  readonly kind: string;
  readonly head: HeadName;
  readonly layout: LayoutName;
  readonly wordings: readonly WordingName[];
  readonly foot: FootName;
  readonly way: WayName;
  readonly count?: number;
}

/** A document a line: whose, what kind, head, numbers, wordings of its clauses, foot, and what happened to its lines. */
const SHAPES: readonly (readonly [
  Shape['world'],
  kind: string,
  HeadName,
  LayoutName,
  readonly WordingName[],
  FootName,
  WayName,
])[] = [
  ['city', '法治政府建设实施方案', 'bare', 'tasks', ['leads'], 'none', 'asWritten'],
  ['city', '重点工作责任分解方案', 'preamble', 'running', ['labels'], 'attachments', 'asWritten'],
  ['county', '优化营商环境工作要点', 'letter', 'titled', ['leads', 'alone'], 'printed', 'asWritten'],
  [
    'province',
    '推进数字经济发展行动计划',
    'preamble',
    'titled',
    ['byDuties', 'andOthers'],
    'signature',
    'asWritten',
  ],
  [
    'centre',
    '重点任务分工方案',
    'preamble',
    'running',
    ['andOthers', 'andSome', 'byDuties'],
    'none',
    'asWritten',
  ],
  ['vertical', '稳定经济增长若干措施', 'site', 'titled', ['responsible', 'alone'], 'siteFoot', 'asWritten'],
  ['school', '党政工作要点', 'bare', 'flat', ['leads', 'labels'], 'signature', 'asWritten'],
  ['company', '安全生产专项整治方案', 'preamble', 'brackets', ['leads', 'withPerson'], 'none', 'asWritten'],
  ['city', '生态环境问题整改方案', 'aims', 'tasks', ['ownLines'], 'closing', 'asWritten'],
  ['county', '民生实事任务分解表', 'years', 'running', ['oneLabelLine', 'ownLines'], 'contact', 'asWritten'],
  ['city', '政务公开工作要点', 'twoLines', 'titled', ['sentence'], 'printed', 'asWritten'],
  [
    'county',
    '乡村振兴实施方案',
    'notice',
    'tasks',
    ['withGroup', 'groupAlone', 'alone'],
    'printed',
    'asWritten',
  ],
  ['city', '优化营商环境行动方案', 'markdown', 'markdown', ['leads', 'labels'], 'none', 'asWritten'],
  ['province', '科技创新工作方案', 'markdown', 'dashes', ['leads', 'alone'], 'none', 'asWritten'],
  ['city', '城市更新行动计划', 'preamble', 'circles', ['turtle'], 'closing', 'asWritten'],
  ['city', '社会信用体系建设工作要点', 'bare', 'parts', ['threeBrackets'], 'attachments', 'asWritten'],
  ['county', '平安建设工作要点', 'bare', 'unnumbered', ['leads', 'hosts'], 'signature', 'asWritten'],
  ['city', '公共数据管理办法任务分工', 'letter', 'articles', ['leaderInBrackets'], 'printed', 'asWritten'],
  ['company', '提质增效行动方案', 'bare', 'decimals', ['mainly', 'coordinates'], 'none', 'asWritten'],
  ['city', '重点工作任务分解方案', 'bare', 'tasks', ['leads'], 'none', 'oneLine'],
  ['county', '政府工作报告任务分工', 'bare', 'running', ['labels'], 'none', 'oneLine'],
  ['province', '营商环境任务分工方案', 'preamble', 'titled', ['alone', 'andOthers'], 'none', 'oneLine'],
  ['city', '依法行政工作安排', 'bare', 'tasks', ['leads', 'withGroup'], 'signature', 'wrapped'],
  ['province', '污染防治攻坚行动计划', 'preamble', 'running', ['labels', 'andSome'], 'none', 'wrapped'],
  ['city', '营商环境工作要点', 'letter', 'titled', ['leads'], 'printed', 'pages'],
  ['county', '安全生产工作要点', 'bare', 'running', ['leads', 'labels'], 'none', 'pagesWithin'],
  ['city', '就业创业工作方案', 'bare', 'tasks', ['labels', 'alone'], 'signature', 'runningHeads'],
  [
    'vertical',
    '金融服务实体经济工作方案',
    'preamble',
    'running',
    ['leads', 'together'],
    'contact',
    'halfWidth',
  ],
  ['city', '人才工作要点', 'bare', 'running', ['bareNames'], 'none', 'asWritten'],
  ['city', '项目建设工作方案', 'preamble', 'titled', ['dayInBody'], 'closing', 'asWritten'],
  ['county', '重点改革任务清单', 'site', 'running', ['shapeLabels'], 'siteFoot', 'asWritten'],
  ['school', '质量提升行动方案', 'preamble', 'titled', ['alone', 'leads', 'mainly'], 'signature', 'windows'],
  ['company', '年度重点任务清单', 'bare', 'running', ['withPerson', 'labels'], 'none', 'windows'],
  ['centre', '促进消费若干措施任务分工', 'notice', 'titled', ['byDuties', 'andSome'], 'none', 'indented'],
  ['province', '法治建设实施方案', 'letter', 'tasks', ['leads', 'responsible'], 'printed', 'indented'],
  ['city', '文明城市创建工作方案', 'aims', 'brackets', ['leads', 'sentence'], 'closing', 'blankLines'],
  ['county', '水利建设工作要点', 'twoLines', 'flat', ['hosts', 'coordinates'], 'printed', 'blankLines'],
  ['vertical', '消防安全责任分工方案', 'letter', 'running', ['withGroup', 'andSome'], 'printed', 'halfWidth'],
  ['city', '放管服改革任务分解方案', 'letter', 'tasks', ['leads'], 'none', 'oneLine'],
  [
    'city',
    '交通强市建设实施意见',
    'preamble',
    'titled',
    ['leaderInBrackets', 'together'],
    'signature',
    'wrapped',
  ],
];

const YEARS = [2023, 2024, 2025] as const;

function documentOf(shape: (typeof SHAPES)[number], index: number): BenchmarkDocument {
  const [worldName, kind, head, layout, wordings, foot, way] = shape;
  const world: World = WORLDS[worldName];
  const year = YEARS[index % YEARS.length] ?? 2024;
  const framing: Framing = { place: world.place, title: `${world.place}${year}年${kind}`, year };
  const body = LAYOUTS[layout](dutiesOf(world, year, index, 12), wordings, index);
  const lines = [...HEADS[head](framing), ...body.lines, ...FEET[foot](framing)];
  return {
    name: `${String(index + 1).padStart(2, '0')} ${kind}`,
    text: WAYS[way](lines),
    title: framing.title,
    clauses: body.clauses,
  };
}

/** Two plans in one file, one behind the other. */
function several(index: number): BenchmarkDocument {
  const [first, second] = [SHAPES[0], SHAPES[2]].map(
    (shape, at) => shape && documentOf(shape, index + at * 3),
  );
  return {
    name: `${index + 1} 两份文件合在一起`,
    text: `${first?.text ?? ''}\n\n${second?.text ?? ''}`,
    title: first?.title ?? '',
    clauses: [...(first?.clauses ?? []), ...(second?.clauses ?? [])],
  };
}

export const DOCUMENTS: readonly BenchmarkDocument[] = [
  ...SHAPES.map(documentOf),
  several(SHAPES.length),
  ...TABLES.map(({ name, blocks, title, clauses }, index) => ({
    name: `${SHAPES.length + 2 + index} ${name}`,
    text: documentText(blocks),
    title,
    clauses,
  })),
  ...WRITTEN,
];
