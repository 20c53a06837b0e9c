import type { CellContent } from '../../base/blueprint';
import type { Ledger } from '../../ledger/ledger';
import { periodLabel } from '../../ledger/period';
import type { Block, SummaryRows } from '../figures/summary-rows';
import { HISTORY_COLUMNS } from '../figures/unit-page/page-history';
import { NOTHING, owedWords, rateShown } from '../figures/unit-page/page-view';
import { range } from '../tab-builder';
import { COLOR, FORMAT } from '../theme';
import { SUBMISSION_WORD } from '../words';
import { CONFIRMATION_WIDTHS } from './confirmation-list';
import type { Confirmation, ConfirmedPeriod } from './confirmation-view';

const WIDTH = CONFIRMATION_WIDTHS.length;

const OWED_LEFT = HISTORY_COLUMNS.width + 1;
const OWED_SAID = OWED_LEFT + 2;

/** The periods on the left; on the right what the office owes. */
export function historyRows(rows: SummaryRows, ledger: Ledger, asked: Confirmation): Block {
  const owed = owedLines(ledger, asked);
  const header = rows.header([...HISTORY_COLUMNS.headers, '应办事项'], WIDTH);
  const count = Math.max(asked.periods.length, owed.length);
  for (let line = 0; line < count; line += 1) {
    const period = asked.periods[line];
    const said = owed[line];
    rows.add([
      ...HISTORY_COLUMNS.cells((key) => (period === undefined ? null : periodCell(period, key))),
      ...(said === undefined ? [] : [said[0], null, said[1]]),
    ]);
  }
  const block = { header, first: header + 1, last: header + count };
  rows.merges.push(...HISTORY_COLUMNS.merges(header, block.last), range(header, OWED_LEFT, header, WIDTH));
  rows.format(HISTORY_COLUMNS.body('period', block.first, header + asked.periods.length, 'submission'), {
    ...FORMAT.body,
    ...FORMAT.centered,
  });
  rows.format(HISTORY_COLUMNS.body('rate', block.first, block.last), FORMAT.ratio);
  asked.periods.forEach(({ submission }, line) => {
    if (submission !== SUBMISSION_WORD.missing) return;
    rows.format(HISTORY_COLUMNS.body('submission', block.first + line, block.first + line), PRESSING);
  });
  owed.forEach(([, says], line) => {
    const row = block.first + line;
    rows.merges.push(range(row, OWED_LEFT, row, OWED_SAID - 1), range(row, OWED_SAID, row, WIDTH));
    rows.format(range(row, OWED_LEFT, row, WIDTH), { ...FORMAT.body, ...FORMAT.centered });
    rows.format(range(row, OWED_LEFT, row, OWED_SAID - 1), { fill: COLOR.totalFill, bold: true });
    const isPressing = line === 1 ? says !== NOTHING : says === SUBMISSION_WORD.missing;
    if (isPressing) rows.format(range(row, OWED_SAID, row, WIDTH), PRESSING);
  });
  return block;
}

const PRESSING = { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true } as const;

function owedLines({ settings }: Ledger, { tally, assignments, periods }: Confirmation) {
  const says = owedWords(tally, assignments[0]?.overdueDays ?? 0, settings.dueSoonDays);
  return [
    ['本期填报表', periods.at(-1)?.submission ?? ''],
    ['逾期未完成', says.overdue],
    ['尚未填报', says.unreported],
    ['即将到期', says.dueSoon],
  ] as const;
}

function periodCell(
  { period, tally, submission }: ConfirmedPeriod,
  key: Parameters<typeof HISTORY_COLUMNS.at>[0],
): CellContent {
  switch (key) {
    case 'period':
      return periodLabel(period);
    case 'rate':
      return rateShown(tally);
    case 'submission':
      return submission;
    default:
      return tally[key];
  }
}
