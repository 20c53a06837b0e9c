/** `missing`: office.js itself is not there; `outside`: it is, and no Excel around it. */
export type Surroundings = 'excel' | 'outside' | 'missing';

/**
 * Resolves once office.js knows what is around the page; never where one of its own files is kept back (OfficeDev/office-js
 * issue 6040).
 */
export async function whenExcelIsReady(): Promise<Surroundings> {
  if (typeof Office === 'undefined') return 'missing';
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel ? 'excel' : 'outside';
}

/** The language of Excel's interface: “zh-CN”. */
export function excelLanguage(): string {
  return Office.context.displayLanguage;
}
