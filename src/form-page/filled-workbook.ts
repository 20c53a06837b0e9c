import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { FormPageData } from '../app/papers/form-page-data';
import { parseIsoDate } from '../base/calendar';
import type { CellContent } from '../base/blueprint';
import { must } from '../base/invariant';
import { cellAddress } from '../base/raw-sheet';
import { writtenContent } from '../hosts/file/patching/cells/cell-xml';
import { ANSWER_COLUMNS, FOOT_LABELS, type AnswerField } from '../returns/typed/typed-form';
import { FORM_FIRST_ROW, FormLayout } from '../sheets/tabs/form-layout';
import { answersOf, type Draft } from './draft';

/** The form is the first sheet of its workbook. */
const PART = 'xl/worksheets/sheet1.xml';
/** The earliest day a zip can name: the same draft gives the same bytes. */
const NO_DAY = '1980-01-01T00:00:00';

/** The form's own workbook, as it was issued, with the draft in its cells. */
export function filledWorkbook({ content, workbook }: FormPageData, draft: Draft): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytesOf(workbook));
  const layout = new FormLayout(content);
  const cells = new Map<string, CellContent>();
  const rows = new Set<number>();
  for (const [index, { no }] of content.measures.entries()) {
    const answers = answersOf(draft, no);
    const row = FORM_FIRST_ROW + index;
    for (const { field } of ANSWER_COLUMNS) {
      const typed = (answers[field] ?? '').trim();
      if (typed === '') continue;
      cells.set(cellAddress(row, layout.columnOf(field)), contentOf(field, typed));
      rows.add(row);
    }
  }
  for (const word of FOOT_LABELS) {
    const typed = (draft.foot[word] ?? '').trim();
    const place = must(
      layout.foot.find((one) => one.word === word),
      `the place of ${word}`,
    );
    if (typed !== '')
      cells.set(cellAddress(place.cell.top, place.cell.left), footContent(place.takes, typed));
  }
  const sheet = strFromU8(must(parts[PART], 'the sheet of the form'));
  parts[PART] = strToU8(withCells(sheet, cells, rows));
  return zipSync(parts, { mtime: NO_DAY, level: 6 });
}

function contentOf(field: AnswerField, typed: string): CellContent {
  if (field === 'completedOn') return dateOr(typed);
  return field === 'percent' && /^\d{1,3}$/u.test(typed) ? Number(typed) : typed;
}

function footContent(takes: 'text' | 'date' | 'pen', typed: string): CellContent {
  return takes === 'date' ? dateOr(typed) : typed;
}

function dateOr(typed: string): CellContent {
  const date = parseIsoDate(typed);
  return date === undefined ? typed : { date };
}

/** The cells stand empty in the form, with their looks; the rows that are filled may grow with their texts. */
function withCells(
  sheet: string,
  cells: ReadonlyMap<string, CellContent>,
  rows: ReadonlySet<number>,
): string {
  return sheet
    .replace(/<c r="([A-Z]+\d+)"( s="\d+")?\/>/gu, (empty, address: string, looks = '') => {
      const content = cells.get(address);
      if (content === undefined) return empty;
      const { type, inside } = writtenContent(content, '', false);
      return `<c r="${address}"${looks}${type === undefined ? '' : ` t="${type}"`}>${inside}</c>`;
    })
    .replace(/<row r="(\d+)" ht="[\d.]+"/gu, (row, number: string) =>
      rows.has(Number(number)) ? `<row r="${number}"` : row,
    );
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
