import type { Source } from '../../base/fold-text';
import type { TextSpan } from '../plan';
import { labelAt } from './clause-phrases';

/** Whether words are a label and nothing else. */
function isLabel(words: string): boolean {
  const label = labelAt(`${words}:`, 0, true);
  return label !== undefined && !label.unknown && label.end === words.length + 1;
}

/** “责 任 单 位：” */
const SPACED = /[\u4e00-\u9fff](?: +[\u4e00-\u9fff]){1,5} *:/g;

/** The spaces that draw a label out to the width of others. */
export function gapsInLabels({ folded }: Source): readonly TextSpan[] {
  return [...folded.matchAll(SPACED)].flatMap(({ 0: written, index }) => {
    const isApart = !/[\u4e00-\u9fff]/.test(folded.charAt(index - 1));
    if (!isApart || !isLabel(written.replace(/[ :]/g, ''))) return [];
    return [...written.matchAll(/ +/g)].map(({ 0: { length }, index: at }) => ({
      start: index + at,
      end: index + at + length,
    }));
  });
}

const BRACKETED = /[【［〔〖[]([\u4e00-\u9fff]{2,10})[】］〕〗\]]/g;

/** “【牵头部门】市教育局【完成时限】6月底” is read as “牵头部门：市教育局 完成时限：6月底”; every sign keeps its place. */
export function withPlainLabels({ text, folded }: Source): Source {
  const kept: string[] = [];
  let from = 0;
  for (const { 0: written, 1: words = '', index } of text.matchAll(BRACKETED)) {
    const end = index + written.length;
    const label = folded.slice(index + 1, end - 1);
    if (!isLabel(label) || label.length !== words.length || !/[^\n]/.test(folded.charAt(end))) continue;
    kept.push(folded.slice(from, index), ` ${label}${folded.charAt(end) === ':' ? ' ' : ':'}`);
    from = end;
  }
  return from === 0 ? { text, folded } : { text, folded: kept.join('') + folded.slice(from) };
}
