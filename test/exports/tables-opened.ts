import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate } from '../../src/base/calendar';
import {
  openTables,
  type OpenedTables,
  type ResultRow,
  type TableFiles,
} from '../../src/exports/query-engine';

export async function allRows(tables: OpenedTables, sql: string): Promise<readonly ResultRow[]> {
  const all: ResultRow[] = [];
  for await (const rows of (await tables.query(sql)).rows) all.push(...rows);
  return all;
}

/** The tables in a room within the folder, which is taken away. */
export async function withTables(
  folder: string,
  files: TableFiles,
  look: (tables: OpenedTables) => Promise<void>,
  asOf?: CalendarDate,
): Promise<void> {
  const room = await mkdtemp(join(folder, 'engine-'));
  const opened = await openTables(files, { folder: room, memory: 1e9, asOf });
  try {
    await look(opened);
  } finally {
    opened.close();
    await rm(room, { recursive: true });
  }
}
