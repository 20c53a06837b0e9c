import { WorkbookFileError } from '../../src/base/file-fault';
import type { RawWorkbook } from '../../src/base/raw-sheet';
import type { WorkbookBlueprint } from '../../src/base/blueprint';
import {
  type ActiveSheet,
  type CellMark,
  type LiveWorkbook,
  type WorkbookFiles,
  type WorkbookHost,
} from '../../src/base/workbook-port';
import { rawFromBlueprint } from './raw-from-blueprint';

/** Workbook files without a file format: the bytes are the blueprint as JSON. Anything else is refused. */
export const memoryFiles: WorkbookFiles = {
  read: (bytes, file) => {
    const text = new TextDecoder().decode(bytes);
    if (!text.startsWith('{')) return Promise.reject(new WorkbookFileError('file-not-workbook'));
    return Promise.resolve(rawFromBlueprint(JSON.parse(text) as WorkbookBlueprint, file));
  },
  mayHang: () => false,
  unpack: () => Promise.resolve(undefined),
  write: (blueprint) => Promise.resolve(new TextEncoder().encode(JSON.stringify(blueprint))),
  mark: async (bytes, front) => {
    const blueprint = JSON.parse(new TextDecoder().decode(bytes)) as WorkbookBlueprint;
    const sheets = [...front.sheets, ...blueprint.sheets];
    return { bytes: await memoryFiles.write({ ...blueprint, sheets }), extension: 'xlsx' };
  },
};

/** A live workbook in memory: keeps foreign sheets, replaces written ones, remembers what was selected. */
export class MemoryHost implements WorkbookHost {
  selected = '';
  writes = 0;

  constructor(private workbook: RawWorkbook) {}

  /** As when a sheet of another file is moved in. */
  add({ sheets }: RawWorkbook): void {
    this.workbook = { ...this.workbook, sheets: [...this.workbook.sheets, ...sheets] };
  }

  read(): Promise<RawWorkbook> {
    return Promise.resolve(this.workbook);
  }

  write(blueprint: WorkbookBlueprint): Promise<void> {
    this.writes++;
    const written = rawFromBlueprint(blueprint, this.workbook.file);
    const names = new Set(written.sheets.map(({ name }) => name));
    const kept = this.workbook.sheets.filter(({ name }) => !names.has(name));
    this.workbook = { ...written, sheets: [...written.sheets, ...kept] };
    return Promise.resolve();
  }

  select(sheet: string, cell: string): Promise<void> {
    this.selected = `${sheet}!${cell}`;
    return Promise.resolve();
  }
}

/** The same with a person before it: the sheet in front is the one a cell was last selected on, else the first. */
export class MemoryExcel extends MemoryHost implements LiveWorkbook {
  marks: readonly CellMark[] = [];
  readonly copies: Uint8Array[] = [];

  async activeSheet(): Promise<string> {
    const [chosen] = this.selected.split('!');
    const { sheets } = await this.read();
    return chosen === undefined || chosen === '' ? (sheets[0]?.name ?? '') : chosen;
  }

  async readActive(): Promise<ActiveSheet> {
    return { sheet: await this.activeSheet(), workbook: await this.read(), commented: new Set() };
  }

  mark(_active: unknown, marks: readonly CellMark[]): Promise<boolean> {
    this.marks = marks;
    return Promise.resolve(true);
  }

  clearMarks(): Promise<boolean> {
    return this.mark(null, []);
  }

  openCopy(bytes: Uint8Array): Promise<void> {
    this.copies.push(bytes);
    return Promise.resolve();
  }
}
