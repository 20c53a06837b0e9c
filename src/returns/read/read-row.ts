import type { ClaimedStatus, Report, ReportEntry } from '../../ledger/records';
import type { CalendarDate } from '../../base/calendar';
import { cleanText } from '../../base/clean-text';
import type { FindingList } from '../findings/finding-list';
import { statusWord, type FormField } from '../locate/form-columns';
import type { IdentifiedRow } from './identify-rows';
import type { LocatedTable } from '../locate/locate-table';
import { isCellError, LOST_TEXT, type RawCell } from '../../base/raw-sheet';
import { readDate, type DateContext } from './read-date';
import { readPercent } from './read-percent';
import { readStatus } from './read-status';
import { takenOver } from './take-over';
import { freeText, isPicture, PICTURE_WORDS } from '../locate/cell-words';
import { shownText } from '../locate/sheet-grid';
import type { FieldName } from '../checked-return';

type AnsweredField = Extract<
  FormField & FieldName,
  'claimedStatus' | 'percent' | 'completedOn' | 'progress' | 'problems' | 'nextSteps' | 'evidence' | 'remark'
>;

const STATUS_NOTE = {
  tidied: 'value-tidied',
  synonym: 'status-synonym',
  softened: 'status-softened',
} as const;
/** What is known of the row's measure from the periods before. */
export interface KnownBefore {
  readonly entry: ReportEntry | undefined;
  /** Why it was sent back; `undefined` when it was not. */
  readonly sentBack: string | undefined;
  /** Without a ledger nobody can say what was reported last. */
  readonly hasLedger: boolean;
}

/** A row as read. */
export interface RowReading {
  readonly report: Report;
  /** It says that nothing has changed: what it leaves open is the last report's. */
  readonly isTakenOver: boolean;
}

const DATE_NOTE = { tidied: 'date-tidied', loose: 'date-loose' } as const;

/** Reads the answers of one row, noting each doubt at its cell. */
export class RowReader {
  constructor(
    private readonly row: IdentifiedRow,
    private readonly table: LocatedTable,
    private readonly findings: FindingList,
    private readonly dates: DateContext,
    private readonly before: KnownBefore,
  ) {}

  read(): RowReading {
    const status = this.status();
    const typed = {
      status: status === 'unchanged' ? null : status,
      percent: this.percent(),
      completedOn: this.completedOn(),
      progress: this.text('progress'),
      problems: this.text('problems'),
      nextSteps: this.text('nextSteps'),
      evidence: this.text('evidence'),
      remark: this.text('remark'),
    };
    const { entry } = this.before;
    if (status !== 'unchanged' || entry === undefined) return { report: typed, isTakenOver: false };
    return { report: takenOver(entry, typed), isTakenOver: true };
  }

  private place(field: AnsweredField): { row: number; column: number } | undefined {
    const column = this.table.columns.get(field)?.column;
    return column === undefined ? undefined : { row: this.row.row, column };
  }

  /** The cell, when it holds a value; a picture is noted, and is none. */
  private valueCell(field: AnsweredField): RawCell | undefined {
    const cell = this.cell(field);
    return cell === undefined || isPicture(cell) ? undefined : cell;
  }

  /** The cell, when it holds something; an error cell, a picture or a formula is noted. */
  private cell(field: AnsweredField): RawCell | undefined {
    const cell = this.typed(field);
    if (cell === undefined) return undefined;
    if (isPicture(cell)) {
      this.note('cell-picture', field, PICTURE_WORDS);
      return cell;
    }
    if (this.isUnreadable(cell)) {
      this.note(unreadableCode(cell), field, shownContent(cell));
      return undefined;
    }
    if (cell.formula !== undefined) {
      this.note('cell-formula', field, `=${cell.formula}`, { after: shownText(cell), made: true });
    }
    return cell;
  }

  private typed(field: AnsweredField): RawCell | undefined {
    const at = this.place(field);
    return at === undefined ? undefined : this.table.grid.spread(at.row, at.column);
  }

  /** An error, or a formula whose result was never saved. */
  private isUnreadable(cell: RawCell): boolean {
    return isCellError(cell.value) || (cell.formula !== undefined && cell.value === '');
  }

  /** Adds a finding at the field's cell; with `cure`, what it was put right to while reading, or what is offered. */
  private note(
    code: Parameters<FindingList['add']>[0],
    field: AnsweredField,
    value: string,
    cure?: { readonly after: string; readonly made: boolean },
    details: Readonly<Record<string, string>> = {},
  ): void {
    const at = this.place(field);
    this.findings.add(code, {
      ...(at === undefined ? {} : { at }),
      measure: this.row.measure.no,
      field,
      value,
      details,
      ...(cure === undefined ? {} : { correction: { before: value, ...cure } }),
    });
  }

  private status(): ClaimedStatus | 'unchanged' | null {
    const field = 'claimedStatus';
    const typed = this.typed(field);
    const cell = this.valueCell(field);
    if (typed !== undefined && cell === undefined && !isPicture(typed)) return null;
    const shown = shownStatus(cell);
    const reading = readStatus(shown);
    const at = this.place(field);
    if (at !== undefined && cell !== undefined && this.table.grid.isSpread(at.row, at.column)) {
      this.note('status-merged', field, shown);
    }
    switch (reading.kind) {
      case 'read':
        if (reading.how !== 'exact') {
          this.note(STATUS_NOTE[reading.how], field, shown, {
            after: statusWord(reading.status),
            made: true,
          });
        }
        return reading.status;
      case 'unchanged':
        return this.unchanged(shown);
      case 'missing':
        this.note('status-missing', field, shown);
        return null;
      case 'several':
        this.note('status-two', field, shown);
        return null;
      case 'unknown':
        this.unknownStatus(shown, reading.nearest);
        return null;
    }
  }

  /** The last answer stands, if there is one that can: none was given, or it was sent back, and the row waits. */
  private unchanged(shown: string): 'unchanged' | null {
    const field = 'claimedStatus';
    const { entry, sentBack, hasLedger } = this.before;
    const status = entry?.report.status ?? null;
    if (!hasLedger) this.note('unchanged-unchecked', field, shown);
    else if (entry === undefined || status === null) this.note('unchanged-without-last', field, shown);
    else if (sentBack !== undefined) {
      this.note('unchanged-sent-back', field, shown, undefined, { reason: sentBack, period: entry.period });
    } else {
      const after = statusWord(status);
      this.note('unchanged-taken-over', field, shown, { after, made: true }, { period: entry.period });
      return 'unchanged';
    }
    return null;
  }

  /** What it probably should be is offered; the unit or the clerk decides. */
  private unknownStatus(shown: string, nearest: ClaimedStatus | null): void {
    const after = nearest === null ? '' : statusWord(nearest);
    const cure = nearest === null ? undefined : { after, made: false };
    this.note('status-unknown', 'claimedStatus', shown, cure, { nearest: after });
  }

  private percent(): number | null {
    const field = 'percent';
    const cell = this.valueCell(field);
    const reading = readPercent(cell);
    const shown = shownPercent(cell);
    switch (reading.kind) {
      case 'read':
        if (reading.tidied)
          this.note('percent-tidied', field, shown, { after: String(reading.percent), made: true });
        return reading.percent;
      case 'blank':
        return null;
      case 'out-of-range': {
        const { meant } = reading;
        this.note(
          'percent-out-of-range',
          field,
          shown,
          meant === undefined ? undefined : { after: String(meant), made: false },
        );
        return null;
      }
      case 'unreadable':
        this.note('percent-unreadable', field, shown);
        return null;
    }
  }

  private completedOn(): CalendarDate | null {
    const field = 'completedOn';
    const cell = this.valueCell(field);
    const reading = readDate(cell, this.dates);
    const shown = shownText(cell);
    switch (reading.kind) {
      case 'read':
        if (reading.how !== 'exact')
          this.note(DATE_NOTE[reading.how], field, shown, { after: reading.date, made: true });
        return reading.date;
      case 'blank':
        return null;
      case 'impossible': {
        const { meant } = reading;
        this.note(
          'date-impossible',
          field,
          shown,
          meant === undefined ? undefined : { after: meant, made: false },
        );
        return null;
      }
      case 'unreadable':
        this.note('date-unreadable', field, shown);
        return null;
    }
  }

  /** A note only where something invisible was taken out within the text; spaces around it are nobody's fault. */
  private text(field: Exclude<AnsweredField, 'claimedStatus' | 'percent' | 'completedOn'>): string {
    const shown = freeText(this.cell(field), this.dates.date1904);
    const clean = cleanText(shown);
    if (clean !== shown.replace(/\r\n?/g, '\n').trim())
      this.note('value-tidied', field, shown, { after: clean, made: true });
    return clean;
  }
}

/** A share in a status column (100 %) reads as its text; TRUE is a tick. */
function shownStatus(cell: RawCell | undefined): string {
  const value = cell?.value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return shownPercent(cell);
}

function shownPercent(cell: RawCell | undefined): string {
  const value = cell?.value;
  if (typeof value === 'number' && (cell?.format ?? '').includes('%')) return `${Math.round(value * 100)}%`;
  return shownText(cell);
}

function unreadableCode({ value }: RawCell): 'cell-error' | 'cell-text-lost' | 'cell-formula-empty' {
  if (!isCellError(value)) return 'cell-formula-empty';
  return value.error === LOST_TEXT ? 'cell-text-lost' : 'cell-error';
}

function shownContent(cell: RawCell): string {
  return isCellError(cell.value) ? cell.value.error : `=${cell.formula ?? ''}`;
}
