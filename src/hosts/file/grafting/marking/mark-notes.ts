import { escapeCellText } from '../../reading/xlsx/cell-text';
import { parseCellRange } from '../../reading/xlsx/references';
import { DEFAULT_FONT } from '../../writing/cell-styles';
import { noteAnchor, type SheetSizes } from '../../writing/note-anchor';
import { SPREADSHEET_NAMESPACE, XML_HEAD, xmlElement, xmlText } from '../../writing/package/xml-text';
import { childElements } from '../child-elements';
import { rewriteXml } from '../rewrite-xml';

/** Stands in each note we write, so that a later round finds and replaces it. */
export const NOTE_AUTHOR = '退回说明';

/** Text of a note by the address of its cell. */
export type Notes = ReadonlyMap<string, string>;

export const NO_COMMENTS = `${XML_HEAD}<comments xmlns="${SPREADSHEET_NAMESPACE}"><authors/><commentList/></comments>`;

/** Addresses of the cells that hold a note of ours. @throws WorkbookFileError `file-bad-xml` */
export function ownNotes(part: string, xml: string): ReadonlySet<string> {
  const sections = childElements(part, xml);
  const own = new Set(
    authors(sections).flatMap((author, index) => (author === NOTE_AUTHOR ? [String(index)] : [])),
  );
  const comments = sections.get('commentList') ?? [];
  return new Set(
    comments.flatMap(({ attributes }) =>
      own.has(attributes['authorId'] ?? '') ? [attributes['ref'] ?? ''] : [],
    ),
  );
}

function authors(sections: ReturnType<typeof childElements>): readonly string[] {
  return (sections.get('authors') ?? []).map(({ xml }) => xml.replace(/<[^>]*>/g, '').trim());
}

/**
 * A comments part with notes added and our earlier ones removed. Where someone else has a note on the same cell,
 * ours is appended to it.
 * @throws WorkbookFileError `file-bad-xml`
 */
export function withNotes(part: string, xml: string, notes: Notes): string {
  const sections = childElements(part, xml);
  const gone = ownNotes(part, xml);
  const known = authors(sections);
  const author = known.includes(NOTE_AUTHOR) ? known.indexOf(NOTE_AUTHOR) : known.length;
  const xmlns = /<\w+:comments\b/.test(xml) ? SPREADSHEET_NAMESPACE : undefined;
  const waiting = new Map(notes);
  let joined: string | undefined;
  return rewriteXml(part, xml, {
    open: (name, attributes, depth) => {
      if (name !== 'comment' || depth !== 3) return undefined;
      const ref = attributes['ref'] ?? '';
      if (gone.has(ref)) return false;
      joined = waiting.get(ref);
      waiting.delete(ref);
      return undefined;
    },
    // Nothing can be appended to a plain text: it becomes a run first, like the one that follows it.
    tags: (name, depth) => (joined !== undefined && name === 't' && depth === 5 ? runTags(xmlns) : undefined),
    atEnd: (name, depth) => {
      if (name === 'text' && depth === 4 && joined !== undefined) return noteRun(`\n${joined}`, xmlns);
      if (depth !== 2) return '';
      if (name === 'authors' && author === known.length) {
        return xmlElement('author', { xmlns }, [xmlText(NOTE_AUTHOR)]);
      }
      if (name !== 'commentList') return '';
      return [...waiting]
        .map(([ref, text]) =>
          xmlElement('comment', { xmlns, ref, authorId: author }, [xmlElement('text', {}, [noteRun(text)])]),
        )
        .join('');
    },
  });
}

function runTags(xmlns: string | undefined): readonly [string, string] {
  const declared = xmlns === undefined ? '' : ` xmlns="${xmlns}"`;
  return [`<r${declared}><t xml:space="preserve">`, '</t></r>'];
}

/** The text of a note in the look of ours. */
export function noteRun(text: string, xmlns?: string): string {
  const look = [
    xmlElement('sz', { val: DEFAULT_FONT.size }),
    xmlElement('color', { indexed: 81 }),
    xmlElement('rFont', { val: DEFAULT_FONT.name }),
  ];
  return xmlElement('r', { xmlns }, [
    xmlElement('rPr', {}, look),
    xmlElement('t', { 'xml:space': 'preserve' }, [xmlText(escapeCellText(text))]),
  ]);
}

const NO_SHAPES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const FIRST_SHAPE = 1025;

/**
 * The drawing of a sheet's notes with a box for each of ours. The part is no XML that a parser could be trusted with:
 * Excel leaves its “<br>” open.
 * @param drawing As it is; empty when the sheet has none.
 * @param gone Cells whose boxes go.
 */
export function withNoteBoxes(
  drawing: string,
  notes: Notes,
  gone: ReadonlySet<string>,
  sizes: SheetSizes,
): string {
  const standing = new Set<string>();
  const base = (drawing === '' ? NO_SHAPES : drawing).replace(/<v:shape\s.*?<\/v:shape>/gs, (shape) => {
    const key = boxKey(shape);
    if (key !== undefined && [...gone].some((cell) => placeKey(cell) === key)) return '';
    if (key !== undefined) standing.add(key);
    return shape;
  });
  let id = [...base.matchAll(/_x0000_s(\d+)/g)].reduce(
    (most, [, number]) => Math.max(most, Number(number)),
    FIRST_SHAPE - 1,
  );
  const boxes = [...notes].flatMap(([cell, text]) => {
    const key = placeKey(cell);
    if (key === undefined || standing.has(key)) return [];
    id += 1;
    return [box(id, cell, text, sizes)];
  });
  const type = /id=["']_x0000_t202["']/.test(base) ? '' : SHAPE_TYPE;
  const end = base.lastIndexOf('</xml>');
  return base.slice(0, end) + type + boxes.join('') + base.slice(end);
}

function boxKey(shape: string): string | undefined {
  const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
  const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1];
  return row === undefined || column === undefined ? undefined : `${row} ${column}`;
}

/** Row and column from 0, as boxes name their cell. */
function placeKey(cell: string): string | undefined {
  const range = parseCellRange(cell);
  return range === undefined ? undefined : `${range.top - 1} ${range.left - 1}`;
}

function box(id: number, cell: string, text: string, sizes: SheetSizes): string {
  const { top: row = 1, left: column = 1 } = parseCellRange(cell) ?? {};
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;z-index:${id};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${noteAnchor({ row, column, text }, sizes)}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
