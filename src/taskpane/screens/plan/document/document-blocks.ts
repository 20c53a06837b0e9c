import type { Measure, Plan } from '../../../../plan/plan';

/** A piece of the document as issued: a heading, a measure, or what is neither. */
export interface DocumentPiece {
  readonly kind: 'heading' | 'measure' | 'rest';
  readonly text: string;
  /** The measure that was read from it. */
  readonly measure: Measure | null;
}

/** The text cut where headings and measures begin and end; but for white space around its lines, all of it. */
export function documentPieces({ text, headings, measures }: Plan): readonly DocumentPiece[] {
  const placed = [
    ...headings.map(({ source }) => ({ kind: 'heading' as const, source, measure: null })),
    ...measures.map((measure) => ({ kind: 'measure' as const, source: measure.source, measure })),
  ].sort((a, b) => a.source.start - b.source.start);
  const pieces: DocumentPiece[] = [];
  const push = (kind: DocumentPiece['kind'], start: number, end: number, measure: Measure | null): void => {
    const words = text
      .slice(start, end)
      .trim()
      .replace(/\s*\n\s*/g, '\n');
    if (words !== '') pieces.push({ kind, text: words, measure });
  };
  let at = 0;
  for (const { kind, source, measure } of placed) {
    push('rest', at, source.start, null);
    push(kind, Math.max(at, source.start), source.end, measure);
    at = Math.max(at, source.end);
  }
  push('rest', at, text.length, null);
  return pieces;
}
