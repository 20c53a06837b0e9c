import type { BasisRanges } from './basis-ranges';
import { sectionText } from '../cell-contents';
import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { lightOf, type Light } from '../../ledger/figures/lights';
import type { Summary } from '../../ledger/figures/summary';
import type { ConditionalFormat } from '../../base/blueprint';
import { grouped } from '../../base/grouped';
import { compare, literal, operand, start } from '../../base/expression/expression';
import type { Block, SummaryRows } from './summary-rows';
import { range } from '../tab-builder';
import { COLOR, FORMAT } from '../theme';
import { ALL_WORD, LIGHT_WORD } from '../words';

/** The page's columns. */
const WIDTH = 12;
/** In the order in which they stand. */
export const LIGHTS = ['red', 'yellow', 'blue', 'green'] as const satisfies readonly Light[];

/** A row a section: how many measures show each light, and the worst of them in words. */
export function lightBlock(
  rows: SummaryRows,
  ledger: Ledger,
  state: LedgerState,
  summary: Summary,
  basis: BasisRanges,
): Block {
  const words = LIGHTS.map((light) => LIGHT_WORD[light].color);
  const header = rows.header(['部分', '', '', '', '', ALL_WORD.ofSection, ...words, '研判', ''], WIDTH);
  const sectionOf = new Map(ledger.plan.measures.map(({ no, section }) => [no, section]));
  const lights = grouped(
    state.measures.map((measure) => ({
      section: sectionOf.get(measure.measure),
      light: lightOf(measure, ledger.settings),
    })),
    ({ section }) => section,
  );
  for (const { section, measures } of summary.sections) {
    const row = rows.next;
    const ofSection = lights.get(section) ?? [];
    const counts = LIGHTS.map((light) => ({
      light,
      count: ofSection.filter((at) => at.light === light).length,
    }));
    rows.add([
      sectionText(ledger.plan, section),
      ...[null, null, null, null],
      { formula: `COUNTIF(${basis.measure.section},$A${row})`, result: measures },
      ...counts.map(({ light, count }) => ({
        formula: `COUNTIFS(${basis.measure.section},$A${row},${basis.measure.light},"${LIGHT_WORD[light].color}")`,
        result: count,
      })),
      { formula: verdictFormula(row), result: verdictOf(counts) },
      null,
    ]);
  }
  const block = { header, first: header + 1, last: header + summary.sections.length };
  for (let row = header; row <= block.last; row++) {
    rows.merges.push(range(row, 1, row, 5), range(row, 11, row, 12));
  }
  rows.format(range(block.first, 1, block.last, WIDTH), FORMAT.body);
  rows.format(range(block.first, 6, block.last, WIDTH), FORMAT.centered);
  return block;
}

function verdictOf(counts: readonly { readonly light: Light; readonly count: number }[]): string {
  const worst = counts.find(({ light, count }) => light !== 'green' && count > 0);
  const { color, says } = LIGHT_WORD[worst?.light ?? 'green'];
  return worst === undefined ? `${color} ${says}` : `${color} ${says} ${worst.count} 项`;
}

function verdictFormula(row: number): string {
  const { color, says } = LIGHT_WORD.green;
  return (['blue', 'yellow', 'red'] as const).reduce((otherwise, light) => {
    const cell = `$${String.fromCharCode(71 + LIGHTS.indexOf(light))}${row}`;
    const words = LIGHT_WORD[light];
    return `IF(${cell}>0,"${words.color} ${words.says} "&${cell}&" 项",${otherwise})`;
  }, `"${color} ${says}"`);
}

const VERDICT_COLOR: Readonly<Record<Light, ConditionalFormat['format']>> = {
  red: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
  yellow: { fill: COLOR.lateFill, color: COLOR.lateInk, bold: true },
  blue: { fill: COLOR.dueSoonFill, color: COLOR.dueSoonInk, bold: true },
  green: { fill: COLOR.doneFill, color: COLOR.doneInk, bold: true },
};

/** The light of the words in 研判. */
export function lightColors({ first, last }: Block): readonly ConditionalFormat[] {
  return LIGHTS.map((light) => ({
    range: range(first, 11, last, 12),
    condition: compare(start(operand(11), 1), '=', literal(LIGHT_WORD[light].color)),
    format: VERDICT_COLOR[light],
  }));
}
