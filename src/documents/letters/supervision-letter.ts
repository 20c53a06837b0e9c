import { periodLabel } from '../../ledger/period';
import type { LetterEntry, ReportEntry } from '../../ledger/records';
import { chineseDate, type CalendarDate } from '../../base/calendar';
import type { Plan } from '../../plan/plan';
import { youOf } from '../../ledger/units/addressee';
import { STANDING_WORD } from '../../sheets/words';
import { ourselves, replyBy, type IssuingOffice } from '../office';
import { heading, paragraph, type Annex, type Block, type Paper, type Table } from '../paper';
import { inThirdPerson } from '../third-person';
import { asClause, asPrinted, measuresList, planNames, shortDate, type PlanNames } from '../wording';
import type { OverdueMatter, OverdueOffice } from './due-letters';
import { fullNumber, headOf, imprintOf, noteOf, titleOf } from './letter-parts';

export interface SupervisionContext {
  readonly plan: Plan;
  readonly office: IssuingOffice;
  readonly asOf: CalendarDate;
  readonly number: { readonly year: number; readonly serial: number };
  /** Whether the addressee may be ordered. */
  readonly isOrdered: boolean;
  readonly sample: boolean;
}

/** 督办单 to an office that may be ordered, 商请函 to any other: one paper for all its overdue measures. */
export function supervisionLetter(overdue: OverdueOffice, context: SupervisionContext): Paper {
  const { office, asOf, isOrdered: orders } = context;
  const names = planNames(context.plan);
  const isRepeated = overdue.matters.some(({ earlier }) => earlier.length > 0);
  const title = orders
    ? `关于限期完成${names.subject}逾期${names.item}的督办单`
    : `关于商请推进${names.subject}有关${names.item}的函`;
  return {
    head: headOf(office, orders ? 'supervision' : 'request', context),
    title: titleOf(isRepeated && orders ? `${title}\n（再次督办）` : title, context.sample),
    addressee: overdue.office,
    body: orders ? orderBody(overdue, context, names) : requestBody(overdue, context, names),
    signature: { authority: office.name, date: asOf },
    note: noteOf(office),
    annexes: reportsAnnex(overdue, context),
    imprint: imprintOf(office, asOf, orders),
  };
}

function orderBody(
  { matters }: OverdueOffice,
  { office, asOf }: SupervisionContext,
  names: PlanNames,
): readonly Block[] {
  const us = ourselves(office);
  const isLast = matters.some(({ stage }) => stage === 'second');
  const isOne = matters.length === 1;
  const consequence = isLast
    ? '届时仍未完成的，将予以通报'
    : '届时仍未完成又未说明原因的，将再次督办；再次督办后仍未完成的，将予以通报';
  return [
    paragraph(
      `${names.full}（以下简称${names.short}）确定由你单位牵头的${names.item}中，有${matters.length}项已超过完成时限。` +
        `截至${chineseDate(asOf)}，${claimsSentence(matters, '你单位')}。` +
        `${earlierSentence(matters, office, true)}${isOne ? '' : '为确保各项任务按要求落到实处，'}现就有关事项督办如下。`,
    ),
    heading(1, '一、督办事项'),
    mattersTable(matters, names),
    ...shortReports(matters, '你单位'),
    heading(1, '二、办理要求'),
    paragraph(
      isOne
        ? '（一）明确责任人和完成日期，倒排工期，抓紧办理。'
        : `（一）逐项明确责任领导、承办科室和完成日期，倒排工期，按照${names.short}确定的内容抓紧办理。`,
    ),
    paragraph(`（二）已经完成的，填报完成日期并附佐证材料，由${us}核实后销号。`),
    paragraph(`（三）尚未完成的，${isOne ? '' : '逐项'}说明原因、目前进展、需要协调解决的问题和拟完成日期。`),
    heading(1, '三、反馈要求'),
    paragraph(
      `请于${chineseDate(replyBy(asOf, office))}前，将办理情况加盖公章书面反馈${us}，并在下一次填报时如实更新。${consequence}。`,
    ),
  ];
}

function requestBody(
  { matters }: OverdueOffice,
  { office, asOf }: SupervisionContext,
  names: PlanNames,
): readonly Block[] {
  const us = ourselves(office);
  return [
    paragraph(
      `贵单位一直大力支持${names.subject}工作，谨致谢意。${names.full}（以下简称${names.short}）确定由贵单位牵头的${names.item}中，` +
        `有${matters.length}项已到完成时限。截至${chineseDate(asOf)}，${claimsSentence(matters, '贵单位')}。` +
        `${earlierSentence(matters, office, false)}为共同做好有关工作，现就有关事项商请如下。`,
    ),
    heading(1, `一、有关${names.item}`),
    mattersTable(matters, names),
    ...shortReports(matters, '贵单位'),
    heading(1, '二、商请事项'),
    paragraph(`（一）请贵单位结合工作实际，商有关方面推进上述${names.item}的落实。`),
    paragraph('（二）已经完成的，请告知完成日期并提供有关材料；尚在推进的，请告知目前进展和预计完成日期。'),
    paragraph(`（三）需要有关部门配合或者协调解决的问题，请一并告知，${us}将积极做好衔接。`),
    paragraph(`以上情况，请于${chineseDate(replyBy(asOf, office))}前函告${us}。`),
    paragraph('特此致函，请予支持为盼。'),
  ];
}

/** “第3、12项填报为推进中，第15项尚未填报”. */
function claimsSentence(matters: readonly OverdueMatter[], you: string): string {
  const byClaim = new Map<string, number[]>();
  for (const { measure, state } of matters) {
    const claim =
      state.entry === null || state.standing === 'notReported'
        ? '尚未填报'
        : `填报为“${STANDING_WORD[state.standing]}”`;
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), measure.no]);
  }
  return `${you}${[...byClaim].map(([claim, measures]) => `对${measuresList(measures)}${claim}`).join('，')}`;
}

/** What was written before about any of the measures; empty when nothing was. */
function earlierSentence(matters: readonly OverdueMatter[], office: IssuingOffice, orders: boolean): string {
  const letters = new Map<string, { letter: LetterEntry; measures: number[] }>();
  for (const { measure, earlier } of matters) {
    for (const letter of earlier) {
      const number = fullNumber(office, letter.letter, letter);
      const measures = letters.get(number)?.measures ?? [];
      letters.set(number, { letter, measures: [...measures, measure.no] });
    }
  }
  if (letters.size === 0) return '';
  const said = [...letters].map(([number, { letter, measures }]) => {
    const about = measuresList(measures);
    return `${chineseDate(letter.on)}以${number}${orders ? `对${about}作出督办` : `就${about}致函贵单位`}`;
  });
  return `${ourselves(office)}曾于${said.join('，于')}，${orders ? '至今' : '目前'}尚未完成。`;
}

function mattersTable(matters: readonly OverdueMatter[], { item }: PlanNames): Table {
  return {
    kind: 'table',
    caption: '',
    hasTotal: false,
    columns: [
      { header: '序号', share: 13, align: 'center' },
      { header: `${item}内容`, share: 63, align: 'left' },
      { header: '完成时限', share: 26, align: 'center' },
      { header: '逾期\n天数', share: 15, align: 'center' },
      { header: '最近一次\n填报', share: 39, align: 'center' },
    ],
    rows: matters.map(({ measure, state }) => [
      String(measure.no),
      asPrinted(measure.text),
      deadlineText(state),
      String(state.overdueDays),
      lastClaim(state.entry),
    ]),
  };
}

/** The deadline in force; one that was extended says what it was. */
function deadlineText({ deadline, assignment }: OverdueMatter['state']): string {
  const wasExtended = assignment.deadline !== null && assignment.deadline !== deadline;
  return `${shortDate(deadline)}${wasExtended ? `\n（由${shortDate(assignment.deadline)}延期）` : ''}`;
}

/** What was claimed last, in a few words; the whole of it is below the table or in the annex. */
function lastClaim(entry: ReportEntry | null): string {
  if (entry === null || entry.report.status === null) return '未填报';
  const { status, percent, completedOn } = entry.report;
  const claim = status === 'done' && completedOn === null ? '未填完成日期' : STANDING_WORD[status];
  return `${periodLabel(entry.period)}\n${claim}${percent === null ? '' : ` ${percent}%`}`;
}

/** So many signs of the last reports have room in the body: a paper of one measure then ends on its second page. */
const MOST_SIGNS_IN_BODY = 150;

interface LastReport {
  readonly measure: number;
  readonly period: string;
  readonly told: readonly string[];
}

/** What each measure was last reported with, in the third person. */
function lastReports(matters: readonly OverdueMatter[], you: string): readonly LastReport[] {
  return matters.flatMap(({ measure, state: { entry } }) => {
    const told = entry === null ? [] : toldOf(entry, you);
    return told.length === 0 || entry === null
      ? []
      : [{ measure: measure.no, period: periodLabel(entry.period), told }];
  });
}

function areShort(reports: readonly LastReport[]): boolean {
  return reports.flatMap(({ told }) => told).join('').length <= MOST_SIGNS_IN_BODY;
}

/** The last reports below the table, where they are short. */
function shortReports(matters: readonly OverdueMatter[], you: string): readonly Block[] {
  const reports = lastReports(matters, you);
  if (!areShort(reports)) return [];
  return reports.map(({ measure, period, told }) =>
    paragraph(`第${measure}项${period}填报的${told.join('')}`),
  );
}

/** The last reports in an annex, where they are too long for the body. */
function reportsAnnex({ matters }: OverdueOffice, { isOrdered }: SupervisionContext): readonly Annex[] {
  const reports = lastReports(matters, youOf(isOrdered));
  if (areShort(reports)) return [];
  const rows = reports.map(({ measure, period, told }) => [String(measure), period, told.join('\n')]);
  const columns: Table['columns'] = [
    { header: '序号', share: 12, align: 'center' },
    { header: '报送期', share: 39, align: 'center' },
    { header: '填报内容', share: 105, align: 'left' },
  ];
  return [
    {
      title: '最近一次填报情况',
      body: [{ kind: 'table', caption: '', hasTotal: false, columns, rows }],
    },
  ];
}

function toldOf({ report }: ReportEntry, you: string): readonly string[] {
  const told = [
    ['进展情况', report.progress],
    ['存在问题', report.problems],
    ['下一步打算', report.nextSteps],
  ] as const;
  return told.flatMap(([what, text]) => {
    const clause = asClause(text);
    return clause === '' ? [] : [`${what}：${inThirdPerson(clause, you) ?? '见填报表原文'}。`];
  });
}
