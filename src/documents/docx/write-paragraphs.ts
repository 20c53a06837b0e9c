import {
  AlignmentType,
  BorderStyle,
  HighlightColor,
  LineRuleType,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { cutAtPlaces, type Annex, type PaperHead, type Signature } from '../paper';
import { ANNEXES, annexName, dayLine, headLine, noteLine } from '../paper-lines';
import { FONT } from './fonts';
import { BODY_POINTS, CHARACTER, LINE, TEXT_WIDTH } from './page';

export const RED = 'FF0000';
/** 7.2.4: the head's upper edge lies 35 mm below that of the type area. */
const ABOVE_HEAD = convertMillimetersToTwip(35);
const TITLE_POINTS = 22;
const LARGEST_HEAD_POINTS = 40;

/** Runs of a text, its places to fill in marked. Sizes are in points. */
export function runs(text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] {
  return cutAtPlaces(text).map(
    (piece) =>
      new TextRun({
        ...options,
        text: unbroken(piece.text),
        ...(piece.isPlace ? { highlight: HighlightColor.YELLOW } : {}),
      }),
  );
}

/** 无宽非分隔符 of Word: no line ends where it stands. */
const NO_BREAK = '\u200d';

/** A document's number stays in one line: “〔2017〕12号”. */
function unbroken(text: string): string {
  return text.replace(/〔(\d{4})〕(\d+)号/gu, `〔$1〕${NO_BREAK}$2${NO_BREAK}号`);
}

/** A size as Word counts it, in half points. */
export function points(size: number): number {
  return Math.round(size * 2);
}

/** A paragraph on the grid of 22 lines: fixed height, whatever face stands in. */
export function onGrid(options: IParagraphOptions): Paragraph {
  return new Paragraph({
    widowControl: false,
    ...options,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...options.spacing },
  });
}

const TWO_CHARACTERS = { firstLineChars: 200, firstLine: 2 * CHARACTER } as const;

export function emptyLine(): Paragraph {
  return onGrid({});
}

/** What keeps a table or chart from the text below it. */
export function spacer(): Paragraph {
  return onGrid({ spacing: { line: LINE / 3 } });
}

/** A paragraph of the body: two characters in, justified. The last stays with the signature, which never stands alone. */
export function bodyParagraph(text: string, lead: string, isLast: boolean): Paragraph {
  return onGrid({
    alignment: AlignmentType.BOTH,
    keepNext: isLast,
    indent: TWO_CHARACTERS,
    children: [...runs(lead, { bold: true }), ...runs(text)],
  });
}

/** 7.3.3: 黑体 at the first level, 楷体 at the second; a heading never stands alone at the foot of a page. */
export function headingParagraph(level: 1 | 2, text: string): Paragraph {
  return onGrid({
    style: `Heading${level}`,
    keepNext: true,
    indent: TWO_CHARACTERS,
    children: runs(text),
  });
}

/** 7.3.1: 二号 小标宋, centred, a line of its own for each line of the text, one left free below. */
export function titleParagraphs(title: string): readonly Paragraph[] {
  return [
    ...title.split('\n').map((line) =>
      onGrid({
        style: 'Title',
        alignment: AlignmentType.CENTER,
        spacing: { line: Math.max(LINE, TITLE_POINTS * 30) },
        children: runs(line),
      }),
    ),
    emptyLine(),
  ];
}

/** 7.3.2: at the left edge, with a full-width colon. */
export function addresseeParagraph(addressee: string): Paragraph {
  return onGrid({ children: runs(`${addressee}：`) });
}

/** 7.2.4, 7.2.5, 7.2.7: authority in red, number two lines below it, a red rule 4 mm below the number. */
export function headParagraphs(head: PaperHead): readonly Paragraph[] {
  return [
    authorityParagraph(headLine(head), { before: ABOVE_HEAD }),
    emptyLine(),
    emptyLine(),
    onGrid({
      alignment: AlignmentType.CENTER,
      border: {
        bottom: {
          style: BorderStyle.SINGLE,
          size: 12,
          color: RED,
          space: Math.round((convertMillimetersToTwip(4) / 20) * 1),
        },
      },
      children: runs(head.number),
    }),
    emptyLine(),
    emptyLine(),
  ];
}

/** The authority in red, as large as its name lets it be; its line is no higher than its type, so that it begins where it shall. */
export function authorityParagraph(
  authority: string,
  spacing: NonNullable<IParagraphOptions['spacing']>,
  more: Omit<IParagraphOptions, 'spacing' | 'children'> = {},
): Paragraph {
  const size = Math.min(LARGEST_HEAD_POINTS, Math.floor(TEXT_WIDTH / 20 / Math.max(1, authority.length)) - 1);
  return onGrid({
    alignment: AlignmentType.CENTER,
    ...more,
    spacing: { line: size * 20, ...spacing },
    children: runs(authority, { font: FONT.title, size: points(size), color: RED }),
  });
}

/** Width of a text in characters of the grid: figures and Latin letters are half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\x20-\x7e]/.test(sign) ? 0.5 : 1), 0);
}

const DATE_FROM_RIGHT = 4;

/**
 * 7.3.5.1: the date four characters from the right, the authority centred over it, room for the seal above.
 * A name too wide for that ends at the right edge.
 */
export function signatureParagraphs(signature: Signature, hasNote: boolean): readonly Paragraph[] {
  const { authority } = signature;
  const day = dayLine(signature);
  const middle = DATE_FROM_RIGHT + widthOf(day) / 2;
  const right = Math.max(0, middle - widthOf(authority) / 2);
  const line = (text: string, characters: number, keepNext: boolean) =>
    onGrid({
      alignment: AlignmentType.RIGHT,
      keepNext,
      keepLines: true,
      indent: { right: Math.round(characters * CHARACTER) },
      children: runs(text),
    });
  return [
    onGrid({ keepNext: true }),
    onGrid({ keepNext: true }),
    line(authority, right, true),
    line(day, DATE_FROM_RIGHT, hasNote),
  ];
}

/** 7.3.4: one line below the body, two characters in; further names stand under the first. */
export function annexNames(annexes: readonly Annex[]): readonly Paragraph[] {
  if (annexes.length === 0) return [];
  const several = annexes.length > 1;
  return [
    onGrid({ keepNext: true }),
    ...annexes.map((_annex, index) => {
      const name = annexName(index, annexes);
      const hanging = (ANNEXES.length + (several ? 1 : 0)) * CHARACTER;
      return onGrid({
        keepNext: true,
        indent: { left: 2 * CHARACTER + hanging, hanging: index === 0 ? hanging : several ? CHARACTER : 0 },
        children: runs(index === 0 ? ANNEXES + name : name),
      });
    }),
  ];
}

/** 7.3.6: in round brackets, two characters in, below the date. */
export function noteParagraph(note: string): Paragraph {
  return onGrid({ indent: TWO_CHARACTERS, children: runs(noteLine(note)) });
}

/** 7.3.7: “附件” in 黑体 at the head of its own page; the title on the third line. */
export function annexHead(label: string, title: string): readonly Paragraph[] {
  return [
    onGrid({ pageBreakBefore: true, children: runs(label, { font: FONT.levelOne }) }),
    emptyLine(),
    ...titleParagraphs(title),
  ];
}

/** Name of a table or chart, centred over it. */
export function captionParagraph(text: string): Paragraph {
  return onGrid({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: runs(text, { font: FONT.levelOne, size: points(BODY_POINTS - 2) }),
  });
}

const NOTE_POINTS = 10.5;

/** What stands below a table in small type. */
export function tableNote(text: string): Paragraph {
  return onGrid({
    alignment: AlignmentType.BOTH,
    spacing: { line: NOTE_POINTS * 30, before: Math.round(LINE / 6), after: Math.round(LINE / 6) },
    children: runs(text, { size: points(NOTE_POINTS), characterSpacing: 0 }),
  });
}
