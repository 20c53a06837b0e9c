import type { CellFormat, RangeFormat } from '../../../base/blueprint';
import { htmlColor } from '../ranges';
import { BODY_FONT } from './body-font';

/** The rows of a look: every row has the same looks in the same columns. */
export interface LookRun {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  /** Column by column from `left` on. */
  readonly looks: readonly CellFormat[];
}

/** Layers as they lie over one another, as runs of rows that look alike; cells without a layer are in none. */
export function lookRuns(formats: readonly RangeFormat[]): readonly LookRun[] {
  const edges = [...new Set(formats.flatMap(({ range }) => [range.top, range.bottom + 1]))].sort(
    (a, b) => a - b,
  );
  const found = new Map<string, LookRun[]>();
  edges.slice(0, -1).forEach((top, index) => {
    const bottom = (edges[index + 1] ?? top + 1) - 1;
    for (const { left, looks } of spansOf(formats, top)) {
      const key = JSON.stringify([left, looks]);
      const runs = found.get(key) ?? [];
      const last = runs.at(-1);
      if (last?.bottom === top - 1) runs.splice(-1, 1, { ...last, bottom });
      else runs.push({ top, bottom, left, looks });
      found.set(key, runs);
    }
  });
  return [...found.values()].flat().sort((one, other) => one.top - other.top || one.left - other.left);
}

/** Columns side by side that have a layer in the row. */
function spansOf(
  formats: readonly RangeFormat[],
  row: number,
): readonly { readonly left: number; readonly looks: readonly CellFormat[] }[] {
  const looks = new Map<number, CellFormat>();
  for (const { range, format } of formats) {
    if (row < range.top || row > range.bottom) continue;
    for (let column = range.left; column <= range.right; column += 1) {
      looks.set(column, { ...looks.get(column), ...format });
    }
  }
  const spans: { left: number; looks: CellFormat[] }[] = [];
  for (const [column, look] of [...looks].sort(([a], [b]) => a - b)) {
    const span = spans.at(-1);
    if (span !== undefined && span.left + span.looks.length === column) span.looks.push(look);
    else spans.push({ left: column, looks: [look] });
  }
  return spans;
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;

/** Whether a block is more than one row high, more than one column wide: then it has lines inside. */
export interface Extent {
  readonly height: number;
  readonly width: number;
}

/** What a format says of a block of cells, as cell properties, in our font. */
export function givenLook(format: CellFormat, extent: Extent): Excel.CellPropertiesFormat {
  const { bold, italic, color, fill, horizontal, vertical, wrap, indent, border } = format;
  return {
    font: {
      name: format.font ?? BODY_FONT.name,
      size: format.size ?? BODY_FONT.size,
      ...(bold !== undefined && { bold }),
      ...(italic !== undefined && { italic }),
      ...(color !== undefined && { color: htmlColor(color) }),
    },
    ...(fill !== undefined && { fill: { color: htmlColor(fill) } }),
    ...(horizontal !== undefined && { horizontalAlignment: HORIZONTAL[horizontal] }),
    ...(vertical !== undefined && { verticalAlignment: VERTICAL[vertical] }),
    ...(wrap !== undefined && { wrapText: wrap }),
    ...(indent !== undefined && { indentLevel: indent }),
    ...(border !== undefined && {
      borders: sides({ style: 'Continuous', color: htmlColor(border) }, extent),
    }),
  };
}

function sides(line: Excel.CellBorder, { height, width }: Extent): Excel.CellBorderCollection {
  return {
    top: line,
    bottom: line,
    left: line,
    right: line,
    ...(height > 1 && { horizontal: line }),
    ...(width > 1 && { vertical: line }),
  };
}

/**
 * The look of a column of cells; what the format leaves out is Excel's plain way. A line above cells without lines may be
 * their neighbours' and stays.
 */
export function wholeLook(format: CellFormat, extent: Extent): Excel.CellPropertiesFormat {
  const { font, borders, ...given } = givenLook(format, extent);
  const { top: _top, ...none } = sides({ style: 'None' }, extent);
  return {
    horizontalAlignment: 'General',
    verticalAlignment: 'Bottom',
    wrapText: false,
    indentLevel: 0,
    fill: { pattern: 'None' },
    ...given,
    font: { bold: false, italic: false, color: '#000000', ...font },
    borders: borders ?? none,
  };
}
