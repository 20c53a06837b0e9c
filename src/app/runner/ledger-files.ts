import { drawnOf } from '../../sheets/change-workbook';
import { ledgerBytes, type BytesOrder, type LedgerBytes } from './ledger-bytes';
import { loadLibrary } from '../../hosts/file/writing/package/library';
import { ledgerSource, type LedgerSource } from './open-ledger';
import { openInPieces, type FilePiece, type OpenOrder } from './opened-file';

/** Opens ledger files and makes them; the one opened last is not read again to be made anew, which takes longer than all else. */
export class LedgerFiles {
  private last: { readonly bytes: Uint8Array; readonly source: LedgerSource } | undefined;

  /** @throws WorkbookFileError, LedgerFormatError */
  *open(order: OpenOrder): Generator<FilePiece> {
    this.last = undefined;
    const workbook = yield* openInPieces(order);
    const source = ledgerSource(workbook);
    this.last = { bytes: order.bytes, source };
    // What it is compared with when it is made.
    drawnOf(source.book);
  }

  /** Loads what making a file takes. */
  async prepare(): Promise<void> {
    await loadLibrary();
  }

  /** @throws WorkbookFileError, LedgerFormatError */
  make(order: BytesOrder): Promise<LedgerBytes> {
    const { last } = this;
    if (last === undefined || order.source === null || !isSame(last.bytes, order.source))
      return ledgerBytes(order);
    return ledgerBytes({ ...order, source: last.bytes }, last.source);
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
