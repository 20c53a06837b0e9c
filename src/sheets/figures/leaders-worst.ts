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
import { COLOR, FORMAT } from '../theme';

const WORST = 10;
/** Columns that the text has for itself and what is noted of a measure. */
const TEXT_SPAN = 6;
const NOTES = LEDGER.keysWith('forLeaders');

const COLUMNS = new ReportColumns<LedgerColumn>([
  ['no', '序号'],
  ['text', '措施内容', TEXT_SPAN - NOTES.length],
  ['unit', '牵头单位', 2],
  ...NOTES.map((key) => [key, LEDGER.header(key)] as const),
  ['deadline', '完成时限'],
  ['overdueDays', '逾期天数'],
  ['status', '状态'],
]);

/** Characters of a measure's text that two lines of the list hold. */
const TEXT_LENGTH = Math.floor((50 * (TEXT_SPAN - NOTES.length)) / TEXT_SPAN);

function cut(text: string): string {
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH - 1)}…` : text;
}

/** What a line shows as it is drawn; a line beyond the last overdue measure is empty until a formula fills it. */
function shownIn(
  ledger: Ledger,
  found: MeasureState | undefined,
): (key: LedgerColumn) => FormulaCell['result'] {
  const measure = ledger.plan.measures.find(({ no }) => no === found?.measure);
  if (found === undefined || measure === undefined) return () => '';
  const status = statusCells(found.report);
  return (key) => {
    switch (key) {
      case 'no':
        return measure.no;
      case 'text':
        return cut(measure.text);
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

/** The measures longest overdue, by formula: a later day needs no rebuild. */
export function worstBlock(rows: SummaryRows, ledger: Ledger, state: LedgerState, basis: BasisRanges): Block {
  const header = rows.header(COLUMNS.headers, COLUMNS.width);
  const worst = longestOverdue(state);
  for (let rank = 1; rank <= WORST; rank++) {
    const result = shownIn(ledger, worst[rank - 1]);
    const at = `INDEX(${basis.measure.place},MATCH(LARGE(${basis.measure.overdueRank},${rank}),${basis.measure.overdueRank},0))`;
    rows.add(
      COLUMNS.cells((key) => {
        const picked = `INDEX(${ledgerColumn(ledger.plan.measures.length, key)},${at})`;
        const formula =
          key === 'text'
            ? `IFERROR(IF(LEN(${picked})>${TEXT_LENGTH},LEFT(${picked},${TEXT_LENGTH - 1})&"…",${picked}),"")`
            : `IFERROR(IF(${picked}="","",${picked}),"")`;
        return { formula, result: result(key) };
      }),
    );
  }
  const block = { header, first: header + 1, last: header + WORST };
  rows.merges.push(...COLUMNS.merges(header, block.last));
  const body = (from: LedgerColumn, to: LedgerColumn = from) =>
    COLUMNS.body(from, block.first, block.last, to);
  rows.format(body('no', 'status'), FORMAT.body);
  rows.format(body('text', NOTES.at(-1) ?? 'unit'), { size: 9 });
  for (const key of ['no', 'unit', ...NOTES, 'overdueDays', 'status'] as const) {
    rows.format(body(key), FORMAT.centered);
  }
  rows.format(body('deadline'), FORMAT.date);
  return block;
}

function longestOverdue(state: LedgerState): readonly MeasureState[] {
  const ranked = state.measures.map((measure, index) => ({ measure, rank: overdueRankOf(measure, index) }));
  return ranked
    .filter(({ rank }) => rank !== '')
    .sort((a, b) => Number(b.rank) - Number(a.rank))
    .map(({ measure }) => measure);
}

/** The days of a line, once a formula fills it. */
export function worstColor({ first, last }: Block): ConditionalFormat {
  return {
    range: COLUMNS.body('overdueDays', first, last),
    formula: `$${COLUMNS.letter('overdueDays')}${first}<>""`,
    format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
  };
}
