/** How a unit speaks of itself: 我局, 本单位, 我们. */
const SELF =
  /(?:我|本)(?:局|办公室|办|委员会|委|单位|部门|机关|院|部|中心|处|厅|会|组|司|科|校|公司|集团|行|站|所|队)(?!门|长|员|法|分|于)|我们|我方/gu;

/** 我市 and the like: the place as its own people name it. */
const OWN_PLACE = /我([省市县区州旗镇乡国])/gu;
const WHOLE: Readonly<Record<string, string>> = { 国: '全国' };

/** What still speaks in the first or second person after all that. */
const PERSONAL = /(?:^|[^自忘])我(?!国)|咱|俺|您|你(?!单位)|本人|笔者/u;

/**
 * What a unit says, as others say it of the unit: its own 我局 becomes `unit`, 我市 becomes 全市.
 * @returns `null` where it still speaks in the first person: then an editor has to put it into words.
 */
export function inThirdPerson(text: string, unit: string): string | null {
  const said = text
    .replace(SELF, unit)
    .replace(OWN_PLACE, (_, place: string) => WHOLE[place] ?? `全${place}`);
  return PERSONAL.test(said) ? null : said;
}
