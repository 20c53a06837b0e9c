import { comparePeriods, parsePeriod, periodEnd, periodLabel, readPeriodLabel } from '../../ledger/period';
import type { PeriodCode } from '../../ledger/records';
import { squeezed } from '../../base/clean-text';
import type { FindingList } from '../findings/finding-list';
import { headTexts, readHead } from '../locate/head-and-foot';
import { firstFound, nameParts, type ReturnClues } from './recognise-unit';
import type { ReturnContext } from '../checked-return';

/**
 * Which period it reports on: the hidden identity, else the head of the form, its title, the file's name. One that ended before
 * the period being collected is last period's form; without a ledger none is known to be collected.
 */
export function recognisePeriod(
  { file, table, identity }: ReturnClues,
  context: ReturnContext,
  findings: FindingList,
): PeriodCode | null {
  const head = readHead(table.sheet.rows, table.headerRow, 'period');
  const written = head === undefined ? undefined : (readPeriodLabel(head.text) ?? periodInText(head.text));
  const place = { field: 'period' as const, ...(head === undefined ? {} : { at: head, value: head.text }) };
  if (identity !== undefined && written !== undefined && written !== identity.period) {
    const details = { issued: periodLabel(identity.period), written: periodLabel(written) };
    findings.add('period-conflict', { ...place, details });
    return null;
  }
  const [name = ''] = nameParts(file);
  const byName = firstFound(nameParts(file), periodInText);
  const said =
    identity?.period ?? written ?? firstFound(headTexts(table.sheet.rows, table.headerRow), periodInText);
  const period = said ?? byName;
  if (period === undefined) {
    findings.add('period-assumed', { ...place, details: { period: periodLabel(context.period) } });
    return context.period;
  }
  const own = periodInText(name);
  if (own !== undefined && own !== period) {
    const details = { period: periodLabel(period), other: periodLabel(own) };
    findings.add('period-file-name', { field: 'period', value: name, details });
  }
  const isEarlier = comparePeriods(period, context.period) < 0;
  if (context.hasLedger && isEarlier && periodEnd(period) < periodEnd(context.period)) {
    const details = { period: periodLabel(period), expected: periodLabel(context.period) };
    findings.add('period-wrong', { ...place, details });
  }
  return period;
}

/** The period a free text names: “2017年第三季度填报表”, “…2017-09.xlsx”, “2017年11月份”. */
function periodInText(text: string): PeriodCode | undefined {
  const plain = squeezed(text);
  const label = /\d{4}年(?:第?[一二三四1-4]季度|\d{1,2}月(?!\d{1,2}日)|度)/u.exec(plain)?.[0];
  if (label !== undefined) return readPeriodLabel(label);
  const code = /(?:^|\D)(20\d{2}(?:Q[1-4]|-(?:0[1-9]|1[0-2])(?!-?\d)))(?!\d)/iu.exec(plain)?.[1];
  return code === undefined ? undefined : parsePeriod(code);
}
