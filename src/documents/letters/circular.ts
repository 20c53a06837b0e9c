import { dueFigures } from '../../ledger/figures/due';
import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { letterNumber } from '../../ledger/letters';
import { summarise } from '../../ledger/figures/summary';
import { orderRule } from '../../ledger/units/addressee';
import { chineseDate } from '../../base/calendar';
import { ourselves, replyBy } from '../office';
import { heading, paragraph, type Block, type Paper, type Table } from '../paper';
import { gist, planNames, rateWords, share, shortDate, unitsList, type PlanNames } from '../wording';
import type { OverdueOffice } from './due-letters';
import { headOf, imprintOf, noteOf, titleOf } from './letter-parts';
import { ranking, type Ranked } from './unit-ranking';
import type { SupervisionContext } from './supervision-letter';

/** Whom a circular goes to, as it is remembered. */
export const ALL_UNITS = '各牵头单位';
/** Of the units at the end so many are named, and all that share a place with the last of them. */
const FEWEST_NAMED = 5;
/** Of a measure whose number stands beside it. */
const MOST_GIST = 60;

/** 通报: where all stand, the ranking, and the measures still overdue after two letters. */
export function circular(
  ledger: Ledger,
  state: LedgerState,
  named: readonly OverdueOffice[],
  context: SupervisionContext,
): Paper {
  const { office, asOf, sample } = context;
  const names = planNames(ledger.plan);
  const units = ledger.directory.units.map(({ name }) => name);
  const mayRank = orderRule(ledger);
  const ranked = ranking(state, units, mayRank);
  const unranked = units.filter((unit) => !mayRank(unit));
  return {
    head: headOf(office, 'circular', { ...context, isOrdered: true }),
    title: titleOf(`关于${names.subject}${names.item}推进情况的通报`, sample),
    addressee: unranked.length === 0 ? ALL_UNITS : '各有关部门',
    body: [
      paragraph(
        `现将截至${chineseDate(asOf)}${names.full}（以下简称${names.short}）确定的${names.item}推进情况通报如下。`,
      ),
      heading(1, '一、总体情况'),
      paragraph(overall(ledger, state, names)),
      heading(1, '二、各单位完成情况'),
      paragraph(rankingWords(ranked, names)),
      ...(ranked.length === 0 ? [] : [rankingTable(ranked, coverage(ranked, unranked, names))]),
      ...namedBlocks(named, names),
      heading(1, `${named.length === 0 ? '三' : '四'}、工作要求`),
      paragraph(
        `有逾期${names.item}的部门要逐项查明原因、明确责任、倒排工期，于${chineseDate(replyBy(asOf, office))}前将整改情况书面报${ourselves(office)}。` +
          `临近完成时限的部门要提前谋划、加快推进，确保按期完成。推进情况将作为${names.subject}考核的依据。`,
      ),
    ],
    signature: { authority: office.name, date: asOf },
    note: noteOf(office),
    annexes: [],
    imprint: imprintOf(office, asOf, true),
  };
}

function overall(ledger: Ledger, state: LedgerState, { item }: PlanNames): string {
  const { total } = summarise(ledger, state.asOf, state);
  const { due, done, overdue } = dueFigures(state.measures, state.asOf);
  return (
    `${total.measures}项${item}中，已完成${total.done}项，${rateWords(total)}；` +
    `推进中${total.inProgress}项，未启动${total.notStarted}项，未填报${total.notReported}项。` +
    `到期的${due}项中，完成${done}项，到期完成率${share(done, due)}；逾期未完成${overdue}项。`
  );
}

function rankingWords(ranked: readonly Ranked[], { item }: PlanNames): string {
  if (ranked.length === 0) return `目前尚无到期${item}，各单位均不排名。`;
  const full = ranked.filter(({ done, due }) => done === due).map(({ unit }) => unit);
  const last = lastOnes(ranked);
  const praised = full.length === 0 ? '' : `${unitsList(full)}的到期${item}全部完成。`;
  const behind =
    last.length === 0
      ? ''
      : `完成情况靠后的是${last.map(({ unit, overdue }) => `${unit}（逾期${overdue}项）`).join('、')}。`;
  return `按到期${item}完成率排序，完成率相同的，依次比较逾期完成的比例和累计逾期天数；都相同的名次并列。${praised}${behind}`;
}

/** Those at the end that have something overdue, the last first; whoever shares a place with one that is named is named too. */
function lastOnes(ranked: readonly Ranked[]): readonly Ranked[] {
  const behind = ranked.filter(({ overdue }) => overdue > 0);
  const cut = behind.at(-FEWEST_NAMED)?.place ?? 0;
  return behind.filter(({ place }) => place >= cut).toReversed();
}

/** Whom the table and its total cover. */
function coverage(ranked: readonly Ranked[], unranked: readonly string[], { item }: PlanNames): string {
  const others =
    unranked.length === 0
      ? ''
      : `${unitsList(unranked, FEWEST_NAMED)}承担的${item}计入总体情况，不参加排名。`;
  return `注：排名范围为有到期${item}的${ranked.length}个部门，没有到期${item}的部门不排名；由几个单位共同承担的${item}分别计入各单位，合计多于${item}项数。${others}`;
}

function rankingTable(ranked: readonly Ranked[], note: string): Table {
  const sum = (of: 'due' | 'done' | 'doneLate' | 'overdue' | 'overdueDays') =>
    ranked.reduce((total, one) => total + one[of], 0);
  const figures = (one: Omit<Ranked, 'place' | 'unit'>) => [
    ...[one.due, one.done, one.doneLate, one.overdue].map(String),
    share(one.done, one.due),
    String(one.overdueDays),
  ];
  const total = {
    due: sum('due'),
    done: sum('done'),
    doneLate: sum('doneLate'),
    overdue: sum('overdue'),
    overdueDays: sum('overdueDays'),
  };
  return {
    kind: 'table',
    caption: '到期完成情况排名',
    hasTotal: true,
    note,
    columns: [
      { header: '名次', share: 13, align: 'center' },
      { header: '单位', share: 38, align: 'center' },
      { header: '到期', share: 14, align: 'center' },
      { header: '完成', share: 14, align: 'center' },
      { header: '其中\n逾期完成', share: 20, align: 'center' },
      { header: '逾期\n未完成', share: 19, align: 'center' },
      { header: '到期\n完成率', share: 19, align: 'center' },
      { header: '累计\n逾期天数', share: 20, align: 'center' },
    ],
    rows: [
      ...ranked.map((one) => [String(one.place), one.unit, ...figures(one)]),
      ['', '合计', ...figures(total)],
    ],
  };
}

function namedBlocks(named: readonly OverdueOffice[], { item }: PlanNames): readonly Block[] {
  if (named.length === 0) return [];
  const count = named.reduce((sum, { matters }) => sum + matters.length, 0);
  return [
    heading(1, '三、予以通报的事项'),
    paragraph(
      `下列${count}项${item}经两次督办仍未完成，对${unitsList(named.map((one) => one.office))}予以通报。`,
    ),
    {
      kind: 'table',
      caption: '',
      hasTotal: false,
      columns: [
        { header: '单位', share: 29, align: 'center' },
        { header: '序号', share: 11, align: 'center' },
        { header: `${item}内容`, share: 45, align: 'left' },
        { header: '完成时限', share: 26, align: 'center' },
        { header: '逾期\n天数', share: 13, align: 'center' },
        { header: '已发督办单', share: 32, align: 'center' },
      ],
      rows: named.flatMap(({ office, matters }) =>
        matters.map(({ measure, state, earlier }) => [
          office,
          String(measure.no),
          gist(measure.text, MOST_GIST),
          shortDate(state.deadline),
          String(state.overdueDays),
          earlier.map(letterNumber).join('\n'),
        ]),
      ),
    },
  ];
}
