import type { ClaimedStatus } from '../../ledger/records';
import type { Measure } from '../../plan/plan';
import type { Chance } from './chance';

/** What a unit writes of one measure. */
export interface ProgressTexts {
  readonly progress: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly evidence: string;
}

/** Verbs with which the plan's clauses begin, so that a text can speak of their object. */
const VERBS =
  /^(?:全面|积极|严格|进一步|加快|逐步|统筹|科学|依法)*(建立健全|建立完善|制定完善|建立|健全|完善|推进|推行|推动|加强|加大|强化|落实|规范|制定|编制|公布|公开|实行|实施|开展|深化|清理|取消|优化|创新|支持|提高|提升|畅通|改革|整合|理顺|明确|合理设置|营造|构建|培育|做好|贯彻落实|严格执行|履行|规范和引导)/;

const PARTNERS = [
  '市政府法制办',
  '市财政局',
  '市编办',
  '市司法局',
  '市政府督查室',
  '各县（市、区）政府',
] as const;

/** The measure's own clauses, without brackets and quotation marks: what its texts are made of. */
function clausesOf(text: string): readonly string[] {
  return text
    .replace(/\([^)]*\)|（[^）]*）|《|》|“|”/g, '')
    .split(/[。,，;；:：]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= 4 && clause.length <= 40);
}

function subjectOf(clause: string): string {
  const rest = clause.replace(VERBS, '');
  return rest.length >= 4 ? rest : clause;
}

interface Telling {
  readonly clause: string;
  readonly second: string;
  readonly subject: string;
  readonly chance: Chance;
}

function telling(measure: Measure, chance: Chance): Telling {
  const clauses = clausesOf(measure.text);
  const clause = clauses[0] ?? measure.task;
  const second = clauses.length > 1 ? (clauses[chance.between(1, clauses.length - 1)] ?? clause) : clause;
  return { clause, second, subject: subjectOf(clause), chance };
}

function document(chance: Chance, year = 2017): string {
  return `荆政办发〔${year}〕${chance.between(3, 68)}号`;
}

const DONE: readonly [(told: Telling) => string, ...((told: Telling) => string)[]] = [
  ({ subject, second, chance }) =>
    `已印发《关于${subject}的实施意见》，“${second}”的要求已在市直 ${chance.between(18, 46)} 个部门和各县（市、区）落实到位。`,
  ({ clause, chance }) =>
    `围绕“${clause}”，梳理事项 ${chance.between(26, 380)} 项，公布清单 ${chance.between(1, 4)} 批，并在市政府网站公开，工作全部完成。`,
  ({ subject, second, chance }) =>
    `${subject}方案经市政府第${chance.between(6, 32)}次常务会议审议通过后施行，${second}已见成效，通过市级验收。`,
  ({ clause, chance }) =>
    `${clause}的各项任务已完成：制定配套制度 ${chance.between(2, 7)} 项，培训 ${chance.between(2, 9)} 期 ${chance.between(120, 860)} 人次，开展专项检查 ${chance.between(1, 5)} 次。`,
];

const IN_PROGRESS: readonly [(told: Telling) => string, ...((told: Telling) => string)[]] = [
  ({ subject, chance }) =>
    `已形成${subject}的工作方案，征求了 ${chance.between(9, 33)} 个单位的意见，正在根据反馈的 ${chance.between(11, 57)} 条意见修改。`,
  ({ clause, second, chance }) =>
    `召开专题会议 ${chance.between(2, 5)} 次研究“${clause}”，${chance.between(3, 6)} 个县（市、区）已先行开展；${second}尚在推进。`,
  ({ subject, chance }) =>
    `${subject}已完成前期调研，走访 ${chance.between(5, 24)} 家单位，会同${chance.pick(PARTNERS)}起草了初稿，拟提请审议。`,
  ({ clause, chance }) =>
    `按照“${clause}”的要求，已完成阶段任务 ${chance.between(3, 8)} 项，余下 ${chance.between(1, 4)} 项按计划实施。`,
];

const NOT_STARTED: readonly [(told: Telling) => string, ...((told: Telling) => string)[]] = [
  ({ subject }) => `${subject}尚未正式启动，已列入下一阶段工作计划，正在与有关部门对接。`,
  ({ clause, chance }) => `“${clause}”目前处于收集资料阶段，已指定 ${chance.between(1, 3)} 名同志负责。`,
];

const ONGOING: readonly [(told: Telling) => string, ...((told: Telling) => string)[]] = [
  ({ clause, chance }) =>
    `将“${clause}”作为常态化工作持续开展，今年以来开展活动 ${chance.between(4, 22)} 次，发布信息 ${chance.between(12, 96)} 条。`,
  ({ subject, chance }) =>
    `${subject}纳入日常管理，每季度调度一次，本期督导 ${chance.between(4, 15)} 个单位，整改问题 ${chance.between(3, 28)} 个。`,
];

const PROBLEMS = [
  '涉及部门较多，职责边界有待进一步厘清。',
  '上级配套文件尚未出台，部分条款缺少依据。',
  '专业力量不足，基层执法人员流动较大。',
  '信息系统对接进度偏慢，数据尚未共享。',
  '经费未列入本年度预算，需追加安排。',
  '个别县（市、区）重视不够，推进不平衡。',
] as const;

const NEXT_STEPS = [
  ({ subject, chance }: Telling) => `${chance.between(1, 3)} 月底前印发${subject}的正式文件，并组织培训。`,
  ({ second, chance }: Telling) => `会同${chance.pick(PARTNERS)}督促落实“${second}”，按月通报进度。`,
  ({ clause }: Telling) => `倒排工期，明确专人，确保“${clause}”按时限完成。`,
] as const;

/** Texts for one measure, made of its own words: no two measures read alike. */
export function progressTexts(measure: Measure, status: ClaimedStatus, chance: Chance): ProgressTexts {
  const told = telling(measure, chance);
  const nextSteps = chance.pick(NEXT_STEPS)(told);
  switch (status) {
    case 'done':
      return {
        progress: chance.pick(DONE)(told),
        problems: '',
        nextSteps: chance.happens(40) ? '巩固成果，适时开展“回头看”。' : '',
        evidence: document(chance),
      };
    case 'inProgress':
      return {
        progress: chance.pick(IN_PROGRESS)(told),
        problems: chance.happens(55) ? chance.pick(PROBLEMS) : '',
        nextSteps,
        evidence: chance.happens(30) ? `会议纪要〔2017〕${chance.between(4, 40)}号` : '',
      };
    case 'notStarted':
      return {
        progress: chance.pick(NOT_STARTED)(told),
        problems: chance.pick(PROBLEMS),
        nextSteps,
        evidence: '',
      };
    case 'ongoing':
      return { progress: chance.pick(ONGOING)(told), problems: '', nextSteps, evidence: '' };
  }
}
