import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  LineRuleType,
  Paragraph,
  convertMillimetersToTwip,
  type IBorderOptions,
} from 'docx';
import type { PaperHead } from '../paper';
import { BEYOND_AREA } from './page';
import { RED, authorityParagraph, emptyLine, onGrid, runs } from './write-paragraphs';

/** The lines lie 4 mm below the authority. */
const BELOW_HEAD = convertMillimetersToTwip(4);
const TWIPS_A_POINT = 20;
const BEYOND = { left: -BEYOND_AREA, right: -BEYOND_AREA } as const;

/** GB/T 9704-2012, 10.1: on the first page of a letter the authority in red, below it a double line, the upper one thick. */
export function letterHeader({ authority }: PaperHead): Header {
  return new Header({
    children: [
      authorityParagraph(authority, { before: 0 }, { indent: BEYOND, border: { bottom: double('above') } }),
      emptyLine(),
    ],
  });
}

/** At the foot of the first page a double line, the lower one thick; the page has no number. */
export function letterFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        indent: BEYOND,
        spacing: { line: TWIPS_A_POINT, lineRule: LineRuleType.EXACT },
        border: { top: double('below') },
      }),
    ],
  });
}

/** The number at the right edge of the first line, two lines free before the title. */
export function letterNumber({ number }: PaperHead): readonly Paragraph[] {
  return [onGrid({ alignment: AlignmentType.RIGHT, children: runs(number) }), emptyLine(), emptyLine()];
}

function double(thick: 'above' | 'below'): IBorderOptions {
  return {
    style: thick === 'above' ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.THIN_THICK_SMALL_GAP,
    size: 24,
    color: RED,
    space: Math.round(thick === 'above' ? BELOW_HEAD / TWIPS_A_POINT : 0),
  };
}
