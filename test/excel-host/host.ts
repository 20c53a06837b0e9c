import { Buffer } from 'node:buffer';
import { buildClassTable } from './bindings/class-table';
import { refusing } from './bindings/read-only';
import { refusingBehindAnother } from './bindings/window-in-front';
import { parseRect, splitSheet, type Rect } from './model/address';
import { textOf } from './model/number-text';
import type { Sheet } from './model/sheet';
import type { Style } from './model/style';
import { shownValue } from './model/values';
import { Workbook } from './model/workbook';
import { readCells, writeCells } from './model/write-cells';
import type { BatchWorld } from './protocol/batch';
import { Events } from './protocol/events';
import { Executor, type ExecutorSettings } from './protocol/executor';
import { Faults } from './protocol/faults';
import { Handle, type Argument } from './protocol/handles';
import { Members } from './protocol/members';
import { References } from './protocol/references';
import { Reflection } from './protocol/reflection';
import { Traffic } from './protocol/traffic';
import type { ExecutorResponse } from './protocol/wire';
import { loadWorkbook } from './file/load';
import { saveWorkbook } from './file/save';
import { restoreSnapshot, takeSnapshot, type Snapshot } from './snapshot';
import { User } from './user';

type PushMessage = Parameters<ConstructorParameters<typeof Events>[0]>[0];

/** Five megabytes: the limit of Excel on the web, for requests and for responses. */
const payloadLimit = 5 * 1024 * 1024;

export interface HostCell {
  readonly value: string | number | boolean;
  /** With the leading “=”, or undefined. */
  readonly formula: string | undefined;
  readonly text: string;
  readonly style: Style;
  readonly hidden: boolean;
}

/** The simulated Excel: one open workbook, the line to it, the person before it, and what a test wants to know. */
export class ExcelHost {
  readonly workbook: Workbook;
  readonly traffic = new Traffic();
  readonly faults = new Faults();
  readonly settings: ExecutorSettings = {
    latency: 0,
    requestLimit: payloadLimit,
    answerLimit: payloadLimit,
    cellEditMode: false,
  };
  readonly user: User;
  /** Files the add-in opened by `Excel.createWorkbook`, in order; null for an empty one. */
  readonly createdWorkbooks: (Uint8Array | null)[] = [];
  private readonly references = new References();
  private readonly events: Events;
  private readonly executor: Executor;
  private readonly defects: Error[] = [];
  private push: (message: PushMessage) => void = () => undefined;

  constructor(library: Readonly<Record<string, unknown>>) {
    this.events = new Events((message) => this.push(message));
    this.workbook = new Workbook(this.events);
    this.user = new User(this.workbook, () => this.events.flush());
    const known = buildClassTable(this.events, (base64) => {
      this.createdWorkbooks.push(base64 === null ? null : new Uint8Array(Buffer.from(base64, 'base64')));
    });
    const shown = refusing(known, (member, changes) => {
      const { readOnly, refuses } = this.workbook.behaviour;
      return (changes && readOnly) || refuses(member);
    });
    const classes = refusingBehindAnother(shown, (member) => this.workbook.behaviour.otherInFront(member));
    const world: BatchWorld = {
      root: new Handle('Workbook', this.workbook),
      members: new Members(classes, new Reflection(library), this.events),
      references: this.references,
      events: this.events,
      onDefect: (defect) => this.defects.push(defect),
      beforeBatch: () => {
        this.workbook.changedBy = 'ThisLocalAddin';
      },
      afterBatch: () => this.workbook.endBatch(),
    };
    this.executor = new Executor(world, this.settings, this.traffic, this.faults);
  }

  /** One request as text with its flags: what the library's executor sends, and what a page's bridge can forward. */
  execute(requestText: string, flags: number): Promise<ExecutorResponse> {
    return this.executor.execute(requestText, flags);
  }

  /** Where events go: the library in this process, or a bridge to a page. */
  onPush(push: (message: PushMessage) => void): void {
    this.push = push;
  }

  /** Ranges the add-in keeps tracked. */
  get trackedObjects(): number {
    return this.references.count;
  }

  /** @throws with every member that was asked for and is not modelled, and every crash inside this host. */
  assertNothingUnmodelled(): void {
    const [first, ...others] = this.defects;
    if (!first) return;
    const names = this.defects.map((defect) => defect.message).join('\n');
    throw new Error(`${others.length + 1} defect(s) of test/excel-host:\n${names}`, { cause: first });
  }

  /** A new sheet with values from A1 on, as if it had always been there. */
  addSheet(name: string, values: readonly (readonly Argument[])[] = []): Sheet {
    const sheet = this.workbook.addSheet(name);
    const width = values[0]?.length ?? 0;
    if (width > 0) writeCells(sheet, { top: 1, left: 1, bottom: values.length, right: width }, values);
    return sheet;
  }

  /** Values of a block (“台账!A1:C3”), row by row, computed. */
  values(address: string): (string | number | boolean)[][] {
    const { sheet, rect } = this.place(address);
    this.workbook.ensureCalculated({ sheet, rect });
    return readCells(rect, (row, column) => shownValue(sheet.grid.value(row, column))) ?? [];
  }

  /** Everything about one cell (“台账!K5”). */
  cell(address: string): HostCell {
    const { sheet, rect } = this.place(address);
    this.workbook.ensureCalculated({ sheet, rect });
    const cell = sheet.grid.cell(rect.top, rect.left);
    const style = sheet.grid.styleAt(rect.top, rect.left);
    const value = cell?.value ?? null;
    return {
      value: shownValue(value),
      formula: cell?.formula === undefined ? undefined : `=${cell.formula}`,
      text: textOf(value, style.numberFormat),
      style,
      hidden:
        sheet.grid.rows.get(rect.top)?.hidden === true || sheet.grid.columns.get(rect.left)?.hidden === true,
    };
  }

  sheet(name: string): Sheet {
    return this.workbook.sheet(name);
  }

  get sheetNames(): string[] {
    return this.workbook.sheets.map((sheet) => sheet.name);
  }

  /** The workbook as an .xlsx. */
  save(): Promise<Uint8Array> {
    this.workbook.ensureCalculated();
    return saveWorkbook(this.workbook);
  }

  /**
   * Opens an .xlsx in place of the workbook.
   * @returns what the file holds and this host leaves out (charts, rules of other kinds), in words.
   */
  async load(bytes: Uint8Array, name = 'Book1.xlsx'): Promise<string[]> {
    const left = await loadWorkbook(this.workbook, bytes);
    this.workbook.name = name;
    this.references.clear();
    return left;
  }

  /** The workbook as it stands, to begin from again. */
  snapshot(): Snapshot {
    return takeSnapshot(this.workbook);
  }

  /** Puts the workbook back as it was, with nothing planned and nothing counted. */
  restore(snapshot: Snapshot): void {
    restoreSnapshot(this.workbook, snapshot);
    this.references.clear();
    this.faults.clear();
    this.traffic.reset();
  }

  private place(address: string): { readonly sheet: Sheet; readonly rect: Rect } {
    const { sheet, local } = splitSheet(address);
    return {
      sheet: sheet === undefined ? this.workbook.activeSheet : this.workbook.sheet(sheet),
      rect: parseRect(local),
    };
  }
}
