/** What stands with 主办 and 承办 at the foot of a page or a site: they made the paper and do nothing of the plan. */
const COLOPHON = /校对|印数|共印|网站标识|ICP|备案|版权所有|技术支持|邮政?编|地址:/;
const MAKERS = /^(?:主办|承办|协办)/;
const COLOPHON_WITHIN = 160;

/** A label's words, and where what it announces begins. */
interface LabelWords {
  readonly words: string;
  readonly end: number;
}

/** Whether a label is one of those who made the paper or keep the site. */
export function isMaker(folded: string, at: number, { words, end }: LabelWords): boolean {
  const isAtFoot = MAKERS.test(words) && COLOPHON.test(folded.slice(end, end + COLOPHON_WITHIN));
  return isAtFoot || isOfSite(folded, at);
}

/** What a site writes above and below a paper: “来源：X 时间：2024-01-25 浏览：128次”. */
const SITE =
  /(?:来源|作者|标 *题|索 *引 *号|文 *号|有效性|签发人|责任编辑|浏览(?:次数|量)?|阅读量|点击[量率数]|(?:信息|主题|文件)分类|公开(?:方式|日期|时间|范围|属性|形式)|发文(?:字号|机关|日期)|(?:生成|成文|印发|发布)(?:日期|时间|机构)|字体) *:|\((?:打印|关闭)\)/;
const SITE_LINE = 100;

/** Whether a label stands on a line of a site's, or begins one right below such a line. */
function isOfSite(folded: string, at: number): boolean {
  const head = folded.slice(Math.max(0, at - SITE_LINE), at);
  const [tail = ''] = folded.slice(at, at + SITE_LINE).split('\n', 1);
  const [before = '', above = ''] = head.split('\n').reverse();
  const own = before + tail;
  if (own.length >= SITE_LINE || own.includes('(')) return false;
  return SITE.test(own) || (before.trim() === '' && SITE.test(above));
}
