import { AlignmentType, LineRuleType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Chart } from '../paper';
import { TEXT_WIDTH } from './page';
import { must } from '../../base/invariant';

/** A line as high as what stands in it: one of fixed height would cut the chart off. */
const SINGLE = 240;
const TWIPS_A_PIXEL = 15;
const BAR_PIXELS = 25;
const AROUND_PIXELS = 55;

/** A native chart, which Word draws from its data: sharp at any size, and its figures can be looked up. */
export function chartParagraph(chart: Chart): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: SINGLE, lineRule: LineRuleType.AUTO },
    children: [
      new ChartRun({
        type: 'bar',
        stacking: 'stacked',
        gapWidth: 45,
        categories: chart.categories,
        series: chart.series.map(({ name, color, values }) => ({
          name,
          color,
          values: values.map((value) => (value === 0 ? null : value)),
          dataLabels: { value: true, font: { size: 9, color: isDark(color) ? 'FFFFFF' : '000000' } },
        })),
        font: { name: '宋体' },
        chartArea: { border: 'none' },
        categoryAxis: { reverseOrder: true, font: { size: 9 } },
        valueAxis: { visible: false, gridlines: false },
        legend: { position: 'bottom', font: { size: 9 } },
        altText: { name: chart.caption, title: chart.caption, description: description(chart) },
        transformation: {
          width: Math.floor(TEXT_WIDTH / TWIPS_A_PIXEL),
          height: chart.categories.length * BAR_PIXELS + AROUND_PIXELS,
        },
      }),
    ],
  });
}

/** The figures in words, for screen readers. */
function description({ categories, series }: Chart): string {
  return categories
    .map((category, at) => {
      const said = series.flatMap(({ name, values }) => {
        const value = must(values[at], `${name} of ${category}`);
        return value === 0 ? [] : [`${name}${value}`];
      });
      return `${category}：${said.length === 0 ? '无' : said.join('，')}`;
    })
    .join('；');
}

const HALF_BRIGHT = 128;

/** Whether white is read better on it than black. */
function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = must(color.match(/../g), 'a colour of six digits').map((part) =>
    parseInt(part, 16),
  );
  return 0.3 * red + 0.59 * green + 0.11 * blue < HALF_BRIGHT;
}
