import { parseCellRange } from '../../reading/xlsx/references';
import { relationshipId } from '../../reading/package/xml';
import { SPREADSHEET_NAMESPACE, xmlElement } from '../../writing/package/xml-text';
import { cellAddress, type CellRange } from '../../../../base/raw-sheet';
import { MARK_FILL } from '../../../../returns/locate/form-columns';
import type { CellMark } from '../../../../base/workbook-port';
import { attributeOf, attributesOf } from '../../patching/xml/tag-attributes';
import { linkFrom } from '../book';
import { CellMarker } from './mark-sheet-cells';
import { NO_COMMENTS, ownNotes, withNoteBoxes, withNotes, type Notes } from './mark-notes';
import type { MarkStyles } from './mark-styles';
import type { PackageParts } from '../package-parts';
import { rewriteXml } from '../rewrite-xml';
import { sectionRules } from '../part-sections';

export const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Sections of a sheet part from the notes' drawing on (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
const FROM_DRAWING = [
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** Fills and notes by cell; of a merged range its first cell stands for all. */
interface PlacedMarks {
  readonly fills: Map<number, Map<number, string>>;
  readonly notes: Map<string, string>;
}

/**
 * Marks the cells of one sheet part: fills, notes and the notes' boxes; what an earlier round left is taken away.
 * @returns the notes where they stand now
 * @throws WorkbookFileError `file-bad-xml`
 */
export function markSheet(
  parts: PackageParts,
  sheet: string,
  styles: MarkStyles,
  marks: readonly CellMark[],
): Notes {
  const xml = parts.text(sheet);
  const found = parts.relationships(sheet).find(({ type, external }) => type === 'comments' && !external);
  const comments = found === undefined || !parts.has(found.target) ? undefined : found.target;
  const cleared = comments === undefined ? new Set<string>() : ownNotes(comments, parts.text(comments));
  if (marks.length === 0 && cleared.size === 0) return new Map();
  const { fills, notes } = placeMarks(marks, mergedRanges(xml));
  const prefixed = /<\w+:worksheet\b/.test(xml);
  const marker = new CellMarker({ fills, cleared, prefixed }, styles);
  const drawing = notesDrawing(parts, sheet, xml);
  const reference = {
    name: 'legacyDrawing',
    inside: '',
    instead: xmlElement('legacyDrawing', {
      ...(prefixed ? { xmlns: SPREADSHEET_NAMESPACE } : {}),
      'xmlns:r': RELATIONSHIPS,
      'r:id': drawing.id,
    }),
  };
  const sections = sectionRules(FROM_DRAWING, drawing.isNew ? [reference] : [], '');
  const changed = rewriteXml(sheet, xml, {
    open: marker.open,
    before: (name, depth) => marker.before() + sections.before(name, depth),
    atEnd: (name, depth) => marker.atEnd(name, depth) + sections.atEnd(name, depth),
  });
  parts.set(sheet, changed);
  const shapes = drawing.isNew ? '' : parts.text(drawing.part);
  parts.set(drawing.part, withNoteBoxes(shapes, notes, cleared, marker.sizes));
  const target = comments ?? addPart(parts, sheet, 'comments', 'xl/comments.xml', COMMENTS_TYPE).part;
  parts.set(target, withNotes(target, comments === undefined ? NO_COMMENTS : parts.text(comments), notes));
  return notes;
}

function mergedRanges(xml: string): readonly CellRange[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*>/g)].flatMap(
    ([tag]) => parseCellRange(attributeOf(tag, 'ref') ?? '') ?? [],
  );
}

function placeMarks(marks: readonly CellMark[], merges: readonly CellRange[]): PlacedMarks {
  const placed: PlacedMarks = { fills: new Map(), notes: new Map() };
  for (const { cell, severity, note } of marks) {
    const range = parseCellRange(cell);
    if (range === undefined) continue;
    const merge = merges.find(
      ({ top, left, bottom, right }) =>
        range.top >= top && range.top <= bottom && range.left >= left && range.left <= right,
    );
    const { top, left } = merge ?? range;
    const row = placed.fills.get(top) ?? new Map<number, string>();
    placed.fills.set(top, row);
    if (!row.has(left)) row.set(left, MARK_FILL[severity]);
    const address = cellAddress(top, left);
    const before = placed.notes.get(address);
    placed.notes.set(address, before === undefined ? note : `${before}\n${note}`);
  }
  return placed;
}

export interface NotesDrawing {
  readonly part: string;
  readonly id: string;
  readonly isNew: boolean;
}

/** The drawing that holds the boxes of a sheet's notes; a sheet has at most one. */
export function notesDrawing(parts: PackageParts, sheet: string, xml: string): NotesDrawing {
  const tag = /<(?:\w+:)?legacyDrawing\s[^>]*>/.exec(xml)?.[0] ?? '';
  const id = relationshipId(attributesOf(tag));
  const known = parts.relationships(sheet).find((relationship) => relationship.id === id);
  if (known !== undefined && parts.has(known.target)) {
    return { part: known.target, id: known.id, isNew: false };
  }
  return { ...addPart(parts, sheet, 'vmlDrawing', 'xl/drawings/vmlDrawing.vml', DRAWING_TYPE), isNew: true };
}

/** Adds an empty part that the sheet points to. */
export function addPart(
  parts: PackageParts,
  sheet: string,
  type: string,
  name: string,
  contentType: string,
): { readonly part: string; readonly id: string } {
  const part = parts.freeName(name);
  parts.set(part, '');
  parts.types.set(part, contentType);
  return { part, id: linkFrom(parts, sheet, type, part) };
}
