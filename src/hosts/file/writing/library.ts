import type * as Excelts from '@cj-tech-master/excelts';

/** The library's workbook and sheet; no other room knows them. */
export type LibraryWorkbook = Excelts.Workbook;
export type LibrarySheet = Excelts.Worksheet;

type Library = typeof Excelts;

let loading: Promise<Library> | undefined;

/** Loads the writing library on first use, so that a page that only reads never fetches it. */
export function loadLibrary(): Promise<Library> {
  loading ??= Promise.all([import('@cj-tech-master/excelts'), import('@cj-tech-master/excelts/chart')]).then(
    ([library, { installChartSupport }]) => {
      installChartSupport();
      return library;
    },
  );
  return loading;
}
