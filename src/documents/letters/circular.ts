import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { letterNumber } from '../../ledger/letters';
import { summarise } from '../../ledger/figures/summary';
import { chineseDate } from '../../base/calendar';
import { ourselves, replyBy } from '../office';
import { heading, paragraph, type Block, type Paper, type Table } from '../paper';
import { asPrinted, planNames, share, shortDate, unitsList } from '../wording';
import type { OverdueOffice } from './due-letters';
import { fullNumber, noteOf, titleOf } from './letter-parts';
import { ranking, type Ranked } from './unit-ranking';
import type { SupervisionContext } from './supervision-letter';

export const ALL_UNITS = '各牵头单位';
const MOST_NAMED = 5;

/** 通报: where all stand, the ranking, and the measures still overdue after two letters. */
export function circular(
  ledger: Ledger,
  state: LedgerState,
  named: readonly OverdueOffice[],
  context: SupervisionContext,
): Paper {
  const { office, asOf, number, sample } = context;
  const names = planNames(ledger.plan);
  const ranked = ranking(
    state,
    ledger.directory.units.map(({ name }) => name),
  );
  return {
    head: { authority: office.name, number: fullNumber(office, 'circular', number) },
    title: titleOf(`关于${names.subject}措施推进情况的通报`, sample),
    addressee: ALL_UNITS,
    body: [
      paragraph(
        `现将截至${chineseDate(asOf)}${names.full}（以下简称${names.short}）确定的措施推进情况通报如下。`,
      ),
      heading(1, '一、总体情况'),
      paragraph(overall(ledger, state)),
      heading(1, '二、各单位完成情况'),
      paragraph(rankingWords(ranked)),
      rankingTable(ranked),
      ...namedBlocks(named),
      heading(1, `${named.length === 0 ? '三' : '四'}、工作要求`),
      paragraph(
        `有逾期措施的单位要逐项查明原因、明确责任、倒排工期，于${chineseDate(replyBy(asOf, office))}前将整改情况书面报${ourselves(office)}。` +
          `临近完成时限的单位要提前谋划、加快推进，确保按期完成。推进情况将作为${names.subject}考核的依据。`,
      ),
    ],
    signature: { authority: office.name, date: asOf },
    note: noteOf(office),
    annexes: [],
  };
}

function overall(ledger: Ledger, state: LedgerState): string {
  const { total } = summarise(ledger, state.asOf, state);
  const due = state.measures.filter(({ deadline }) => deadline !== null && deadline < state.asOf);
  const done = due.filter(({ standing }) => standing === 'done').length;
  return (
    `${total.measures}项措施中，已完成${total.done}项，占${share(total.done, total.measures)}；推进中${total.inProgress}项，` +
    `长期坚持${total.ongoing}项，未启动${total.notStarted}项，未填报${total.notReported}项。` +
    `到期的${due.length}项中，完成${done}项，到期完成率${share(done, due.length)}；逾期未完成${total.overdue}项。`
  );
}

function rankingWords(ranked: readonly Ranked[]): string {
  if (ranked.length === 0) return '目前尚无到期措施，各单位均不排名。';
  const full = ranked.filter(({ done, due }) => done === due).map(({ unit }) => unit);
  const last = ranked
    .filter(({ overdue }) => overdue > 0)
    .toReversed()
    .slice(0, MOST_NAMED);
  const praised = full.length === 0 ? '' : `${unitsList(full, MOST_NAMED)}到期措施全部完成。`;
  const behind =
    last.length === 0
      ? ''
      : `完成情况靠后的是${last.map(({ unit, overdue }) => `${unit}（逾期${overdue}项）`).join('、')}。`;
  return `按到期措施完成率排序，完成率相同的，依次比较逾期完成的比例和累计逾期天数。${praised}${behind}`;
}

function rankingTable(ranked: readonly Ranked[]): Table {
  return {
    kind: 'table',
    caption: '到期措施完成情况排名',
    hasTotal: false,
    columns: [
      { header: '名次', share: 13, align: 'center' },
      { header: '单位', share: 38, align: 'center' },
      { header: '到期', share: 14, align: 'center' },
      { header: '完成', share: 14, align: 'center' },
      { header: '其中\n逾期完成', share: 20, align: 'center' },
      { header: '逾期\n未完成', share: 17, align: 'center' },
      { header: '完成率', share: 19, align: 'center' },
      { header: '累计\n逾期天数', share: 21, align: 'center' },
    ],
    rows: ranked.map((one) => [
      String(one.place),
      one.unit,
      String(one.due),
      String(one.done),
      String(one.doneLate),
      String(one.overdue),
      share(one.done, one.due),
      String(one.overdueDays),
    ]),
  };
}

function namedBlocks(named: readonly OverdueOffice[]): readonly Block[] {
  if (named.length === 0) return [];
  const count = named.reduce((sum, { matters }) => sum + matters.length, 0);
  return [
    heading(1, '三、予以通报的事项'),
    paragraph(
      `下列${count}项措施经两次督办仍未完成，对${unitsList(named.map((one) => one.office))}予以通报。`,
    ),
    {
      kind: 'table',
      caption: '',
      hasTotal: false,
      columns: [
        { header: '单位', share: 28, align: 'center' },
        { header: '编号', share: 12, align: 'center' },
        { header: '措施内容', share: 52, align: 'left' },
        { header: '完成时限', share: 25, align: 'center' },
        { header: '逾期\n天数', share: 13, align: 'center' },
        { header: '已发督办单', share: 27, align: 'center' },
      ],
      rows: named.flatMap(({ office, matters }) =>
        matters.map(({ measure, state, earlier }) => [
          office,
          String(measure.no),
          asPrinted(measure.text),
          shortDate(state.deadline),
          String(state.overdueDays),
          earlier.map(letterNumber).join('\n'),
        ]),
      ),
    },
  ];
}
