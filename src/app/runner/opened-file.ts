import { must } from '../../base/invariant';
import type { RawRow, RawSheet, RawWorkbook } from '../../base/raw-sheet';
import { FileWorkbookHost } from '../../hosts/file/file-host';
import { openWorkbook } from '../../hosts/file/reading/xlsx/read-xlsx';
import { FIGURE_TABS } from '../../sheets/ledger-tabs';
import { packedRows, unpackedRows, type PackedRows } from './packed-rows';
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
  /** Rows that are on their way may be missing from it, but not those of the clerk's own sheets. */
  readonly source: LedgerSource;
  /** The source with all its rows, where some are on their way. */
  readonly onItsWay?: Promise<LedgerSource>;
}

/** @throws WorkbookFileError, LedgerFormatError */
export async function openLedgerFile({ bytes, fileName, at }: OpenOrder): Promise<OpenedFile> {
  const host = await FileWorkbookHost.open(bytes, fileName);
  const opened = openLedger(await host.read(), { at });
  return { ...opened, source: must(opened.source, 'the workbook that was read') };
}

/**
 * An opened file in pieces, each of which is taken up in a moment: first without rows, then rows of the clerk's own sheets, with
 * which the ledger can be shown; then all its sheets, and the rows of those that have not come.
 */
export type FilePiece =
  | { readonly kind: 'opened'; readonly opened: OpenedFile }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: PackedRows }
  | { readonly kind: 'ready' }
  | { readonly kind: 'sheets'; readonly sheets: readonly RawSheet[] }
  | { readonly kind: 'end' };

/** Some four thousand cells, which a page takes up within a frame. */
export const ROWS_AT_ONCE = 200;

/**
 * Opens a ledger file; the sheets that only show figures are read last.
 * @returns The whole workbook.
 * @throws WorkbookFileError, LedgerFormatError
 */
export function* openInPieces({ bytes, fileName, at }: OpenOrder): Generator<FilePiece, RawWorkbook> {
  const read = openWorkbook(bytes, fileName);
  const opened = openLedger(read(FIGURE_TABS), { at });
  const source = must(opened.source, 'the workbook that was read');
  const own = new Set(opened.foreignSheets);
  yield {
    kind: 'opened',
    opened: { ...opened, source: { ...source, workbook: withoutRows(source.workbook) } },
  };
  yield* rowsOf(source.workbook, (name) => own.has(name));
  yield { kind: 'ready' };
  const whole = read();
  yield { kind: 'sheets', sheets: withoutRows(whole).sheets };
  yield* rowsOf(whole, (name) => !own.has(name));
  yield { kind: 'end' };
  return whole;
}

function withoutRows(workbook: RawWorkbook): RawWorkbook {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows: [] })) };
}

function* rowsOf({ sheets }: RawWorkbook, isAsked: (name: string) => boolean): Generator<FilePiece> {
  for (const [sheet, { name, rows }] of sheets.entries())
    for (let from = 0; isAsked(name) && from < rows.length; from += ROWS_AT_ONCE)
      yield { kind: 'rows', sheet, rows: packedRows(rows.slice(from, from + ROWS_AT_ONCE)) };
}

/** Puts the pieces of a file together as they come. */
export class FilePieces {
  private opened: OpenedFile | undefined;
  private sheets: readonly RawSheet[] = [];
  private readonly rows = new Map<number, RawRow[]>();

  /** @returns The file once its last piece is there. */
  take(piece: FilePiece): OpenedFile | undefined {
    if (piece.kind === 'opened') {
      this.opened = piece.opened;
      this.sheets = piece.opened.source.workbook.sheets;
    } else if (piece.kind === 'sheets') this.sheets = piece.sheets;
    else if (piece.kind === 'rows') {
      const known = this.rows.get(piece.sheet) ?? [];
      known.push(...unpackedRows(piece.rows));
      this.rows.set(piece.sheet, known);
    } else if (piece.kind === 'end') return this.soFar();
    return undefined;
  }

  /** The file with the rows that have come. */
  soFar(): OpenedFile {
    const opened = must(this.opened, 'its first piece');
    const { source } = opened;
    const sheets = this.sheets.map((sheet, at) => ({ ...sheet, rows: [...(this.rows.get(at) ?? [])] }));
    return { ...opened, source: { ...source, workbook: { ...source.workbook, sheets } } };
  }
}
