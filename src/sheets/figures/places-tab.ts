import type { CellContent, ConditionalFormat, RangeFormat, SheetBlueprint } from '../../base/blueprint';
import { completionRate } from '../../ledger/figures/completion-rate';
import {
  levelFigures,
  type PlaceFigures,
  type PlaceGap,
  type PlaceState,
} from '../../ledger/figures/place-figures';
import type { Tally } from '../../ledger/figures/summary';
import type { Ledger } from '../../ledger/ledger';
import { PATH_SEPARATOR } from '../../ledger/levels/levels';
import { must } from '../../base/invariant';
import { clipped, dateContent } from '../cell-contents';
import { saying } from '../rules';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range, titledTable, type TabColumn } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { ALL_WORD, LEVEL_WORD, NO_FIGURE, SAMPLE_MARK, STANDING_WORD, TAB, TIMELINESS_WORD } from '../words';

interface FigureLine {
  readonly label: string;
  readonly total: (total: Tally, places: readonly PlaceFigures[]) => CellContent;
  readonly of: (place: PlaceFigures) => CellContent;
  readonly format: RangeFormat['format'];
}

/** A figure that only a place that has reported has: where there is none, nothing is counted as nought. */
const counted = (label: string, count: (tally: Tally) => CellContent): FigureLine => ({
  label,
  total: count,
  of: ({ figures }) => (figures === null ? NO_FIGURE : count(figures)),
  format: FORMAT.count,
});

const aside = (label: string, count: (place: PlaceFigures) => number): FigureLine => ({
  label,
  total: (_total, places) => places.reduce((sum, place) => sum + count(place), 0),
  of: (place) => (place.isReported ? count(place) : NO_FIGURE),
  format: FORMAT.count,
});

/** What a place has beside our measures. */
export const BESIDE_WORD = { notListed: '未列入措施', own: '自行措施' } as const;

/** Above the measures, a line each. */
const LINES: readonly FigureLine[] = [
  {
    label: '上报情况',
    total: (_total, places) =>
      `${places.filter(({ isReported }) => isReported).length}/${places.length} ${LEVEL_WORD.reported}`,
    of: ({ isReported }) => (isReported ? LEVEL_WORD.reported : LEVEL_WORD.missing),
    format: FORMAT.centered,
  },
  {
    label: '统计截止日',
    total: () => null,
    of: ({ asOf }) => dateContent(asOf) ?? NO_FIGURE,
    format: FORMAT.date,
  },
  counted(ALL_WORD.measures, ({ measures }) => measures),
  counted(STANDING_WORD.done, ({ done }) => done),
  counted(STANDING_WORD.inProgress, ({ inProgress }) => inProgress),
  counted(STANDING_WORD.notStarted, ({ notStarted }) => notStarted),
  counted(STANDING_WORD.ongoing, ({ ongoing }) => ongoing),
  counted(STANDING_WORD.notReported, ({ notReported }) => notReported),
  counted(TIMELINESS_WORD.overdue, ({ overdue }) => overdue),
  { ...counted('完成率', (tally) => completionRate(tally) ?? NO_FIGURE), format: FORMAT.ratio },
  aside(BESIDE_WORD.notListed, ({ notListed }) => notListed),
  aside(BESIDE_WORD.own, ({ own }) => own),
];

/** In which row a measure stands, below the figures; `undefined` where no place has a part in it. */
export function placesRowOf(ledger: Ledger, measure: number): number | undefined {
  const index = levelFigures(ledger).measures.indexOf(measure);
  return index < 0 ? undefined : FIRST_ROW + LINES.length + index;
}

const PLACE_WIDTH = 14;
const TOTAL_COLUMN = 3;

/** 分地区: a column a place, first its figures, then a row for each measure with the state it has in each place. */
export function placesTab(ledger: Ledger): SheetBlueprint {
  const { places, total, measures } = levelFigures(ledger);
  const direct = places.filter(({ path }) => !path.includes(PATH_SEPARATOR));
  const textOf = new Map(ledger.plan.measures.map(({ no, text }) => [no, text]));
  const columns: TabColumn[] = [
    { header: '序号', width: 7, format: FORMAT.centered },
    { header: '指标和措施', width: 46 },
    { header: '合计', width: 12, format: FORMAT.centered },
    ...places.map(({ path }) => ({ header: path, width: PLACE_WIDTH, format: FORMAT.centered })),
  ];
  const rows = [
    ...LINES.map((line) => [null, line.label, line.total(total, direct), ...places.map(line.of)]),
    ...measures.map((no) => [
      no,
      clipped(must(textOf.get(no), `text of measure ${no}`)),
      null,
      ...places.map(({ states }) => stateWord(states.get(no))),
    ]),
  ];
  const lastRow = HEADER_ROW + rows.length;
  const table = titledTable({
    name: TAB.places,
    title: `分地区落实情况${ledger.settings.sample ? SAMPLE_MARK : ''}`,
    subtitle: plainSubtitle(
      ledger.settings,
      `报送期：${ledger.settings.period}　　合计只计直接下级，${LEVEL_WORD.missing}的不计入；每个数字可在“${TAB.levelRows}”中按地区查到填报单位`,
    ),
    sample: ledger.settings.sample,
    columns,
    rows,
  });
  return {
    ...table,
    formats: [
      ...table.formats,
      ...LINES.map(({ format }, index) => ({
        range: range(FIRST_ROW + index, TOTAL_COLUMN, FIRST_ROW + index, columns.length),
        format,
      })),
      {
        range: range(FIRST_ROW, 1, FIRST_ROW + LINES.length - 1, columns.length),
        format: { fill: COLOR.totalFill },
      },
    ],
    conditionalFormats: places.flatMap((_, index) => lights(TOTAL_COLUMN + 1 + index, lastRow)),
    freeze: { rows: HEADER_ROW, columns: TOTAL_COLUMN },
    print: landscape('A3', TAB.places, { from: 1, to: HEADER_ROW }),
  };
}

const LIGHTS = [
  { word: TIMELINESS_WORD.overdue, format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true } },
  { word: TIMELINESS_WORD.doneLate, format: { fill: COLOR.lateFill, color: COLOR.lateInk } },
  { word: STANDING_WORD.done, format: { fill: COLOR.doneFill, color: COLOR.doneInk } },
  { word: LEVEL_WORD.missing, format: { fill: COLOR.lateFill, color: COLOR.lateInk } },
] as const;

/** The colours of one place's states: they repeat the words. */
function lights(column: number, lastRow: number): readonly ConditionalFormat[] {
  return LIGHTS.map(({ word, format }) => ({
    range: range(FIRST_ROW, column, lastRow, column),
    condition: saying(column, word),
    format,
  }));
}

/** The word for where a place stands with a measure; nothing where it has no part in it. */
function stateWord(state: PlaceState | PlaceGap | undefined): string {
  if (state === undefined) return NO_FIGURE;
  if (typeof state === 'string') return LEVEL_WORD[state];
  const { standing, timeliness } = state;
  if (timeliness === 'overdue' || timeliness === 'doneLate') return TIMELINESS_WORD[timeliness];
  return STANDING_WORD[standing];
}
