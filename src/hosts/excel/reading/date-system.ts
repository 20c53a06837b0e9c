/** The second day of the 1904 system, which is no day of the other. */
const DAY = [1904, 1, 2] as const;
const ITS_NUMBER_FROM_1904 = 1;

/**
 * Whether days are counted from 1904 in this workbook. The library has no member that says so: Excel's own DATE does. In a
 * request of its own, so that a build that refuses it reads as ever: then days are taken to count from 1900, as in any workbook not made by an old Excel for Mac.
 */
export async function countsFrom1904(context: Excel.RequestContext): Promise<boolean> {
  const day = context.workbook.functions.date(...DAY).load('value');
  await context.sync();
  return day.value === ITS_NUMBER_FROM_1904;
}
