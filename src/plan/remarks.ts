import type { Doubt } from './clause/dates';
import { fold, squeeze, type Source } from '../base/fold-text';
import type { BuiltMeasure, BuiltMeasures } from './measures';
import type { Placed } from './text/outline';
import type { Piece } from './text/piece';
import { numberOf, titleOfPiece, type NamingContext } from './layout/sections';
import type { PlanTitle } from './layout/title';
import { otherPlans } from './layout/other-plans';
import { isTitleLike } from './layout/title-like';
import type { Heading, Passage, Remark, RemarkCode } from './plan';

/** Odd is what most of the plan does not do: a way of writing that half of the measures share is this plan's own. */
function isOdd(count: number, measures: number): boolean {
  return count * 2 < measures;
}

/** Ways of writing seen on the measure itself. */
function writingOf(source: Source, { measure }: BuiltMeasure): readonly Doubt[] {
  const brackets = [...fold(measure.text).matchAll(/\([^()]*\)/g)].map(({ 0: { length }, index }) =>
    measure.text.slice(index, index + length),
  );
  const span = source.text.slice(measure.source.start, measure.source.end);
  const at = measure.clause === '' ? 0 : span.lastIndexOf(measure.clause);
  const stray = at > 0 && /[^\S\r\n]$/.test(span.slice(0, at));
  return [
    ...(brackets.length > 0 ? [{ code: 'innerBrackets' as const, found: brackets.join(' ') }] : []),
    ...(stray ? [{ code: 'strayWhitespace' as const, found: measure.clause }] : []),
  ];
}

function ofMeasures(source: Source, built: readonly BuiltMeasure[]): readonly Remark[] {
  const traits = built.map((one) => [...one.traits, ...writingOf(source, one)]);
  const counts = new Map<RemarkCode, number>();
  for (const { code } of traits.flatMap((own) => [
    ...new Map(own.map((trait) => [trait.code, trait])).values(),
  ])) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return built.flatMap(({ measure, doubts }, index) => {
    const odd = (traits[index] ?? []).filter(({ code }) => isOdd(counts.get(code) ?? 0, built.length));
    return [...odd, ...doubts].map(({ code, found }) => ({ no: measure.no, code, found }));
  });
}

/** “(七) 全面提高……”: white space between number and words, where the other headings have none. */
function ofHeadings(source: Source, headings: readonly Heading[]): readonly Remark[] {
  const numbered = headings.filter(({ no }) => no !== '' && !no.startsWith('第'));
  const stray = numbered.filter(({ no, source: { start, end } }) =>
    /^[、.．]?[^\S\r\n]/.test(source.text.slice(start + no.length, end)),
  );
  if (!isOdd(stray.length, numbered.length)) return [];
  return stray.map(({ source: { start, end } }) => ({
    no: null,
    code: 'strayWhitespace',
    found: source.text.slice(start, end),
  }));
}

/** Numbers that do not follow the last one of their depth, and are no new beginning either. */
function gaps(
  context: NamingContext,
  placed: readonly Placed[],
  numbers: ReadonlyMap<Piece, number>,
): readonly Remark[] {
  const last = new Map<number, number>();
  return placed.flatMap(({ piece, role }): Remark[] => {
    if (!piece.marker || role === 'title') return [];
    const { level, ordinal } = piece.marker;
    const before = last.get(level) ?? 0;
    last.set(level, ordinal);
    if (ordinal === before + 1 || ordinal === 1) return [];
    return [{ no: numbers.get(piece) ?? null, code: 'numberGap', found: numberedTitle(context, piece) }];
  });
}

function numberedTitle(context: NamingContext, piece: Piece): string {
  return `${numberOf(context.source, piece)}${titleOfPiece(context, piece)}`;
}

/** The first measure whose written number does not rise above the one before. */
function firstRestart(pieces: readonly Piece[]): Piece | undefined {
  const numbered = pieces.filter(({ marker }) => marker);
  return numbered.find(({ marker }, index) => {
    const before = numbered[index - 1]?.marker?.ordinal;
    return before !== undefined && marker !== undefined && marker.ordinal <= before;
  });
}

/** Who does something, or until when: what a heading does not say. */
const READS_LIKE_MEASURE =
  /牵头|(?:局|委|办|部|厅|公司|中心|办公室|处|会)(?:具体|共同|分别)?负责|责任(?:单位|部门|人)|配合单位|(?:底|月|日|年|末)(?:之|以)?前(?:完成|建成|出台|印发|报送|实现|基本|开展|制定|形成|启动|全部|全面)/;

/** Numbers taken for headings that nothing stands below and that read like measures: nothing is passed over in silence. */
function likeMeasures(input: RemarkInput): readonly Remark[] {
  const { source, placed } = input;
  const above = new Set(placed.flatMap((one) => (one.piece.marker ? one.above : [])));
  return placed.flatMap(({ piece, role }): Remark[] => {
    if (role !== 'heading' || !piece.marker || piece.clause || above.has(piece)) return [];
    const words = piece.body.map(({ start, end }) => source.folded.slice(start, end)).join('');
    if (!READS_LIKE_MEASURE.test(words)) return [];
    return [{ no: null, code: 'headingLikeMeasure', found: numberedTitle(input, piece) }];
  });
}

/** “以下各项均需市财政局配合”: words that hold for several measures and are nobody's clause. */
const FOR_SEVERAL =
  /(?:以下|以上|上述|下列|各项|所有|本方案)[^。;!?\n]{0,12}(?:均|都|皆|一律)(?:需|由|应|须)[^。;!?\n]{2,60}/g;

function forSeveral({ source, placed }: RemarkInput): readonly Remark[] {
  return placed
    .filter(({ role }) => role === 'passage' || role === 'heading')
    .flatMap(({ piece: { start, end } }) =>
      [...source.folded.slice(start, end).matchAll(FOR_SEVERAL)]
        .filter(({ 0: words }) => /负责|牵头|配合|参与|协助|落实|完成|保障|支持/.test(words))
        .map(({ 0: words, index }): Remark => ({
          no: null,
          code: 'forSeveral',
          found: squeeze(source.text.slice(start + index, start + index + words.length)),
        })),
    );
}

/** Lines marked as headings that have no number: they divide nothing. */
function unnumbered({ marked }: RemarkInput): readonly Remark[] {
  return marked
    .filter(({ text }) => isTitleLike(text))
    .map(({ text }): Remark => ({ no: null, code: 'unnumberedHeading', found: text }));
}

export interface RemarkInput extends NamingContext {
  /** Passages that a Markdown text marks as headings. */
  readonly marked: readonly Passage[];
  readonly placed: readonly Placed[];
  readonly headings: readonly Heading[];
  readonly built: BuiltMeasures;
  readonly named: PlanTitle;
}

/** Years that no title names: taken from the dates of the text, or unknown. */
function ofYears({ guessed, years, title }: PlanTitle): readonly Remark[] {
  if (!guessed) return [];
  if (!years) return [{ no: null, code: 'yearUnknown', found: title }];
  const span = years.from === years.to ? `${years.from}` : `${years.from}–${years.to}`;
  return [{ no: null, code: 'yearsGuessed', found: span }];
}

/** All remarks: on the plan, on its headings, on its measures in their order. */
export function remarksOf(input: RemarkInput): readonly Remark[] {
  const { source, placed, headings, built } = input;
  const pieces = placed.filter(({ role }) => role === 'measure').map(({ piece }) => piece);
  const numbers = new Map(pieces.map((piece, index) => [piece, built.built[index]?.measure.no ?? 0]));
  const plan: Remark[] = [...ofYears(input.named)];
  const restart = built.renumbered ? firstRestart(pieces) : undefined;
  if (restart) plan.push({ no: null, code: 'numbersReassigned', found: numberedTitle(input, restart) });
  const lent = new Set(placed.flatMap(({ borrowed }) => (borrowed ? [borrowed.end] : [])));
  const unused = headings.filter(({ clause, source: { end } }) => clause !== '' && !lent.has(end));
  const alone = placed.flatMap(({ piece: { clause }, role }) =>
    role === 'passage' && clause && !lent.has(clause.end)
      ? [squeeze(source.text.slice(clause.start, clause.end))]
      : [],
  );
  return [
    ...plan,
    ...otherPlans(source, placed),
    ...unnumbered(input),
    ...ofHeadings(source, headings),
    ...unused.map(({ clause }): Remark => ({ no: null, code: 'headingClause', found: squeeze(clause) })),
    ...alone.map((found): Remark => ({ no: null, code: 'headingClause', found })),
    ...likeMeasures(input),
    ...forSeveral(input),
    ...gaps(input, placed, numbers),
    ...ofMeasures(source, built.built),
  ];
}
