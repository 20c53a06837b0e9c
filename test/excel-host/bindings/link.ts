import { cellCount } from '../model/address';
import type { Hyperlink } from '../model/grid';
import { withChange } from '../model/style';
import type { Argument } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { objectOf, onlyArea, textOf, type Areas } from './arguments';

const linkParts = ['address', 'documentReference', 'screenTip', 'textToDisplay'] as const;
const linkColor = '#0563C1';

/** The link of a single cell; several cells or none answer null. */
export function readLink(target: Areas): Json {
  const { sheet, rect } = onlyArea(target);
  if (cellCount(rect) > 1) return null;
  const link = sheet.grid.cell(rect.top, rect.left)?.link;
  return link ? { ...link } : null;
}

/** Sets the link, its text and the look Excel gives links. */
export function writeLink(target: Areas, value: Argument): void {
  const { sheet, rect } = onlyArea(target);
  const given = objectOf(value, 'hyperlink');
  const link: Hyperlink = Object.fromEntries(
    linkParts
      .filter((part) => given[part] !== undefined && given[part] !== null)
      .map((part) => [part, textOf(given[part], part)]),
  );
  sheet.ensureWritable(rect);
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      const style = sheet.grid.styleAt(row, column);
      const cell = sheet.grid.ensureCell(row, column);
      cell.link = link;
      cell.style = withChange(style, { fontColor: linkColor, underline: 'Single' });
      if (link.textToDisplay !== undefined)
        Object.assign(cell, { value: link.textToDisplay, formula: undefined });
    }
  }
  sheet.workbook.touch();
}
