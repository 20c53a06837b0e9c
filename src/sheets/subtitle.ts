import { chineseDate } from '../base/calendar';
import type { LedgerSettings } from '../ledger/records';
import type { FormulaCell } from '../base/blueprint';
import { NAME } from './words';

/** Two full-width spaces set parts of a line apart. */
export const GAP = '\u3000\u3000';
const SAMPLE_NOTE = `示例数据，非真实填报${GAP}`;

/** TEXT's date codes differ between Excel's languages; its parts do not. */
function dateFormula(cell: string): string {
  return `YEAR(${cell})&"年"&MONTH(${cell})&"月"&DAY(${cell})&"日"`;
}

/** “统计截止日：2017年9月30日  报送期：2017Q3”, live: it follows the settings tab. */
export function asOfSubtitle(settings: LedgerSettings): FormulaCell {
  const note = settings.sample ? SAMPLE_NOTE : '';
  return {
    formula: `"${note}统计截止日："&${dateFormula(NAME.asOf)}&"${GAP}报送期："&${NAME.period}`,
    result: `${note}统计截止日：${chineseDate(settings.asOf)}${GAP}报送期：${settings.period}`,
  };
}

/** A plain subtitle for tabs that do not depend on the day. */
export function plainSubtitle(settings: LedgerSettings, text: string): string {
  return settings.sample ? `${SAMPLE_NOTE}${text}` : text;
}
