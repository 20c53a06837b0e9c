import type { RawWorkbook } from '../../returns/raw-sheet';
import type { WorkbookBlueprint } from '../../sheets/blueprint';
import type { WorkbookHost } from '../../sheets/workbook-host';
import { readWorkbook } from './reading/read-workbook';
import { writeWorkbook } from './writing/write-workbook';

/** A workbook in memory: an .xlsx that was opened, or a new one. */
export class FileWorkbookHost implements WorkbookHost {
  private content: RawWorkbook;

  private constructor(
    private readonly file: string,
    private bytes: Uint8Array | undefined,
  ) {
    this.content =
      bytes === undefined
        ? { file, sheets: [], date1904: false, hasMacros: false, hasExternalLinks: false }
        : readWorkbook(bytes, file);
  }

  /** @param file Its name without folders. @throws WorkbookFileError */
  static async open(bytes: Uint8Array, file: string): Promise<FileWorkbookHost> {
    return new FileWorkbookHost(file, bytes);
  }

  static create(file = ''): FileWorkbookHost {
    return new FileWorkbookHost(file, undefined);
  }

  read(): Promise<RawWorkbook> {
    return Promise.resolve(this.content);
  }

  async write(blueprint: WorkbookBlueprint): Promise<void> {
    this.bytes = await writeWorkbook(blueprint);
    this.content = readWorkbook(this.bytes, this.file);
  }

  async select(_sheet: string, _cell: string): Promise<void> {}

  /** The .xlsx as it stands. @throws RangeError when nothing was written into a new workbook. */
  toBytes(): Promise<Uint8Array> {
    if (this.bytes === undefined) return Promise.reject(new RangeError('The workbook holds no sheet yet'));
    return Promise.resolve(this.bytes);
  }
}
