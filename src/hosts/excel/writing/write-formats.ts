import type { CellRange } from '../../../base/raw-sheet';
import type { CellFormat, SheetBlueprint } from '../../../base/blueprint';
import { cellsOf, htmlColor } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';

/** Body font of every tab: on every Windows in China. */
export const BODY_FONT = { name: '微软雅黑', size: 10 } as const;
/** A layer with its fonts and its fill; and what all its borders take. */
const ACTIONS_A_LAYER = 10;
const ACTIONS_OF_BORDERS = 18;

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;

/** The look of the cells, layer over layer as the blueprint has it. */
export function formatSteps(getSheet: () => Excel.Worksheet, blueprint: SheetBlueprint): readonly Step[] {
  const { formats, cells } = blueprint;
  const bottom = Math.max(1, cells.length, ...formats.map(({ range }) => range.bottom));
  const right = Math.max(1, ...cells.map((row) => row.length), ...formats.map(({ range }) => range.right));
  return [
    {
      bytes: 6 * ACTION_BYTES,
      play: () => {
        const { font } = cellsOf(getSheet(), { top: 1, left: 1, bottom, right }).format;
        font.name = BODY_FONT.name;
        font.size = BODY_FONT.size;
      },
    },
    ...formats.map(({ range, format }) => ({
      bytes: (ACTIONS_A_LAYER + (format.border === undefined ? 0 : ACTIONS_OF_BORDERS)) * ACTION_BYTES,
      play: () => {
        applyFormat(cellsOf(getSheet(), range), format, range);
      },
    })),
  ];
}

function applyFormat(range: Excel.Range, format: CellFormat, place: CellRange): void {
  applyFont(range, format);
  const { horizontal, vertical, wrap, indent, fill, border } = format;
  if (fill !== undefined) range.format.fill.color = htmlColor(fill);
  if (horizontal !== undefined) range.format.horizontalAlignment = HORIZONTAL[horizontal];
  if (vertical !== undefined) range.format.verticalAlignment = VERTICAL[vertical];
  if (wrap !== undefined) range.format.wrapText = wrap;
  if (indent !== undefined) range.format.indentLevel = indent;
  if (border !== undefined) applyBorders(range, htmlColor(border), place);
}

function applyFont(range: Excel.Range, { bold, italic, size, font, color }: CellFormat): void {
  if ([bold, italic, size, font, color].every((property) => property === undefined)) return;
  const target = range.format.font;
  if (bold !== undefined) target.bold = bold;
  if (italic !== undefined) target.italic = italic;
  if (size !== undefined) target.size = size;
  if (font !== undefined) target.name = font;
  if (color !== undefined) target.color = htmlColor(color);
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

function applyBorders(cells: Excel.Range, color: string, { top, left, bottom, right }: CellRange): void {
  const inner = [
    ...(bottom > top ? (['InsideHorizontal'] as const) : []),
    ...(right > left ? (['InsideVertical'] as const) : []),
  ];
  for (const side of [...EDGES, ...inner]) {
    const border = cells.format.borders.getItem(side);
    border.style = 'Continuous';
    border.color = color;
  }
}
