import { parseIsoDate, toSerial } from '../../../../base/calendar';
import { LOST_TEXT, type RawValue } from '../../../../base/raw-sheet';
import { unescapeCellText } from './cell-text';
import { officeTime } from '../../../../base/time/zoned-time';
import { isTrue } from '../package/xml';

const DAYS_1900_TO_1904 = 1462;
const DAY_SECONDS = 86_400;

/** The value of a cell from its type (ST_CellType, ECMA-376 part 1, 18.18.11) and text; `undefined` when it holds none. */
export function cellValue(
  type: string,
  text: string,
  context: { readonly texts: readonly string[]; readonly date1904: boolean },
): RawValue | undefined {
  switch (type) {
    case 's':
      return text.trim() === '' ? undefined : (context.texts[Number(text)] ?? { error: LOST_TEXT });
    case 'str':
    case 'inlineStr':
      return unescapeCellText(text);
    case 'b':
      return isTrue(text.trim());
    case 'e':
      return { error: text };
    case 'd':
      return isoSerial(text, context.date1904) ?? text;
    default:
      return numberValue(text);
  }
}

function numberValue(text: string): RawValue | undefined {
  if (text === '') return undefined;
  const number = Number(text);
  if (Number.isFinite(number)) return text.trim() === '' ? undefined : number;
  return text;
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** “2017-03-31” or “2017-03-31T08:00:00” as a serial, so that every reader of cells knows one kind of date only. */
function isoSerial(text: string, date1904: boolean): number | undefined {
  const [, written = '', hours = '0', minutes = '0', seconds = '0', zone = ''] =
    ISO_TIME.exec(text.trim()) ?? [];
  const date = parseIsoDate(written);
  if (date === undefined) return undefined;
  const shown = officeTime({ day: date, minutes: Number(hours) * 60 + Number(minutes) }, zone);
  const time = (shown.minutes * 60 + Number(seconds)) / DAY_SECONDS;
  return toSerial(shown.day) - (date1904 ? DAYS_1900_TO_1904 : 0) + time;
}
