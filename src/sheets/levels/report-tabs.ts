import type { CellContent } from '../../base/blueprint';
import type { CalendarDate } from '../../base/calendar';
import { completionRate } from '../../ledger/figures/completion-rate';
import type { Tally } from '../../ledger/figures/summary';
import type { LevelPlace, LevelRow } from '../../ledger/levels/levels';
import { dateContent } from '../cell-contents';
import { LEVEL_ROW_COLUMNS } from '../tabs/level-rows-tab';
import { tableTab } from '../tabs/table-tab';
import { FORMAT } from '../theme';
import { ALL_WORD, LEVEL_WORD, NO_FIGURE, STANDING_WORD, TIMELINESS_WORD } from '../words';

/** Names of the tabs of a report to the place above. */
export const REPORT_TAB = { cover: '上报说明', places: '上报地区', rows: '上报明细' } as const;

/** Stands over every tab of a report, with the version of its layout: by it a report is known for what it is. */
export const REPORT_SIGN = '措施台账上报表';
export const REPORT_VERSION = 1;

/** What the cover says, each by the label before it. */
export const COVER_WORD = {
  place: '地区',
  title: '方案',
  period: '报送期',
  asOf: '统计截止日',
  plan: '方案号',
  upperPlan: '上级方案号',
  handDown: '下达编号',
  edition: '版次',
  digest: '内容摘要',
} as const;

interface CoverRow {
  readonly label: string;
  readonly value: CellContent;
  readonly hint: string;
}

export const COVER = tableTab<CoverRow>()(REPORT_TAB.cover, undefined, {
  item: { header: '项目', width: 16, write: ({ label }) => label, read: 'text', identifies: true },
  value: { header: '取值', width: 46, write: ({ value }) => value, read: 'text' },
  hint: { header: '说明', width: 52, write: ({ hint }) => hint, read: 'drawn' },
});

interface PlaceRow extends LevelPlace {
  readonly figures: Tally | null;
}

const figure = (header: string, count: (tally: Tally) => CellContent) =>
  ({
    header,
    width: 9,
    format: FORMAT.count,
    write: ({ figures }: PlaceRow) => (figures === null ? NO_FIGURE : count(figures)),
    read: 'drawn',
  }) as const;

export const REPORT_PLACES = tableTab<PlaceRow>()(REPORT_TAB.places, undefined, {
  path: { header: '地区', width: 32, write: ({ path }) => path, read: 'text', identifies: true },
  state: {
    header: '上报情况',
    width: 10,
    format: FORMAT.centered,
    write: ({ asOf }) => (asOf === null ? LEVEL_WORD.missing : LEVEL_WORD.reported),
    read: 'drawn',
  },
  asOf: {
    header: '统计截止日',
    width: 13,
    format: FORMAT.date,
    write: ({ asOf }: { readonly asOf: CalendarDate | null }) => dateContent(asOf),
    read: 'date',
  },
  measures: figure(ALL_WORD.measures, ({ measures }) => measures),
  done: figure(STANDING_WORD.done, ({ done }) => done),
  inProgress: figure(STANDING_WORD.inProgress, ({ inProgress }) => inProgress),
  notStarted: figure(STANDING_WORD.notStarted, ({ notStarted }) => notStarted),
  ongoing: figure(STANDING_WORD.ongoing, ({ ongoing }) => ongoing),
  notReported: figure(STANDING_WORD.notReported, ({ notReported }) => notReported),
  overdue: figure(TIMELINESS_WORD.overdue, ({ overdue }) => overdue),
  rate: {
    ...figure('完成率', (tally) => completionRate(tally) ?? NO_FIGURE),
    format: FORMAT.ratio,
  },
  digest: {
    header: '下级报表摘要',
    width: 22,
    format: { wrap: false },
    write: ({ digest }) => digest,
    read: 'text',
  },
});

export const REPORT_ROWS = tableTab<LevelRow>()(REPORT_TAB.rows, undefined, LEVEL_ROW_COLUMNS);
