import type { WorkbookBlueprint } from '../../base/blueprint';
import { linkSentence } from '../../plan/handed-down';
import type { Measure, Plan } from '../../plan/plan';
import { deadlineWords } from '../../plan/text/print-plan';
import { placeOf } from '../../plan/units/place';
import type { HandDownRecord } from '../../ledger/levels/levels';
import { ownPlace } from '../../ledger/levels/own-place';
import { withFittedRows } from '../row-heights';
import { tableSheet, tableTab } from '../tabs/table-tab';
import { HEADER_ROW } from '../tab-builder';
import { FORMAT, landscape } from '../theme';

const SHEET = '下达措施';
const SEPARATOR = '、';

interface HandedRow {
  readonly no: number;
  readonly measure: Measure;
  readonly section: string;
  readonly lead: string;
  readonly support: string;
}

/** Read like any other plan: the headers are those that plans have. */
const HANDED = tableTab<HandedRow>()(SHEET, undefined, {
  no: {
    header: '序号',
    width: 7,
    format: FORMAT.centered,
    write: ({ no }) => no,
    read: 'number',
    identifies: true,
  },
  section: { header: '类别', width: 20, write: ({ section }) => section, read: 'text' },
  task: { header: '重点任务', width: 26, write: ({ measure }) => measure.task, read: 'text' },
  text: { header: '具体措施', width: 60, write: ({ measure }) => measure.text, read: 'text' },
  lead: { header: '牵头单位', width: 22, write: ({ lead }) => lead, read: 'text' },
  support: { header: '配合单位', width: 22, write: ({ support }) => support, read: 'text' },
  deadline: {
    header: '完成时限',
    width: 16,
    format: FORMAT.centered,
    write: ({ measure }) => (measure.deadlineKind === 'none' ? '' : deadlineWords(measure)),
    read: 'text',
  },
  upper: {
    header: '上级序号',
    width: 10,
    format: FORMAT.centered,
    write: ({ measure }) => measure.no,
    read: 'number',
  },
});

/**
 * The measures handed down to a place, as its plan: the line below the title keeps the link to the plan above, 上级序号 that of each
 * measure. Units are those of the plan above under the names such offices have at the level below (市财政局 is 县财政局 there): the
 * clerk below writes the own units over them before a ledger is made.
 */
export function handDownWorkbook(plan: Plan, handDown: HandDownRecord): WorkbookBlueprint {
  const handed = new Set(handDown.measures.map(({ now }) => now));
  const sections = new Map(plan.sections.map(({ no, title }) => [no, title]));
  const lowered = loweredName(plan, handDown.place);
  const rows = plan.measures
    .filter(({ no }) => handed.has(no))
    .map((measure, index) => {
      const { leadUnits, leadGroup, supportUnits } = measure;
      const lead = [...leadUnits, ...(leadGroup === null ? [] : [leadGroup])];
      return HANDED.cells({
        no: index + 1,
        measure,
        section: sections.get(measure.section) ?? '',
        lead: lead.map(lowered).join(SEPARATOR),
        support: supportUnits.map(lowered).join(SEPARATOR),
      });
    });
  const title = handedTitle(plan, handDown.place);
  const subtitle = linkSentence({
    upper: ownPlace(plan) === '' ? '上级' : ownPlace(plan),
    upperPlan: plan.id,
    handDown: handDown.batch,
    place: handDown.place,
  });
  const sheet = tableSheet(HANDED, rows, { title, subtitle, sample: false });
  return {
    title,
    activeSheet: SHEET,
    names: [],
    sheets: [
      withFittedRows({
        ...sheet,
        notes: [
          {
            row: HEADER_ROW,
            column: HANDED.at('lead'),
            text: '已按本级对应部门预填，请改为本级实际牵头单位后再建账。',
          },
        ],
        freeze: { rows: HEADER_ROW, columns: HANDED.at('no') },
        print: landscape('A4', SHEET, { from: 1, to: HEADER_ROW }),
      }),
    ],
  };
}

/** A title longer than this is taken for no title. */
const LONGEST_TITLE = 60;

/** “京山县落实荆门市法治政府建设实施方案任务分解表（2016—2020年）”. */
function handedTitle({ title, years }: Plan, place: string): string {
  const { from, to } = years;
  const when = from === 0 ? '' : from === to ? `（${from}年）` : `（${from}—${to}年）`;
  const name = title.replace(/[（(][^（）()]*[）)]$/u, '');
  const isPlain = name.length <= LONGEST_TITLE - place.length && !/[，。；：,;:《》]/u.test(name);
  return `${place}${isPlain ? `落实${name}` : '措施'}任务分解表${when}`;
}

const LEVELS = '省市县区州旗';

/** The name that an office of the same kind has at the level of the place below. */
function loweredName(plan: Plan, place: string): (unit: string) => string {
  const { level } = placeOf(plan);
  const below = place.at(-1) ?? '';
  if (level === '' || !LEVELS.includes(below)) return (unit) => unit;
  return (unit) => (unit.startsWith(level) ? below + unit.slice(level.length) : unit);
}
