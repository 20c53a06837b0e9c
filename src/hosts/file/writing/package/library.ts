import type * as Excelts from '@cj-tech-master/excelts';

/** The library's workbook and sheet; no other room knows them. */
export type LibraryWorkbook = Excelts.Workbook;
export type LibrarySheet = Excelts.Worksheet;

let loading: Promise<typeof Excelts.Workbook> | undefined;

/** Loads the writing library on first use, so that a page that only reads never fetches it. */
export function loadLibrary(): Promise<typeof Excelts.Workbook> {
  loading ??= import('./library-chunk').then(({ Workbook, installChartSupport }) => {
    installChartSupport();
    return Workbook;
  });
  return loading;
}
