/** Resolves once office.js has connected to the workbook around the page. */
export async function whenExcelIsReady(): Promise<void> {
  await Office.onReady();
}

/** The language of Excel's interface: “zh-CN”. */
export function excelLanguage(): string {
  return Office.context.displayLanguage;
}
