import { chineseDate } from '../base/calendar';
import { toFillIn, type Annex, type Imprint, type PaperHead, type Signature } from './paper';

/** The lines that a paper has by its form, the same wherever it is written or shown (GB/T 9704-2012). */

/** 发文机关标志: a letter has the authority alone. */
export function headLine({ form, authority }: PaperHead): string {
  return form === 'letter' ? authority : `${authority}文件`;
}

export function dayLine({ date }: Signature): string {
  return date === null ? toFillIn('成文日期') : chineseDate(date);
}

/** 附注, in round brackets. */
export function noteLine(note: string): string {
  return `（${note}）`;
}

/** What stands over an annex: “附件”, or “附件2” of several. */
export function annexMark(index: number, annexes: readonly Annex[]): string {
  return annexes.length === 1 ? '附件' : `附件${index + 1}`;
}

/** What stands before the names of the annexes below the body. */
export const ANNEXES = '附件：';

/** The name of an annex below the body, numbered where there are several. */
export function annexName(index: number, annexes: readonly Pick<Annex, 'title'>[]): string {
  const title = annexes[index]?.title ?? '';
  return annexes.length > 1 ? `${index + 1}.${title}` : title;
}

/** 抄送; `null` where nobody gets a copy. */
export function copyLine({ copyTo }: Imprint): string | null {
  return copyTo === '' ? null : `抄送：${copyTo}。`;
}

export function printedLine({ date }: NonNullable<Imprint['printed']>): string {
  return `${chineseDate(date)}印发`;
}
