/** Above the manifest's floor of ExcelApi 1.9; whoever asks says what happens without it. */
export type OptionalSet = '1.10' | '1.12' | '1.13' | '1.18';

/** Whether this Excel knows the members of ExcelApi `version`. */
export function supportsExcelApi(version: OptionalSet): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
