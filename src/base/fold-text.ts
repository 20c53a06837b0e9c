/** Written one way for the readers: each sign beside what it is read as. */
const SIGNS: readonly (readonly [written: string, read: string])[] = [
  ['〔【［〖｛{﹝[', '('],
  ['〕】］〗｝}﹞]', ')'],
  ['．', '.'],
  ['｡', '。'],
  ['､', '、'],
  ['：︰﹕∶', ':'],
  ['—–－―‒~～﹣−', '-'],
  ['　\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\u2060\ufeff\t', ' '],
];

/**
 * Traditional characters of the words that readers look for (clauses, dates, headings, offices): pairs of written and read.
 * Names and bodies are taken from the text as issued, so a full conversion would serve nothing.
 */
const TRADITIONAL =
  '牽牵頭头單单責责時时間间協协辦办負负門门關关區区縣县總总務务實实現现開开長长堅坚續续進进節节點点為为會会與与黨党廳厅處处' +
  '員员屬属導导領领聯联參参級级鄉乡鎮镇個个條条項项階阶報报劃划規规準准備备達达內内應应衛卫環环財财計计統统業业農农構构織织' +
  '團团隊队檢检監监審审電电號号後后貫贯穿穿設设機机據据層层畫画綱纲產产發发從从將将並并擬拟訂订請请無无該该轄辖執执標标減减' +
  '調调詢询議议論论認认證证評评護护創创優优強强擴扩類类約约簡简網网縮缩體体壓压權权歷历歸归確确結结給给經经職职館馆園园庫库醫医學学眾众於于診诊療疗糧粮鐵铁運运輸输郵邮銀银險险僑侨臺台戰战軍军質质術术藝艺圖图書书氣气島岛灣湾點点產产貿贸';

function table(): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const [written, read] of SIGNS) for (const sign of written) pairs.set(sign, read);
  for (let at = 0; at < TRADITIONAL.length; at += 2)
    pairs.set(TRADITIONAL.charAt(at), TRADITIONAL.charAt(at + 1));
  return pairs;
}

const READ_AS = table();
const FULL_WIDTH_OFFSET = 0xfee0;
const CANDIDATES = new RegExp(
  `[${[...READ_AS.keys()].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join('')}\\uff01-\\uff5e]`,
  'gu',
);

function readSign(sign: string): string {
  return READ_AS.get(sign) ?? String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET);
}

/**
 * The text as the readers see it: half-width signs and digits, round brackets, plain spaces, simplified clause words.
 * Character for character, so that a position in the folded text is the same position in the text as issued.
 */
export function fold(text: string): string {
  return text.replace(CANDIDATES, readSign);
}

/** The text as issued and as the readers see it, the same length. */
export interface Source {
  readonly text: string;
  readonly folded: string;
}

export function sourceOf(text: string): Source {
  return { text, folded: fold(text) };
}

/** Without any white space: what is left when only the words count. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
}
