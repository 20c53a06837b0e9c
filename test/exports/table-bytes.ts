import { Readable } from 'node:stream';
import { csvBytes, readCsv } from '../../src/exports/csv-table';
import type { TableRow } from '../../src/exports/long-table';
import { parquetBytes, parquetRows } from '../../src/exports/parquet-table';

async function* given<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Uint8Array(Buffer.concat(parts));
}

export const asParquet = (...ledgers: readonly (readonly TableRow[])[]): Promise<Uint8Array> =>
  joined(parquetBytes(given(ledgers)));

export const asCsv = (...ledgers: readonly (readonly TableRow[])[]): Promise<Uint8Array> =>
  joined(csvBytes(given(ledgers)));

export async function fromParquet(bytes: Uint8Array): Promise<readonly TableRow[]> {
  const { buffer } = new Uint8Array(bytes);
  const file = { byteLength: bytes.length, slice: (start: number, end?: number) => buffer.slice(start, end) };
  const found: TableRow[] = [];
  for await (const rows of parquetRows(file)) found.push(...rows);
  return found;
}

/** @param piece Bytes that come at a time. */
export async function fromCsv(bytes: Uint8Array, piece = 1_000): Promise<readonly TableRow[]> {
  const text = Buffer.from(bytes).toString('utf8');
  const pieces = Array.from({ length: Math.ceil(text.length / piece) }, (_, at) =>
    text.slice(at * piece, (at + 1) * piece),
  );
  const found: TableRow[] = [];
  await readCsv(Readable.from(pieces), (row) => found.push(row));
  return found;
}
