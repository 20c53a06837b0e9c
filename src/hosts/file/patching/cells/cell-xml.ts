import { toSerial } from '../../../../base/calendar';
import { cellText } from '../../writing/cell-content';
import { cellXmlText } from '../../writing/package/xml-text';
import type { CellContent } from '../../../../base/blueprint';

/** Days between the two beginnings that serial numbers of dates can count from. */
const DAYS_TO_1904 = 1462;

/** What stands in a cell, as a sheet part has it. */
export interface WrittenContent {
  /** The `t` attribute; nothing for a number. */
  readonly type: string | undefined;
  /** The cell's elements; empty when it holds nothing. */
  readonly inside: string;
}

const NOTHING: WrittenContent = { type: undefined, inside: '' };

/** @param prefix “x:” where the part writes names with it; else empty. */
export function writtenContent(content: CellContent, prefix: string, date1904: boolean): WrittenContent {
  if (content === null || content === '') return NOTHING;
  if (typeof content === 'string') return inlineText(content, prefix);
  if (typeof content !== 'object') return plainValue(content, prefix);
  if ('date' in content) return plainValue(toSerial(content.date) - (date1904 ? DAYS_TO_1904 : 0), prefix);
  if ('text' in content) return content.text === '' ? NOTHING : inlineText(content.text, prefix);
  const { type, inside } = plainValue(content.result, prefix);
  return { type, inside: `<${prefix}f>${cellXmlText(content.formula)}</${prefix}f>${inside}` };
}

function inlineText(text: string, prefix: string): WrittenContent {
  const written = cellXmlText(cellText(text));
  const inside = `<${prefix}is><${prefix}t xml:space="preserve">${written}</${prefix}t></${prefix}is>`;
  return { type: 'inlineStr', inside };
}

function plainValue(value: string | number | boolean, prefix: string): WrittenContent {
  const inside = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (typeof value === 'string') return { type: 'str', inside: inside(cellXmlText(value)) };
  if (typeof value === 'boolean') return { type: 'b', inside: inside(value ? '1' : '0') };
  return { type: undefined, inside: inside(String(value)) };
}
