import type { BasisRanges } from './basis-ranges';
import { ledgerColumn, overdueRankOf } from './basis-columns';
import { leadersText } from '../../ledger/units/assignments';
import type { LedgerState, MeasureState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { toSerial } from '../../base/calendar';
import type { ConditionalFormat, FormulaCell } from '../../base/blueprint';
import { LEDGER, type LedgerColumn, statusCells } from '../tabs/ledger-tab';
import { noteText } from '../tabs/table-tab';
import { ReportColumns } from './report-columns';
import type { Block, SummaryRows } from './summary-rows';
import { saying } from '../rules';
import { COLOR, FORMAT } from '../theme';

const WORST = 10;
/** Columns that the text has for itself and what is noted of a measure. */
const TEXT_SPAN = 6;

/** The list's columns: what is noted of measures has one as soon as any is noted, at the expense of the text. */
function columnsFor(notes: readonly LedgerColumn[]): ReportColumns<LedgerColumn> {
  return new ReportColumns([
    ['no', '序号'],
    ['text', '措施内容', TEXT_SPAN - notes.length],
    ['unit', '牵头单位', 2],
    ...notes.map((key) => [key, LEDGER.header(key)] as const),
    ['deadline', '完成时限'],
    ['overdueDays', '逾期天数'],
    ['status', '状态'],
  ]);
}

/** The columns of 台账 for leaders under which anything is noted. */
function notedFor({ measures }: LedgerState): readonly LedgerColumn[] {
  return LEDGER.keysWith('forLeaders').filter((key) =>
    measures.some(({ notes }) => notes.has(LEDGER.header(key))),
  );
}

/** Characters of a measure's text that two lines of the list hold, of each of its columns. */
const TEXT_LENGTH = 50 / TEXT_SPAN;

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** What a line shows as it is drawn; a line beyond the last overdue measure is empty until a formula fills it. */
function shownIn(
  ledger: Ledger,
  found: MeasureState | undefined,
  length: number,
): (key: LedgerColumn) => FormulaCell['result'] {
  const measure = ledger.plan.measures.find(({ no }) => no === found?.measure);
  if (found === undefined || measure === undefined) return () => '';
  const status = statusCells(found.report);
  return (key) => {
    switch (key) {
      case 'no':
        return measure.no;
      case 'text':
        return cut(measure.text, length);
      case 'unit':
        return leadersText(measure);
      case 'deadline':
        return found.deadline === null ? '' : toSerial(found.deadline);
      case 'overdueDays':
        return found.overdueDays;
      case 'status':
        return status.status;
      default:
        return noteText(found.notes, LEDGER.header(key));
    }
  };
}

/** The list, with the rule that colours its days. */
interface WorstBlock extends Block {
  readonly color: ConditionalFormat;
}

/** The measures longest overdue, by formula: a later day needs no rebuild. */
export function worstBlock(
  rows: SummaryRows,
  ledger: Ledger,
  state: LedgerState,
  basis: BasisRanges,
): WorstBlock {
  const notes = notedFor(state);
  const columns = columnsFor(notes);
  const length = Math.floor(TEXT_LENGTH * (TEXT_SPAN - notes.length));
  const header = rows.header(columns.headers, columns.width);
  const worst = longestOverdue(state);
  for (let rank = 1; rank <= WORST; rank++) {
    const result = shownIn(ledger, worst[rank - 1], length);
    const at = `INDEX(${basis.measure.place},MATCH(LARGE(${basis.measure.overdueRank},${rank}),${basis.measure.overdueRank},0))`;
    rows.add(
      columns.cells((key) => {
        const picked = `INDEX(${ledgerColumn(ledger.plan.measures.length, key)},${at})`;
        const formula =
          key === 'text'
            ? `IFERROR(IF(LEN(${picked})>${length},LEFT(${picked},${length - 1})&"…",${picked}),"")`
            : `IFERROR(IF(${picked}="","",${picked}),"")`;
        return { formula, result: result(key) };
      }),
    );
  }
  const block = { header, first: header + 1, last: header + WORST };
  rows.merges.push(...columns.merges(header, block.last));
  const body = (from: LedgerColumn, to: LedgerColumn = from) =>
    columns.body(from, block.first, block.last, to);
  rows.format(body('no', 'status'), FORMAT.body);
  rows.format(body('text', notes.at(-1) ?? 'unit'), { size: 9 });
  for (const key of ['no', 'unit', ...notes, 'overdueDays', 'status'] as const) {
    rows.format(body(key), FORMAT.centered);
  }
  rows.format(body('deadline'), FORMAT.date);
  return { ...block, color: daysColor(columns, block) };
}

function longestOverdue(state: LedgerState): readonly MeasureState[] {
  const ranked = state.measures.map((measure, index) => ({
    measure,
    rank: overdueRankOf(measure, index, state.asOf),
  }));
  return ranked
    .filter(({ rank }) => rank !== '')
    .sort((a, b) => Number(b.rank) - Number(a.rank))
    .map(({ measure }) => measure);
}

/** The days of a line, once a formula fills it. */
function daysColor(columns: ReportColumns<LedgerColumn>, { first, last }: Block): ConditionalFormat {
  return {
    range: columns.body('overdueDays', first, last),
    condition: saying(columns.at('overdueDays'), '', '<>'),
    format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
  };
}
