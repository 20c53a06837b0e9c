import { cellAddress } from '../../../../base/raw-sheet';
import type { CellNote } from '../../../../base/blueprint';
import type { ListDifference } from '../../../../base/workbook-difference';
import { unescapeCellText } from '../../reading/xlsx/cell-text';
import { xmlElement, xmlText } from '../../writing/package/xml-text';
import { NO_COMMENTS, noteRun, withNoteBoxes } from '../../grafting/marking/mark-notes';
import { addPart, COMMENTS_TYPE, notesDrawing } from '../../grafting/marking/mark-sheet';
import type { PackageParts } from '../../grafting/package-parts';
import { SHEET_ORDER } from '../worksheet-part';
import { withPrefix, XmlElement } from '../xml/xml-element';

const AUTHOR = '措施台账';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Takes our notes out where they still say what we wrote, and puts others in; a cell with a note of the clerk's keeps that one.
 * @returns cells that keep one
 */
export function patchNotes(
  parts: PackageParts,
  part: string,
  root: XmlElement,
  { removed, added }: ListDifference<CellNote>,
): readonly string[] {
  if (removed.length + added.length === 0) return [];
  const known = parts.relationships(part).find(({ type, external }) => type === 'comments' && !external);
  if (known === undefined && added.length === 0) return [];
  const target = known?.target ?? addPart(parts, part, 'comments', 'xl/comments.xml', COMMENTS_TYPE).part;
  const comments = XmlElement.parse(target, known === undefined ? NO_COMMENTS : parts.text(target));
  const gone = takeOut(comments, removed);
  const news = putIn(comments, added);
  const kept = added.flatMap(({ row, column }) => {
    const ref = cellAddress(row, column);
    return news.has(ref) ? [] : [ref];
  });
  if (gone.size + news.size === 0 && known !== undefined) return kept;
  parts.set(target, comments.toString());
  const drawing = notesDrawing(parts, part, root.toString());
  const sizes = { widths: new Map<number, number>(), heights: new Map<number, number>() };
  const shapes = drawing.isNew ? '' : parts.text(drawing.part);
  parts.set(drawing.part, withNoteBoxes(shapes, news, gone, sizes));
  if (drawing.isNew) {
    const element = xmlElement(`${root.prefix}legacyDrawing`, {
      'xmlns:r': RELATIONSHIPS,
      'r:id': drawing.id,
    });
    root.place('legacyDrawing', element, SHEET_ORDER);
  }
  return kept;
}

function takeOut(comments: XmlElement, removed: readonly CellNote[]): ReadonlySet<string> {
  const texts = new Map(removed.map(({ row, column, text }) => [cellAddress(row, column), plain(text)]));
  const gone = new Set<string>();
  comments.change('commentList', (list) => {
    list.change('comment', (comment) => {
      const ref = comment.attribute('ref') ?? '';
      const isOurs = texts.get(ref) === plain(unescapeCellText(comment.first('text')?.text ?? ''));
      if (isOurs) gone.add(ref);
      return isOurs ? undefined : comment;
    });
    return list;
  });
  return gone;
}

function putIn(comments: XmlElement, added: readonly CellNote[]): ReadonlyMap<string, string> {
  const { prefix } = comments;
  const list = comments.first('commentList');
  const standing = new Set(list?.elements('comment').map((comment) => comment.attribute('ref') ?? ''));
  const news = new Map(
    added.flatMap(({ row, column, text }) => {
      const ref = cellAddress(row, column);
      return standing.has(ref) ? [] : [[ref, text] as const];
    }),
  );
  if (news.size === 0) return news;
  const author = authorNumber(comments);
  comments.change('commentList', (own) => {
    for (const [ref, text] of news) {
      const comment = xmlElement('comment', { ref, authorId: author }, [
        xmlElement('text', {}, [noteRun(text)]),
      ]);
      own.pieces.push({ name: 'comment', xml: withPrefix(comment, prefix) });
    }
    return own;
  });
  return news;
}

function authorNumber(comments: XmlElement): number {
  const known = (comments.first('authors')?.elements() ?? []).map(({ text }) => text);
  const at = known.indexOf(AUTHOR);
  if (at !== -1) return at;
  comments.change('authors', (authors) => {
    const element = xmlElement(`${comments.prefix}author`, {}, [xmlText(AUTHOR)]);
    authors.pieces.push({ name: 'author', xml: element });
    return authors;
  });
  return known.length;
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
