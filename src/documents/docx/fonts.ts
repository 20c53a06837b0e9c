import type { IFontAttributesProperties } from 'docx';

/**
 * One family for figures, letters and Chinese: so that quotation marks, which Chinese and Latin texts share, are set
 * as Chinese, and figures half as wide as characters.
 */
function family(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** The faces of GB/T 9704-2012 and, beside each, what stands in where an office has not got it. */
const STAND_INS = {
  仿宋_GB2312: '仿宋',
  方正小标宋简体: '宋体',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
} as const;

export const FONT = {
  body: family('仿宋_GB2312'),
  title: family('方正小标宋简体'),
  levelOne: family('黑体'),
  levelTwo: family('楷体_GB2312'),
  pageNumber: family('宋体'),
} as const;

/** `word/fontTable.xml`: where a face is missing, Word and LibreOffice look here for one to stand in. */
export function fontTable(): string {
  const fonts = Object.entries(STAND_INS).map(
    ([name, standIn]) =>
      `<w:font w:name="${name}"><w:altName w:val="${standIn}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
