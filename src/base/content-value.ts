import { toSerial } from './calendar';
import type { CellContent } from './blueprint';

/** The value behind a content: a date is its serial, a formula its result, a link its text. */
export function contentValue(content: CellContent): string | number | boolean | null {
  if (content === null || typeof content !== 'object') return content;
  if ('date' in content) return toSerial(content.date);
  return 'formula' in content ? content.result : content.text;
}
