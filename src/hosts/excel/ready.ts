/** Resolves once office.js has connected to the workbook around the pane. */
export async function whenExcelIsReady(): Promise<void> {
  await Office.onReady();
}
