import type { RawWorkbook } from '../../base/raw-sheet';
import type { WorkbookBlueprint } from '../../base/blueprint';
import type {
  ActiveSheet,
  CellMark,
  LeftUndone,
  LiveWorkbook,
  TabParts,
  WatchedCells,
  WorkbookRevision,
} from '../../base/workbook-port';
import { beginRevision } from './reading/begin-revision';
import { clearMarks, markCells, type LiftedProtections } from './mark-cells';
import { diagnosis, rememberRefused } from './diagnosis';
import { asExcelHostError, ExcelHostError, isPassing } from './excel-errors';
import { openCopy } from './open-copy';
import { countsFrom1904 } from './reading/date-system';
import { readActive } from './reading/read-active';
import { readTabs } from './reading/read-tabs';
import { readWorkbook } from './reading/read-live-workbook';
import { REQUEST_BYTES, type TellUndone } from './requests';
import { inExcel } from './run';
import { surveyFor } from './reading/survey';
import { watchWorkbook } from './watch-workbook';

/** The pane shows itself before it has what only writes. */
const writing = () => import('./writing/write-live-workbook');
const playing = () => import('./playing/play-difference');

/** The workbook that is open in Excel around the pane. Every method throws ExcelHostError when Excel refuses. */
export class ExcelWorkbookHost implements LiveWorkbook {
  private readonly lifted: LiftedProtections = new Map();

  private readonly listeners = new Set<(what: LeftUndone) => void>();
  private askedDates: Promise<boolean> | undefined;
  private date1904 = false;

  /**
   * @param requestBytes What is written is divided into requests of about this size.
   * @param token A word that no other pane of the workbook has: by it what this one is writing is told from what they are.
   */
  constructor(
    private readonly requestBytes = REQUEST_BYTES,
    private readonly token = '',
  ) {}

  async read(parts?: TabParts): Promise<RawWorkbook> {
    const workbook = await inExcel((context) =>
      parts === undefined ? readWorkbook(context) : readTabs(context, parts),
    );
    return this.dated(workbook);
  }

  async readActive(parts: TabParts): Promise<ActiveSheet> {
    const active = await inExcel((context) => readActive(context, parts));
    return { ...active, workbook: await this.dated(active.workbook) };
  }

  /** With how days are counted, which is asked once: it is a matter of the workbook. */
  private async dated(workbook: RawWorkbook): Promise<RawWorkbook> {
    this.askedDates ??= this.askDates();
    this.date1904 = await this.askedDates;
    return { ...workbook, date1904: this.date1904 };
  }

  /** An Excel that never says is one that counts from 1900; one that was not there for a moment is asked again. */
  private async askDates(): Promise<boolean> {
    try {
      return await inExcel(countsFrom1904);
    } catch (error) {
      if (!isPassing(error)) return false;
      this.askedDates = undefined;
      throw error;
    }
  }

  /** @throws ExcelHostError where our days would be shown four years late. */
  private refuseDatesFrom1904(): void {
    if (this.date1904) throw new ExcelHostError('dates-from-1904', '', '');
  }

  write(blueprint: WorkbookBlueprint): Promise<void> {
    return inExcel(async (context) => {
      this.refuseDatesFrom1904();
      const survey = await surveyFor(context, blueprint);
      const { requestBytes: limit, token, tell } = this;
      const { writeWorkbook } = await writing();
      await writeWorkbook(context, blueprint, { survey, limit, token, tell });
    });
  }

  async beginRevision(parts: TabParts): Promise<WorkbookRevision> {
    const { workbook: read, survey, reading } = await inExcel((context) => beginRevision(context, parts));
    const workbook = await this.dated(read);
    this.refuseDatesFrom1904();
    const { requestBytes: limit, token, tell } = this;
    const watching = (cells: WatchedCells) => ({ cells, read: workbook });
    return {
      workbook,
      reading,
      // What is written whole takes the place of notes and tables, which a difference leaves and nobody asked for yet.
      write: (blueprint, cells) =>
        inExcel(async (later) => {
          const whole = await surveyFor(later, blueprint);
          const how = { survey: whole, watching: watching(cells), limit, token, tell };
          const { writeWorkbook } = await writing();
          return writeWorkbook(later, blueprint, how);
        }),
      change: (difference, cells) =>
        inExcel(async (later) => {
          const { playDifference } = await playing();
          return playDifference(later, difference, {
            survey,
            watching: watching(cells),
            limit,
            token,
            tell,
          });
        }),
    };
  }

  /** Does nothing when there is no such sheet. */
  select(sheet: string, cell: string): Promise<void> {
    return inExcel(async (context) => {
      const target = context.workbook.worksheets.getItemOrNullObject(sheet);
      target.activate();
      target.getRange(cell).select();
      await context.sync();
    });
  }

  /** Name of the sheet in front. */
  activeSheet(): Promise<string> {
    return inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return sheet.name;
    });
  }

  mark(active: Pick<ActiveSheet, 'sheet' | 'commented'>, marks: readonly CellMark[]): Promise<boolean> {
    return inExcel((context) => markCells(context, active, marks, { lifted: this.lifted, tell: this.tell }));
  }

  clearMarks(sheet: string): Promise<boolean> {
    return inExcel((context) => clearMarks(context, sheet, { lifted: this.lifted, tell: this.tell }));
  }

  watch(told: () => void): Promise<() => Promise<void>> {
    return watchWorkbook((change) => {
      if (change !== 'front') told();
    });
  }

  onUndone(told: (what: LeftUndone) => void): void {
    this.listeners.add(told);
  }

  readonly diagnosis = diagnosis;

  private readonly tell: TellUndone = (what, error) => {
    rememberRefused(asExcelHostError(error));
    for (const listener of this.listeners) listener(what);
  };

  openCopy(bytes: Uint8Array): Promise<void> {
    return openCopy(bytes);
  }
}
