import type { ChangedTab } from '../../base/workbook-difference';

type InsertedRows = ChangedTab['insertedRows'];

/** Where a row stands once rows have been inserted. */
export function rowAfter(insertedRows: InsertedRows, row: number): number {
  return insertedRows.reduce((at, { before, count }) => (at >= before ? at + count : at), row);
}

/** Where a row stood before rows were inserted; nothing for one of those. */
export function rowBefore(insertedRows: InsertedRows, row: number): number | undefined {
  return insertedRows.reduceRight<number | undefined>((at, { before, count }) => {
    if (at === undefined || at < before) return at;
    return at < before + count ? undefined : at - count;
  }, row);
}
