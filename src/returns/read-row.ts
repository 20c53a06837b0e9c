import type { ClaimedStatus, Report } from '../ledger/types';
import type { CalendarDate } from '../plan/calendar';
import { cleanText } from './clean-text';
import type { FindingList } from './finding-list';
import { statusWord, type FormField } from './form-columns';
import type { IdentifiedRow } from './identify-rows';
import type { LocatedTable } from './locate-table';
import { isCellError, type RawCell } from './raw-sheet';
import { readDate, type DateContext } from './read-date';
import { readPercent } from './read-percent';
import { readStatus } from './read-status';
import { shownText } from './sheet-grid';
import type { FieldName } from './types';

type AnsweredField = Extract<
  FormField & FieldName,
  'claimedStatus' | 'percent' | 'completedOn' | 'progress' | 'problems' | 'nextSteps' | 'evidence' | 'remark'
>;

/** Reads the answers of one row, noting each doubt at its cell. */
export class RowReader {
  constructor(
    private readonly row: IdentifiedRow,
    private readonly table: LocatedTable,
    private readonly findings: FindingList,
    private readonly dates: DateContext,
  ) {}

  read(): Report {
    return {
      status: this.status(),
      percent: this.percent(),
      completedOn: this.completedOn(),
      progress: this.text('progress'),
      problems: this.text('problems'),
      nextSteps: this.text('nextSteps'),
      evidence: this.text('evidence'),
      remark: this.text('remark'),
    };
  }

  private place(field: AnsweredField): { row: number; column: number } | undefined {
    const column = this.table.columns.get(field)?.column;
    return column === undefined ? undefined : { row: this.row.row, column };
  }

  /** The cell, when it holds something readable; an error cell or a formula is noted. */
  private cell(field: AnsweredField): RawCell | undefined {
    const at = this.place(field);
    if (at === undefined) return undefined;
    const cell = this.table.grid.spread(at.row, at.column);
    if (cell === undefined) return undefined;
    if (isCellError(cell.value)) {
      this.note('cell-error', field, shownText(cell));
      return undefined;
    }
    if (cell.formula !== undefined) {
      this.note('cell-formula', field, `=${cell.formula}`, shownText(cell));
    }
    return cell;
  }

  private isError(field: AnsweredField): boolean {
    const at = this.place(field);
    const cell = at === undefined ? undefined : this.table.grid.spread(at.row, at.column);
    return cell !== undefined && isCellError(cell.value);
  }

  /** Adds a finding at the field's cell; with `after`, one that was put right while reading. */
  private note(
    code: Parameters<FindingList['add']>[0],
    field: AnsweredField,
    value: string,
    after?: string,
  ): void {
    const at = this.place(field);
    this.findings.add(code, {
      ...(at === undefined ? {} : { at }),
      measure: this.row.measure.no,
      field,
      value,
      ...(after === undefined ? {} : { correction: { before: value, after, made: true } }),
    });
  }

  private status(): ClaimedStatus | null {
    const field = 'claimedStatus';
    const cell = this.cell(field);
    if (this.isError(field)) return null;
    const shown = shownStatus(cell);
    const reading = readStatus(shown);
    const at = this.place(field);
    if (at !== undefined && cell !== undefined && this.table.grid.isSpread(at.row, at.column)) {
      this.note('status-merged', field, shown);
    }
    switch (reading.kind) {
      case 'read':
        if (reading.how === 'tidied') this.note('value-tidied', field, shown, statusWord(reading.status));
        if (reading.how === 'synonym') this.note('status-synonym', field, shown, statusWord(reading.status));
        if (reading.how === 'softened')
          this.note('status-softened', field, shown, statusWord(reading.status));
        return reading.status;
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

  /** What it probably should be is offered; the unit or the clerk decides. */
  private unknownStatus(shown: string, nearest: ClaimedStatus | null): void {
    const at = this.place('claimedStatus');
    this.findings.add('status-unknown', {
      ...(at === undefined ? {} : { at }),
      measure: this.row.measure.no,
      field: 'claimedStatus',
      value: shown,
      details: { nearest: nearest === null ? '' : statusWord(nearest) },
      ...(nearest === null ? {} : { correction: { before: shown, after: statusWord(nearest), made: false } }),
    });
  }

  private percent(): number | null {
    const cell = this.cell('percent');
    const reading = readPercent(cell);
    switch (reading.kind) {
      case 'read':
        if (reading.tidied && typeof cell?.value === 'string') {
          this.note('percent-tidied', 'percent', shownText(cell), String(reading.percent));
        }
        return reading.percent;
      case 'blank':
        return null;
      case 'out-of-range':
        this.note('percent-out-of-range', 'percent', shownText(cell));
        return null;
      case 'unreadable':
        this.note('percent-unreadable', 'percent', shownText(cell));
        return null;
    }
  }

  private completedOn(): CalendarDate | null {
    const field = 'completedOn';
    const cell = this.cell(field);
    const reading = readDate(cell, this.dates);
    switch (reading.kind) {
      case 'read':
        if (reading.how === 'tidied') this.note('date-tidied', field, shownText(cell), reading.date);
        if (reading.how === 'loose') this.note('date-loose', field, shownText(cell), reading.date);
        return reading.date;
      case 'blank':
        return null;
      case 'impossible':
        this.note('date-impossible', field, shownText(cell));
        return null;
      case 'unreadable':
        this.note('date-unreadable', field, shownText(cell));
        return null;
    }
  }

  /** A note only where something invisible was taken out within the text; spaces around it are nobody's fault. */
  private text(field: Exclude<AnsweredField, 'claimedStatus' | 'percent' | 'completedOn'>): string {
    const shown = shownText(this.cell(field));
    const clean = cleanText(shown);
    if (clean !== shown.replace(/\r\n?/g, '\n').trim()) this.note('value-tidied', field, shown, clean);
    return clean;
  }
}

/** A share in a status column (100 %) reads as its text; TRUE is a tick. */
function shownStatus(cell: RawCell | undefined): string {
  const value = cell?.value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number' && (cell?.format ?? '').includes('%')) return `${Math.round(value * 100)}%`;
  return shownText(cell);
}
