/** What stands before and behind a plan in real papers; `title` is that of the plan. */
export interface Framing {
  readonly place: string;
  readonly title: string;
  readonly year: number;
}

export const HEADS = {
  bare: ({ title }: Framing) => [title],
  years: ({ title, year }: Framing) => [title, `（${year}年）`],
  twoLines: ({ title, place }: Framing) => {
    const rest = title.slice(place.length);
    const half = Math.floor(rest.length / 2);
    return [`${place}${rest.slice(0, half)}`, rest.slice(half)];
  },
  preamble: ({ title, year }: Framing) => [
    title,
    `为贯彻落实上级部署，做好${year}年各项工作，结合实际，制定本方案。`,
  ],
  aims: ({ title, year }: Framing) => [
    title,
    `根据有关文件精神，制定本方案。`,
    '总体要求：坚持问题导向、目标导向、结果导向，统筹推进各项工作。',
    `到${year}年底，重点领域改革取得突破性进展，群众满意度明显提升。`,
  ],
  letter: ({ title, place, year }: Framing) => [
    `${place}人民政府办公室文件`,
    `江政办发〔${year}〕12号`,
    `${place}人民政府办公室关于印发《${title}》的通知`,
    '各有关单位：',
    `《${title}》已经同意，现印发给你们，请认真组织实施。`,
    `附件：${title}`,
    `${place}人民政府办公室`,
    `${year}年2月18日`,
    '附件',
    title,
  ],
  notice: ({ title, place, year }: Framing) => [
    `关于印发《${title}》的通知`,
    '各有关单位：',
    '现将有关事项印发给你们，请结合实际抓好贯彻落实，有关情况及时反馈。',
    `${place}人民政府办公室`,
    `${year}年3月5日`,
    title,
  ],
  site: ({ title, place, year }: Framing) => [
    `索引号：00${year}/2024-00012　主题分类：综合政务`,
    `发布机构：${place}人民政府办公室　发布日期：${year}-03-05`,
    `成文日期：${year}年2月28日　有效性：有效`,
    title,
    '字号：【大 中 小】　打印　分享',
  ],
  markdown: ({ title }: Framing) => [`# ${title}`, ''],
} as const satisfies Record<string, (framing: Framing) => readonly string[]>;

export const FEET = {
  none: () => [],
  attachments: () => ['附件：1.重点任务清单', '2.责任分工表'],
  printed: ({ place, year }: Framing) => [
    `${place}人民政府办公室`,
    `${year}年3月1日`,
    '（此件公开发布）',
    '抄送：市委各部门，市人大常委会办公室，市政协办公室，市法院，市检察院。',
    `${place}人民政府办公室　　${year}年3月1日印发`,
    '共印120份',
  ],
  contact: () => ['联系人：李某某，联系电话：0724-2345678，邮箱：lifs@example.invalid'],
  closing: ({ year }: Framing) => [
    '各责任单位要切实加强组织领导，细化工作措施，确保各项任务落实到位。',
    `请各责任单位于每季度末前报送进展情况，${year}年12月20日前报送年度总结。`,
  ],
  signature: ({ place, year }: Framing) => [`${place}人民政府`, `${year}年1月16日`],
  siteFoot: ({ place }: Framing) => [
    `主办：${place}人民政府　承办：政务服务和大数据局`,
    '网站标识码：4208000001　备案号：鄂ICP备00000000号',
    '上一篇：没有了　下一篇：关于公布权责清单的公告',
  ],
} as const satisfies Record<string, (framing: Framing) => readonly string[]>;

export type HeadName = keyof typeof HEADS;
export type FootName = keyof typeof FEET;

function wrapped(line: string, width: number): readonly string[] {
  return line.length <= width ? [line] : [line.slice(0, width), ...wrapped(line.slice(width), width)];
}

/** What happens to a document on its way: how its lines are broken, joined or interrupted. */
export const WAYS = {
  asWritten: (lines: readonly string[]) => lines.join('\n'),
  windows: (lines: readonly string[]) => lines.join('\r\n'),
  indented: (lines: readonly string[]) => lines.map((line) => `　　${line}`).join('\n'),
  blankLines: (lines: readonly string[]) => lines.join('\n\n'),
  oneLine: (lines: readonly string[]) => lines.join(''),
  wrapped: (lines: readonly string[]) =>
    lines.flatMap((line) => line.split('\n').flatMap((one) => wrapped(one, 28))).join('\n'),
  pages: (lines: readonly string[]) =>
    lines
      .map((line, index) => (index % 7 === 6 ? `${line}\n— ${Math.floor(index / 7) + 1} —` : line))
      .join('\n'),
  pagesWithin: (lines: readonly string[]) =>
    lines
      .flatMap((line) => line.split('\n').flatMap((one) => wrapped(one, 30)))
      .map((line, index) => (index % 19 === 18 ? `${line}\n— ${Math.floor(index / 19) + 1} —` : line))
      .join('\n'),
  runningHeads: (lines: readonly string[]) =>
    lines
      .flatMap((line) => line.split('\n').flatMap((one) => wrapped(one, 32)))
      .map((line, index) =>
        index % 11 === 10 ? `${line}\n第 ${Math.floor(index / 11) + 1} 页 共 9 页\n江口市重点工作汇编` : line,
      )
      .join('\n'),
  halfWidth: (lines: readonly string[]) =>
    lines
      .join('\n')
      .replace(/（/g, '(')
      .replace(/）/g, ')')
      .replace(/，/g, ',')
      .replace(/；/g, ';')
      .replace(/：/g, ':'),
} as const satisfies Record<string, (lines: readonly string[]) => string>;

export type WayName = keyof typeof WAYS;
