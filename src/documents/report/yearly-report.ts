import type { Ledger } from '../../ledger/ledger';
import { titleOf } from '../letters/letter-parts';
import { writeNumeral } from '../../base/numerals';
import { paragraph, toFillIn, type Block, type Paper } from '../paper';
import { achievements } from './achievements';
import { annexes } from './annexes';
import { movedInYear } from './moved';
import { leadership, nextYear, otherMatters } from './outlook';
import { shortcomings } from './shortcomings';
import { yearView } from './year-view';

/**
 * 年度进展报告, owed to the public every first quarter (measure 131 of the Jingmen plan), in its parts, written from the
 * entries. What no entry says is left as a marked place.
 */
export function yearlyReport(ledger: Ledger, year: number): Paper {
  const view = yearView(ledger, year);
  const moved = movedInYear(view);
  const { place, subject, full, short, item } = view.names;
  return {
    head: null,
    title: titleOf(`${place}${year}年度${subject}进展报告`, ledger.settings.sample),
    addressee: null,
    body: [
      paragraph(
        `${year}年，${place === '' ? '各单位' : '各级各部门'}认真落实${full}（以下简称${short}），围绕确定的目标推进各项${item}。现将有关情况报告如下。`,
      ),
      ...numbered([
        ...achievements(view, moved),
        ...shortcomings(view),
        ...leadership(view),
        ...nextYear(view),
        ...otherMatters(),
      ]),
    ],
    signature: { authority: place === '' ? toFillIn('报告机关') : `${place}人民政府`, date: null },
    note: '',
    annexes: annexes(view, moved),
    imprint: null,
  };
}

/** The parts under 一、, 二、: which a report has depends on its plan. */
function numbered(blocks: readonly Block[]): readonly Block[] {
  let part = 0;
  return blocks.map((block) =>
    block.kind === 'heading' && block.level === 1
      ? { ...block, text: `${writeNumeral(++part)}、${block.text}` }
      : block,
  );
}
