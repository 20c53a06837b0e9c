import { columnOf, columnsOf, isHeader } from './table-columns';
import { tableText, type TableRows } from './plan-table';

const BARRED = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|[\s|:-]+\|\s*$/;
const FEWEST_CELLS = 3;

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.replace(/<br ?\/?>/g, '\n').trim());
}

/** A text with its Markdown tables of measures (“| 序号 | 任务 | 牵头单位 |”) written out as lines of a plan. */
function withBarredTables(lines: readonly string[]): readonly string[] {
  const written: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const first = at;
    while (BARRED.test(lines[at] ?? '')) at += 1;
    const barred = lines.slice(first, at);
    const rows = barred.filter((line) => !RULE.test(line)).map(cellsOf);
    const table = rows.length > 1 ? tableText({ rows, merges: [] }) : undefined;
    written.push(...(table === undefined ? barred : [table]));
    const line = lines[at];
    if (line !== undefined) written.push(line);
  }
  return written;
}

/** More columns no table of measures has. */
const MOST_COLUMNS = 30;

/** The headers of a table that stand one below the other from a line on, the first for numbers; too few are none. */
function headersFrom(lines: readonly string[], at: number): readonly string[] {
  if (columnOf(lines[at] ?? '') !== 'number') return [];
  let end = at + 1;
  while (end < at + MOST_COLUMNS && columnOf(lines[end] ?? '') !== 'other') end += 1;
  const titles = lines.slice(at, end);
  const columns = columnsOf(titles);
  return titles.length >= FEWEST_CELLS && isHeader(columns) ? titles : [];
}

/** Rows of as many cells as there are headers, each beginning with the next number. */
function rowsBelow(lines: readonly string[], from: number, width: number): TableRows {
  const rows: (readonly string[])[] = [];
  for (let at = from; lines[at]?.trim() === String(rows.length + 1); at += width) {
    const row = lines.slice(at, at + width);
    if (row.length === width) rows.push(row);
  }
  return rows;
}

/**
 * A table that lost its borders: its headers one below the other, then its cells, a number before each row. Written out as
 * the lines of a plan; what does not come out even stays as it is.
 */
function withFlattenedTable(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  for (const at of filled.keys()) {
    const titles = headersFrom(filled, at);
    if (titles.length === 0) continue;
    const rows = rowsBelow(filled, at + titles.length, titles.length);
    const table = rows.length > 1 ? tableText({ rows: [titles, ...rows], merges: [] }) : undefined;
    if (table === undefined) continue;
    const behind = at + titles.length * (rows.length + 1);
    return [...filled.slice(0, at), table, ...filled.slice(behind)];
  }
  return lines;
}

/** Cells of a line whose columns spaces part. */
function spacedCells(line: string): readonly string[] {
  return line.trim().split(/[ \u3000]+/);
}

/**
 * A table whose cells only spaces part, a line a row: written out where every row from “1” on has as many cells as the header,
 * so that none can have slipped into another column.
 */
function withSpacedTable(lines: readonly string[]): readonly string[] {
  for (const [at, line] of lines.entries()) {
    const titles = line.length > LONGEST_HEADER ? [] : spacedCells(line);
    if (
      titles.length < FEWEST_CELLS ||
      columnOf(titles[0] ?? '') !== 'number' ||
      !isHeader(columnsOf(titles))
    )
      continue;
    const rows: (readonly string[])[] = [];
    for (let next = at + 1; next < lines.length; next += 1) {
      const row = spacedCells(lines[next] ?? '');
      if (row[0] !== String(rows.length + 1)) break;
      rows.push(row);
    }
    if (rows.length < 2 || rows.some(({ length }) => length !== titles.length)) continue;
    const table = tableText({ rows: [titles, ...rows], merges: [] });
    if (table !== undefined) return [...lines.slice(0, at), table, ...lines.slice(at + 1 + rows.length)];
  }
  return lines;
}
const LONGEST_HEADER = 80;

/** A text with the tables of measures in it written out as lines of a plan, as far as it has any. */
export function withTables(text: string): string {
  const rows = rowsOfTabs(text);
  const pasted = rows && tableText({ rows, merges: [] });
  if (pasted !== undefined) return pasted;
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.some((line) => RULE.test(line))) return withBarredTables(lines).join('\n');
  const spaced = withSpacedTable(lines);
  if (spaced !== lines) return spaced.join('\n');
  if (!lines.some((line) => columnOf(line) === 'number')) return text;
  const written = withFlattenedTable(lines);
  return written === lines ? text : written.join('\n');
}

/** Rows of a table as the clipboard gives it: tabs between cells, quotes around cells with line breaks. */
export function rowsOfTabs(text: string): TableRows | undefined {
  const rows: string[][] = [[]];
  for (const found of text.matchAll(/("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/g)) {
    const [whole, cell = '', end] = found;
    if (whole === '' && found.index === text.length && rows.at(-1)?.length === 0) break;
    const quoted = /^"([^]*)"$/.exec(cell)?.[1];
    rows.at(-1)?.push(quoted === undefined ? cell : quoted.replace(/""/g, '"'));
    if (end !== '\t' && end !== '') rows.push([]);
    if (end === '') break;
  }
  const wide = rows.filter((row) => row.length > 2).length;
  return wide >= 2 ? withWholeRows(rows) : undefined;
}

/** Rows below a header with those put together that a line break within a cell cut apart: only where they come out as wide as the header. */
function withWholeRows(rows: TableRows): TableRows {
  const at = rows.findIndex((row) => isHeader(columnsOf(row)));
  const width = rows[at]?.length ?? 0;
  if (at === -1) return rows;
  const whole: (readonly string[])[] = rows.slice(0, at + 1);
  for (let next = at + 1; next < rows.length; next += 1) {
    let row = rows[next] ?? [];
    let last = next;
    if (row.length > 1) {
      for (let more = rows[last + 1]; more && row.length < width; more = rows[last + 1]) {
        if (row.length + more.length - 1 > width) break;
        row = [...row.slice(0, -1), `${row.at(-1) ?? ''}\n${more[0] ?? ''}`, ...more.slice(1)];
        last += 1;
      }
    }
    const isWhole = row.length === width;
    whole.push(isWhole ? row : (rows[next] ?? []));
    if (isWhole) next = last;
  }
  return whole;
}
