import { must } from '../../base/invariant';
import type { RawRow } from '../../base/raw-sheet';
import { FileWorkbookHost } from '../../hosts/file/file-host';
import { openLedger, type LedgerSource, type OpenedLedger } from './open-ledger';

/** A ledger file that is to be opened. */
export interface OpenOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** When, in local time to the minute. */
  readonly at: string;
}

/** A ledger with the workbook it was read from. */
export interface OpenedFile extends OpenedLedger {
  readonly source: LedgerSource;
}

/** @throws WorkbookFileError, LedgerFormatError */
export async function openLedgerFile({ bytes, fileName, at }: OpenOrder): Promise<OpenedFile> {
  const host = await FileWorkbookHost.open(bytes, fileName);
  const opened = openLedger(await host.read(), { at });
  return { ...opened, source: must(opened.source, 'the workbook that was read') };
}

/** An opened file in pieces, each of which is taken up in a moment: first without rows, then rows of its sheets in their order. */
export type FilePiece =
  | { readonly kind: 'opened'; readonly opened: OpenedFile }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: readonly RawRow[] }
  | { readonly kind: 'end' };

/** Some ten thousand cells, which a page takes up within two frames. */
const ROWS_AT_ONCE = 500;

export function* piecesOf(opened: OpenedFile): Generator<FilePiece> {
  const { sheets } = opened.source.workbook;
  const bare = withRows(opened, () => []);
  yield { kind: 'opened', opened: bare };
  for (const [sheet, { rows }] of sheets.entries())
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      yield { kind: 'rows', sheet, rows: rows.slice(from, from + ROWS_AT_ONCE) };
  yield { kind: 'end' };
}

/** Puts the pieces of a file together as they come. */
export class FilePieces {
  private opened: OpenedFile | undefined;
  private readonly rows = new Map<number, RawRow[]>();

  /** @returns The file once its last piece is there. */
  take(piece: FilePiece): OpenedFile | undefined {
    if (piece.kind === 'opened') this.opened = piece.opened;
    else if (piece.kind === 'rows')
      this.rows.set(piece.sheet, [...(this.rows.get(piece.sheet) ?? []), ...piece.rows]);
    else return withRows(must(this.opened, 'its first piece'), (sheet) => this.rows.get(sheet) ?? []);
    return undefined;
  }
}

function withRows(opened: OpenedFile, rowsOf: (sheet: number) => readonly RawRow[]): OpenedFile {
  const { source } = opened;
  const sheets = source.workbook.sheets.map((sheet, at) => ({ ...sheet, rows: rowsOf(at) }));
  return { ...opened, source: { ...source, workbook: { ...source.workbook, sheets } } };
}
