import { writeNumeral } from '../../base/numerals';
import { isMeasureTable, linesAbove, tableText, type PlanTable } from './plan-table';
import { withTables } from './text-tables';

/** A document as it was read, before anyone says what it means. */
export type DocumentBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** `title`: the sheet's name, where a workbook has several. */
  | { readonly kind: 'table'; readonly table: PlanTable; readonly title?: string }
  /** A whole text, or what was pasted: lines, or rows of cells parted by tabs. */
  | { readonly kind: 'text'; readonly text: string };

/** Rows that are no table of measures: every cell's words, in the order of the document. */
function plainRows({ rows }: PlanTable): string {
  return rows
    .map((row) => row.filter((cell) => cell.trim() !== '').join('　'))
    .filter((line) => line !== '')
    .join('\n');
}

/** A table that goes on over a page is written as two: the second has no header and as many columns. */
function joinTables(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const goesOn =
      block.kind === 'table' &&
      block.title === undefined &&
      before?.kind === 'table' &&
      isMeasureTable(before.table) &&
      !isMeasureTable(block.table) &&
      widthOf(block.table) === widthOf(before.table);
    if (goesOn) joined[joined.length - 1] = { ...before, table: appended(before.table, block.table) };
    else joined.push(block);
  }
  return joined;
}

function widthOf({ rows }: PlanTable): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

function appended(first: PlanTable, second: PlanTable): PlanTable {
  const down = first.rows.length;
  const moved = second.merges.map(({ column, top, bottom }) => ({
    column,
    top: top + down,
    bottom: bottom + down,
  }));
  return { rows: [...first.rows, ...second.rows], merges: [...first.merges, ...moved] };
}

/**
 * A document as the text of a plan, for `parsePlan`: tables of measures are written out as numbered lines with clauses,
 * everything else stays as it is, in its order. Of several sheets each is a part; what stands above the first one's table heads all.
 */
export function documentText(blocks: readonly DocumentBlock[]): string {
  const joined = joinTables(blocks);
  const severalSheets =
    joined.filter((block) => block.kind === 'table' && block.title !== undefined).length > 1;
  let parts = 0;
  const words = joined.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [block.text];
      case 'text':
        return [withTables(block.text)];
      case 'table': {
        const own = tableText(block.table) ?? plainRows(block.table);
        if (!severalSheets || block.title === undefined) return [own];
        parts += 1;
        const part = `第${writeNumeral(parts)}部分 ${block.title}`;
        const above = parts === 1 ? linesAbove(block.table) : 0;
        const lines = own.split('\n');
        return [...lines.slice(0, above), part, ...lines.slice(above)];
      }
    }
  });
  return words.join('\n');
}
