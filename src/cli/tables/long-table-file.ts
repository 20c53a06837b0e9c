import { open, type FileHandle } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { csvBytes, csvVersion, readCsv } from '../../exports/csv-table';
import { TableError, type TableRow } from '../../exports/long-table';
import {
  parquetBytes,
  parquetRows,
  parquetTable,
  tableVersion,
  type AsyncBuffer,
} from '../../exports/parquet-table';
import { CommandError } from '../command-error';
import type { CommandIo } from '../io';
import { faultCode } from '../storing/file-faults';

/** The two formats of a long table, by the end of a file's name. */
export type TableFormat = 'parquet' | 'csv';

/** @throws CommandError for a name with another end */
export function tableFormat(path: string): TableFormat {
  const extension = extname(path).toLowerCase();
  if (extension === '.parquet') return 'parquet';
  if (extension === '.csv') return 'csv';
  throw new CommandError('cli.error.tableExtension', { file: path });
}

export function tableBytes(
  format: TableFormat,
  ledgers: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<Uint8Array> {
  return format === 'parquet' ? parquetBytes(ledgers) : csvBytes(ledgers);
}

/** Tells every row of a table, in the order of the file. What is wrong with it is a sentence that names the file. */
export function readTableFile(io: CommandIo, path: string, take: (row: TableRow) => void): Promise<void> {
  return withTable(io, path, async (file, format) => {
    if (format === 'csv') return readCsv(file.createReadStream({ encoding: 'utf8', autoClose: false }), take);
    for await (const rows of parquetRows(await bufferOf(file))) rows.forEach(take);
  });
}

/** Enough for the header of a .csv and the first columns of its first row. */
const START = 4_096;

/** Whether a file is a table that can be read, and of which version, by what it says of itself: what is in it nobody looks at. */
export function checkTableFile(io: CommandIo, path: string): Promise<number> {
  return withTable(io, path, async (file, format) => {
    if (format === 'parquet') return tableVersion(await parquetTable(await bufferOf(file)));
    return csvVersion((await file.read(new Uint8Array(START), 0, START, 0)).buffer);
  });
}

async function withTable<Found>(
  io: CommandIo,
  path: string,
  look: (file: FileHandle, format: TableFormat) => Promise<Found>,
): Promise<Found> {
  const format = tableFormat(path);
  const absolute = resolve(io.cwd, path);
  io.seen.noteInput(absolute);
  const file = await open(absolute).catch(() => {
    throw new CommandError('cli.error.cannotRead', { file: path });
  });
  try {
    return await look(file, format);
  } catch (error) {
    throw tableFault(error, path);
  } finally {
    await file.close();
  }
}

async function bufferOf(file: FileHandle): Promise<AsyncBuffer> {
  const { size } = await file.stat();
  const slice = async (start: number, end = size): Promise<ArrayBuffer> => {
    const { buffer } = await file.read(new Uint8Array(end - start), 0, end - start, start);
    return buffer.buffer;
  };
  return { byteLength: size, slice };
}

/** The sentence for a table that cannot be read; anything else stays what it is. */
export function tableFault(error: unknown, file: string): unknown {
  if (faultCode(error) === 'EISDIR') return new CommandError('cli.error.isFolder', { file });
  if (!(error instanceof TableError)) return error;
  if (error.fault === 'newer') return new CommandError('cli.error.newerTable', { file });
  if (error.fault === 'notTable') return new CommandError('cli.error.notTable', { file });
  return new CommandError('cli.error.damagedTable', { file, ...error.where });
}
