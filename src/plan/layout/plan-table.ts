import { fold } from '../../base/fold-text';
import { markerAt, type MarkerKind } from '../text/markers';
import { writeNumeral } from '../../base/numerals';
import { columnOf, columnsOf, isHeader, type PlanColumn } from './table-columns';
import { looksLikeUnit } from '../units/unit-list';

/** Cells as text; a merged cell has its text in its first cell and is empty in the others. */
export type TableRows = readonly (readonly string[])[];

export interface PlanTable {
  readonly rows: TableRows;
  /** Cells merged downwards; rows and columns count from 0. */
  readonly merges: readonly { readonly column: number; readonly top: number; readonly bottom: number }[];
}

const HEADER_WITHIN = 15;
const NOTHING = /^[\s/\\—－-]*$/;

/** Labels under which the cells of a row become its clause, in this order. */
const LABEL_OF = {
  lead: '牵头单位',
  responsible: '责任单位',
  support: '配合单位',
  person: '责任人',
  deadline: '完成时限',
  upper: '上级序号',
} as const satisfies Partial<Record<PlanColumn, string>>;
const NAMED: readonly PlanColumn[] = ['lead', 'responsible', 'support'];
const CLAUSE_COLUMNS = Object.keys(LABEL_OF) as (keyof typeof LABEL_OF)[];

interface Header {
  /** Where the header begins, and its last row: two where one heads the other (责任分工 over 牵头 and 配合). */
  readonly first: number;
  readonly row: number;
  readonly columns: readonly PlanColumn[];
  readonly titles: readonly string[];
}

const OF_SOMEBODY: readonly PlanColumn[] = ['lead', 'responsible', 'support', 'person'];

/** A second row of headers: all of its cells are headers (牵头 and 配合), and beside them stand some of the row above (序号 and 完成时限). */
function isSecondRow(row: readonly string[], upper: readonly string[]): boolean {
  const columns = row.filter((cell) => cell.trim() !== '').map(columnOf);
  const isAllHeaders = columns.length >= 2 && columns.every((column) => column !== 'other');
  if (!isAllHeaders || columns.every((column) => OF_SOMEBODY.includes(column))) return isAllHeaders;
  return upper.some((cell, at) => cell.trim() !== '' && !row[at]?.trim() && columnOf(cell) !== 'other');
}

function headerOf(rows: TableRows): Header | undefined {
  for (const [first, upper] of rows.slice(0, HEADER_WITHIN).entries()) {
    const lower = rows[first + 1] ?? [];
    const isDouble = upper.filter((cell) => cell.trim() !== '').length >= 2 && isSecondRow(lower, upper);
    const titles = isDouble ? upper.map((cell, at) => (lower[at]?.trim() ? lower[at] : cell)) : upper;
    const columns = columnsOf(titles);
    if (isHeader(columns)) return { first, row: isDouble ? first + 1 : first, columns, titles };
  }
  return undefined;
}

/** Whether a table has a header that names what is to be done and who does it. */
export function isMeasureTable({ rows }: PlanTable): boolean {
  return headerOf(rows) !== undefined;
}

function oneLine(cell: string, between: string): string {
  return cell
    .split(/[\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(between);
}

/** “市委” at the end of a line and 政法委 on the next, “市政府” and 办公室, “各县” and 区政府: one name, though the first half is one too. */
function isOneName(last: string, next: string): boolean {
  if (/^各[省市县区州镇乡]+$/.test(last)) return true;
  if (/[省市县区州]委$/.test(last)) return !/^[省市县区州镇乡国各]/.test(next);
  return (
    /政府$/.test(last) && /^(?:办公[室厅]|办$|研究室|督查室|法制办|应急办|金融办|参事室|国资委)/.test(next)
  );
}

/** Lines of a cell as one list of names: a break parts two names only where one ends and another begins. */
function namesOfLines(cell: string): string {
  const lines = cell
    .split(/[\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let last = '';
  return lines
    .map((line) => {
      const parts = line.split(/[、,，;；\s]/);
      const [next = ''] = line.split(/[、,，;；\s(（]/, 1);
      const isNew = looksLikeUnit(last) && looksLikeUnit(next) && !isOneName(last, next);
      const own = parts.at(-1) ?? '';
      last = isNew || parts.length > 1 ? own : last + own;
      return isNew ? `、${line}` : line;
    })
    .join('');
}

/** A row with a single text, as a merged row that heads the ones below it. */
function soleCell(row: readonly string[]): string | undefined {
  const filled = [...new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  return filled.length === 1 ? filled[0] : undefined;
}

/** “一” and 数字政府 alone in a row: a section, its number in the column of numbers. */
function numberedSection(row: readonly string[]): string | undefined {
  const [number = '', title = '', ...more] = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const kind = more.length > 0 || title === '' ? undefined : HAN_NUMBER.exec(fold(number));
  if (!kind) return undefined;
  return kind[1] === undefined ? `${number}${title}` : `${number}、${title}`;
}
const HAN_NUMBER = /^(?:([一二三四五六七八九十]{1,3})|\([一二三四五六七八九十]{1,3}\))$/;

/** A heading with a number of the kind wanted: its own if it has one, else the next. */
function numbered(words: string, kind: MarkerKind, own: string): string {
  const marker = markerAt(fold(words), 0);
  return marker?.kind === kind ? words : `${own}${marker ? words.slice(marker.bodyStart) : words}`;
}

/** Cells of one measure that stands in several rows, put together; each text once. */
function together(rows: TableRows, { columns }: Header): readonly string[] {
  return columns.map((column, index) => {
    const texts = [...new Set(rows.map((row) => row[index] ?? ''))].filter((text) => text.trim() !== '');
    return texts.join(isClauseColumn(column) ? '、' : '\n');
  });
}

function isClauseColumn(column: PlanColumn): boolean {
  return Object.hasOwn(LABEL_OF, column);
}

/** The rows below the header with what merged cells say in each of their rows; a merged measure is one row. */
function spread({ rows, merges }: PlanTable, header: Header): TableRows {
  const body = merges.filter(({ top }) => top > header.row);
  const filled = rows.map((row) => [...row]);
  for (const { column, top, bottom } of body) {
    const text = rows[top]?.[column] ?? '';
    for (const row of filled.slice(top + 1, bottom + 1)) row[column] = text;
  }
  const what = header.columns.includes('measure') ? 'measure' : 'task';
  const oneMeasure = new Map(
    body
      .filter(({ column }) => header.columns[column] === what)
      .map(({ top, bottom }) => [top, bottom] as const),
  );
  const result: (readonly string[])[] = [];
  for (let at = header.row + 1; at < filled.length; at += 1) {
    const bottom = oneMeasure.get(at) ?? at;
    const own = filled.slice(at, bottom + 1);
    result.push(own.length === 1 ? (own[0] ?? []) : together(own, header));
    at = bottom;
  }
  return result;
}

/** Writes a table's rows as the lines of a plan. */
class TableWriter {
  readonly lines: string[] = [];
  private section = '';
  private task = '';
  private sections = 0;
  private tasks = 0;
  private measures = 0;

  constructor(private readonly header: Header) {}

  private cell(row: readonly string[], column: PlanColumn, between = ''): string {
    const cells = row
      .filter((_, index) => this.header.columns[index] === column)
      .map((text) => (NAMED.includes(column) ? namesOfLines(text) : oneLine(text, between)));
    return cells.filter((text) => !NOTHING.test(text)).join(between);
  }

  private beginSection(title: string): void {
    if (title === '' || title === this.section) return;
    this.section = title;
    this.task = '';
    this.sections += 1;
    this.lines.push(numbered(title, 'han', `${writeNumeral(this.sections)}、`));
  }

  private beginTask(title: string): void {
    if (title === '' || title === this.task) return;
    this.task = title;
    this.tasks += 1;
    this.lines.push(numbered(title, 'bracketedHan', `（${writeNumeral(this.tasks)}）`));
  }

  private clause(row: readonly string[]): string {
    const parts = CLAUSE_COLUMNS.flatMap((column) => {
      const words = this.cell(row, column, '、');
      return words === '' ? [] : [`${LABEL_OF[column]}：${words}`];
    });
    return parts.length === 0 ? '' : `（${parts.join('；')}）`;
  }

  /** What stands in columns of no known kind: shown with its header, never dropped. */
  private others(row: readonly string[]): string {
    return row
      .flatMap((text, index) => {
        const words = oneLine(text, '');
        const known = (this.header.columns[index] ?? 'other') !== 'other';
        const title = oneLine(this.header.titles[index] ?? '', '');
        return known || NOTHING.test(words) ? [] : [`（${title === '' ? '' : `${title}：`}${words}）`];
      })
      .join('');
  }

  add(row: readonly string[]): void {
    const sole = soleCell(row) ?? numberedSection(row);
    if (sole !== undefined) {
      this.beginSection(oneLine(sole, ''));
      return;
    }
    const measure = this.cell(row, 'measure');
    const task = this.cell(row, 'task');
    const words = measure === '' ? task : measure;
    if (words === '') {
      this.lines.push(
        row
          .map((text) => oneLine(text, ''))
          .filter((text) => text !== '')
          .join('　'),
      );
      return;
    }
    this.beginSection(this.cell(row, 'section'));
    if (measure !== '') this.beginTask(task);
    this.measures += 1;
    const number = /^\d{1,4}$/.test(fold(this.cell(row, 'number')))
      ? fold(this.cell(row, 'number'))
      : this.measures;
    const marker = markerAt(fold(words), 0);
    const body = marker && !isList(row, this.header) ? words.slice(marker.bodyStart) : words;
    this.lines.push(`${number}. ${body}${this.others(row)}${this.clause(row)}`);
  }
}

/** Whether the cell of what is to be done numbers several things: its numbers are then its own. */
function isList(row: readonly string[], { columns }: Header): boolean {
  const cells = row.filter((_, index) => columns[index] === 'measure' || columns[index] === 'task');
  return cells.some((cell) => cell.split(/[\r\n]+/).filter((line) => markerAt(fold(line), 0)).length > 1);
}

/** The rows above a header as lines. */
function above(rows: TableRows, { first }: Header): readonly string[] {
  return rows
    .slice(0, first)
    .map((row) => [...new Set(row.map((cell) => oneLine(cell, '')))].filter((cell) => cell !== '').join('　'))
    .filter((line) => line !== '');
}

/** How many lines of a table's text stand above its header; 0 for a table of anything else. */
export function linesAbove({ rows }: PlanTable): number {
  const header = headerOf(rows);
  return header ? above(rows, header).length : 0;
}

/**
 * A table of measures (from a workbook, a document or the clipboard) as the text of a plan, for `parsePlan`.
 * Rows above the header become its first lines; empty section and task cells go on with the ones above.
 * @returns `undefined` when no row is the header of such a table
 */
export function tableText(table: PlanTable): string | undefined {
  const { rows } = table;
  const header = headerOf(rows);
  if (!header) return undefined;
  const writer = new TableWriter(header);
  writer.lines.push(...above(rows, header));
  for (const row of spread(table, header)) {
    if (row.some((cell) => cell.trim() !== '') && !isHeader(row.map(columnOf))) writer.add(row);
  }
  return writer.lines.join('\n');
}
