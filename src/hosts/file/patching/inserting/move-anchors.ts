import { attributeOf, attributesOf } from '../xml/tag-attributes';
import { TagScanner } from '../xml/tag-scanner';
import type { RowMoves } from './row-moves';

/**
 * A drawing, or the controls of a sheet, whose pictures, charts and shapes go with the rows under them, as each is set to:
 * with its size, without, or not at all.
 * @throws WorkbookFileError
 */
export function moveAnchors(part: string, xml: string, moves: RowMoves): string {
  const scanner = new TagScanner(part, xml);
  const out: string[] = [];
  let copied = 0;
  let behaviour = 'twoCell';
  let corner = '';
  let moved = 0;
  while (scanner.next()) {
    const { name, kind, to } = scanner;
    if (kind !== 'open') continue;
    if (name.endsWith('CellAnchor') || name === 'anchor') behaviour = behaviourOf(name, scanner.tag);
    if (name === 'from' || name === 'to') corner = name;
    if (name !== 'row' || behaviour === 'absolute') continue;
    scanner.next();
    const row = Number(xml.slice(to, scanner.from));
    const own = moves.row(row + 1) - 1 - row;
    if (corner === 'from') moved = own;
    out.push(xml.slice(copied, to), String(row + (corner === 'to' && behaviour === 'oneCell' ? moved : own)));
    copied = scanner.from;
  }
  out.push(xml.slice(copied));
  return out.join('');
}

function behaviourOf(name: string, tag: string): string {
  if (name !== 'anchor') return attributeOf(tag, 'editAs') ?? 'twoCell';
  const { moveWithCells, sizeWithCells } = attributesOf(tag);
  if (sizeWithCells === '1' || sizeWithCells === 'true') return 'twoCell';
  return moveWithCells === '1' || moveWithCells === 'true' ? 'oneCell' : 'absolute';
}

/** Boxes of notes go with their cells. The part is no XML that a parser could be trusted with. */
export function moveNoteBoxes(drawing: string, moves: RowMoves): string {
  return drawing.replace(/<v:shape\s.*?<\/v:shape>/gs, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
    if (row === undefined) return shape;
    const down = moves.row(Number(row) + 1) - 1 - Number(row);
    return shape
      .replace(/(<x:Row>)\s*\d+\s*(?=<)/, `$1${Number(row) + down}`)
      .replace(/(<x:Anchor>)([^<]*)/, (whole, open: string, anchor: string) => {
        const numbers = anchor.split(',').map(Number);
        if (numbers.length !== 8) return whole;
        return open + numbers.map((number, at) => (at === 2 || at === 6 ? number + down : number)).join(', ');
      });
  });
}
