import type { RawWorkbook } from '../../base/raw-sheet';
import type { WorkbookBlueprint } from '../../base/blueprint';
import type { GaveWay, WorkbookDifference } from '../../base/workbook-difference';
import type { WorkbookHost } from '../../base/workbook-port';
import { graftSheets, hasForeignSheets } from './grafting/graft-sheets';
import { selectCell } from './grafting/select-cell';
import { applyDifference } from './patching/apply-difference';
import { readWorkbook } from './reading/xlsx/read-xlsx';
import { withoutSlicers } from './slicers/add-slicers';
import { writeWorkbook } from './writing/write-xlsx';

/** A workbook in memory: an .xlsx that was opened, or a new one. */
export class FileWorkbookHost implements WorkbookHost {
  /** @param content Read when first asked for after a write. */
  private constructor(
    private readonly file: string,
    private bytes: Uint8Array | undefined,
    private content?: RawWorkbook,
  ) {}

  /**
   * @param file Its name without folders.
   * @param known What is in it, where it has been read.
   * @throws WorkbookFileError
   */
  static open(bytes: Uint8Array, file: string, known?: RawWorkbook): Promise<FileWorkbookHost> {
    const host = new FileWorkbookHost(file, bytes, known);
    return host.read().then(() => host);
  }

  /** A workbook that holds nothing until the first write. */
  static create(file = ''): FileWorkbookHost {
    return new FileWorkbookHost(file, undefined);
  }

  async read(): Promise<RawWorkbook> {
    const { bytes, file } = this;
    this.content ??=
      bytes === undefined
        ? { file, sheets: [], date1904: false, hasMacros: false, hasExternalLinks: false }
        : readWorkbook(bytes, file);
    return this.content;
  }

  /**
   * A workbook with nothing but our own tabs is written anew; sheets of the clerk's own are left in place.
   * @throws RangeError when the blueprint asks for what Excel would not open.
   */
  async write(blueprint: WorkbookBlueprint): Promise<void> {
    const { bytes } = this;
    const names = blueprint.sheets.map(({ name }) => name);
    const foreign = bytes !== undefined && hasForeignSheets(bytes, names);
    const { sheets } = blueprint;
    this.bytes = foreign
      ? graftSheets(bytes, await writeWorkbook({ ...blueprint, sheets: withoutSlicers(sheets) }), sheets)
      : await writeWorkbook(blueprint);
    this.content = undefined;
  }

  /**
   * Changes what the difference names; every other part of the file stays byte for byte.
   * @returns what gave way to something of the clerk's
   * @throws RangeError when it changes a tab that is not there, or asks for what Excel would not open; WorkbookFileError.
   */
  async change(difference: WorkbookDifference): Promise<readonly GaveWay[]> {
    if (this.bytes === undefined) throw new RangeError('The workbook holds no sheet yet');
    const { bytes, gaveWay } = await applyDifference(this.bytes, difference);
    this.bytes = bytes;
    this.content = undefined;
    return gaveWay;
  }

  /** Does nothing when there is no such sheet. */
  async select(sheet: string, cell: string): Promise<void> {
    if (this.bytes !== undefined) this.bytes = selectCell(this.bytes, sheet, cell);
  }

  /** The .xlsx as it stands. @throws RangeError when nothing was written into a new workbook. */
  toBytes(): Promise<Uint8Array> {
    if (this.bytes === undefined) return Promise.reject(new RangeError('The workbook holds no sheet yet'));
    return Promise.resolve(this.bytes);
  }
}
