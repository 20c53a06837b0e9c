import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  HorizontalPositionAlign,
  TabStopType,
  VerticalPositionAlign,
  type FileChild,
  type IBordersOptions,
} from 'docx';
import type { Imprint } from '../paper';
import { copyLine, printedLine } from '../paper-lines';
import { CHARACTER, TEXT_WIDTH } from './page';
import { onGrid, points, runs } from './write-paragraphs';

/** 7.4: 四号, one character in on either side. */
const IMPRINT_POINTS = 14;
const IMPRINT_LINE = 460;
/** First and last rule 0.35 mm, those between 0.25 mm, in eighths of a point. */
const OUTER = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 } as const;
const INNER = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } as const;

/**
 * 7.4: 版记, at the foot of the type area of the page on which the paper ends: 抄送 above, below it who printed it and when.
 * In a frame, because the foot of the last page is nowhere in the run of the text. Of a letter it is 抄送 alone, without rules.
 */
export function imprintParagraphs(imprint: Imprint): readonly FileChild[] {
  const { printed } = imprint;
  const size = points(IMPRINT_POINTS);
  const isFramed = printed !== null;
  const copied = copyLine(imprint);
  const copies = copied === null ? [] : [line(copied, isFramed ? { top: OUTER, bottom: INNER } : {})];
  if (printed === null) return copies;
  const rules = copies.length === 0 ? { top: OUTER, bottom: OUTER } : { bottom: OUTER };
  return [...copies, line(`${printed.authority}\t${printedLine(printed)}`, rules)];

  function line(text: string, border: IBordersOptions): FileChild {
    return onGrid({
      alignment: AlignmentType.LEFT,
      spacing: { line: IMPRINT_LINE },
      indent: { left: CHARACTER, right: CHARACTER },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - CHARACTER }],
      frame: {
        type: 'alignment',
        width: TEXT_WIDTH,
        height: 0,
        anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
        alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
      },
      border,
      children: runs(text, { size }),
    });
  }
}
