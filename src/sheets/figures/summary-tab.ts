import { basisRanges } from './basis-ranges';
import { sectionText } from '../cell-contents';
import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { sumOf, type Summary } from '../../ledger/figures/summary';
import type { ConditionalFormat, SheetBlueprint } from '../../base/blueprint';
import { compare, literal, operand } from '../../base/expression/expression';
import { withPageBreaks } from './page-breaks';
import { summaryCharts } from './summary-charts';
import { RATE_NOTE, countBlock, grouped, totalRow } from './summary-counts';
import { listedColor, overdueBlock } from './summary-overdue';
import { FULL_WIDTH, HEADER_POINTS, SummaryRows, WIDTH, type Block } from './summary-rows';
import { plainSheet, range } from '../tab-builder';
import { COLOR, landscape } from '../theme';
import { ALL_WORD, NO_DEADLINE, SUBMISSION_WORD, TAB } from '../words';

/** 汇总: figures as live formulas over the basis, each with its result; charts beside them; the overdue list below. */
export function summaryTab(ledger: Ledger, state: LedgerState, summary: Summary): SheetBlueprint {
  const { plan } = ledger;
  const basis = basisRanges(ledger, state);
  const rows = new SummaryRows();
  rows.title(`${plan.title}进展情况汇总`, ledger.settings, FULL_WIDTH);
  rows.heading('一、总体情况');
  const all = countBlock(rows, '范围', ALL_WORD.measures, [{ label: '全部措施', tally: summary.total }], {
    measures: () => `ROWS(${basis.measure.standing})`,
    count: (count) => `COUNTIF(${basis.measure[count.by]},"${count.word}")`,
  });
  rows.heading('二、分部分');
  const bySection = summary.sections.map((group) => ({
    label: sectionText(plan, group.section),
    tally: group,
  }));
  const sections = countBlock(
    rows,
    '部分',
    ALL_WORD.measures,
    bySection,
    grouped(basis.measure, basis.measure.section),
  );
  totalRow(rows, sections, summary.total);
  rows.heading('三、分完成时限');
  const byYear = summary.years.map((group) => ({ label: group.year ?? NO_DEADLINE, tally: group }));
  const years = countBlock(
    rows,
    '时限年度',
    ALL_WORD.measures,
    byYear,
    grouped(basis.measure, basis.measure.year),
  );
  rows.format(range(years.first, 1, years.last, 1), { numberFormat: '0"年底前"', horizontal: 'left' });
  const lastYear = totalRow(rows, years, summary.total);
  const unitsHeading = rows.heading('四、分单位');
  const byUnit = summary.units.map((group) => ({
    label: group.unit,
    tally: group,
    note: SUBMISSION_WORD[group.submission],
  }));
  const units = countBlock(
    rows,
    '单位',
    ALL_WORD.owed,
    byUnit,
    grouped(basis.assignment, basis.assignment.unit),
    '报送情况',
  );
  const lastUnit = totalRow(rows, units, sumOf(summary.units));
  const listHeading = rows.heading('五、逾期措施清单');
  const overdue = overdueBlock(rows, ledger, state, basis);

  const widths = [
    45,
    ...Array.from({ length: WIDTH - 1 }, () => 10.5),
    2,
    ...Array.from({ length: 11 }, () => 9.5),
  ];
  const sheet: SheetBlueprint = {
    ...plainSheet(TAB.summary, rows.cells, widths),
    tabColor: '2E7D4F',
    formats: rows.formats,
    rowHeights: rows.heights(HEADER_POINTS),
    merges: rows.merges,
    conditionalFormats: [listedColor(overdue), ...[sections, years, units].map(overdueCount)],
    notes: [{ row: all.header, column: WIDTH - 1, text: RATE_NOTE }],
    charts: summaryCharts(rows, { sections, lastYear, unitsHeading, units }),
    freeze: { rows: 2, columns: 1 },
    print: landscape(
      'A3',
      `${plan.title}汇总`,
      { from: overdue.header, to: overdue.header },
      range(1, 1, overdue.last, FULL_WIDTH),
    ),
  };
  // The chart of the sections stands beside the first three blocks.
  return withPageBreaks(sheet, [
    { heading: 1, last: lastYear },
    { heading: unitsHeading, last: lastUnit },
    { heading: listHeading, last: overdue.last, flows: true },
  ]);
}

/** Rows between the last of one block and the header of the next: its total, a blank one, the heading. */
const BETWEEN = 4;
const SECTIONS_HEADER = 8;

/** Where 分单位 stands as the tab is drawn. */
export function unitsBlock({ sections, years, units }: Pick<Summary, 'sections' | 'years' | 'units'>): Block {
  const header = SECTIONS_HEADER + sections.length + BETWEEN + years.length + BETWEEN;
  return { header, first: header + 1, last: header + units.length };
}

function overdueCount({ first, last }: Block): ConditionalFormat {
  return {
    range: range(first, 9, last, 9),
    condition: compare(operand(9), '>', literal(0)),
    format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
  };
}
