import type { CellContent } from '../../../base/blueprint';
import { contentValue } from '../../../base/content-value';
import { shownNumber, shownWords } from '../../../base/number-format';

/** How a day is shown whose cell has no format of its own. */
const DAY_FORMAT = 'yyyy-mm-dd';

/** The value as Excel shows it under a format code. @param date1904 Days of the clerk's own cells count from 1904. */
export function shownValue(content: CellContent, code: string | undefined, date1904 = false): string {
  const value = contentValue(content);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return code === undefined ? value : shownWords(value, code);
  if (typeof content === 'number') return shownNumber(value, code, { date1904 });
  const isDay = typeof content === 'object' && content !== null && 'date' in content;
  return shownNumber(value, code ?? (isDay ? DAY_FORMAT : undefined));
}
