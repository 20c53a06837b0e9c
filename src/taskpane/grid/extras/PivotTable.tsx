import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CellContent, PivotBlueprint, PivotValueField, SheetBlueprint } from '../../../base/blueprint';
import { contentValue } from '../../../base/content-value';
import { layOutPivot, type PivotLayout } from '../../../base/pivots/pivot-layout';
import { pivotSource } from '../../../base/pivots/pivot-source';
import { COLOR } from '../../../sheets/theme';

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: '13px',
    color: `#${COLOR.ink}`,
    margin: '0 0 24px',
  },
  caption: { textAlign: 'left', padding: '2px 8px', minHeight: '18px' },
  cell: {
    border: `1px solid #${COLOR.line}`,
    padding: '2px 8px',
    height: '18px',
    fontWeight: 'normal',
    textAlign: 'left',
  },
  head: { fontWeight: 600, backgroundColor: `#${COLOR.totalFill}` },
  number: { textAlign: 'center' },
});

interface PivotTableProps {
  readonly pivot: PivotBlueprint;
  /** All tabs: the source is one of them. */
  readonly workbook: readonly SheetBlueprint[];
  /** What stands over it on the tab: its name. */
  readonly heading: string;
  /** Width of a column of the tab, counted from 1, in pixels. */
  readonly columnWidth: (at: number) => number;
}

/** A pivot as Excel will show it, worked out from its source; nothing where that is not there. */
export function PivotTable({ pivot, workbook, ...rest }: PivotTableProps) {
  const layout = useMemo(() => laidOut(pivot, workbook), [pivot, workbook]);
  return layout === undefined ? null : <LaidOutPivot layout={layout} {...rest} />;
}

/** As Excel sorts a Chinese list. */
const byPinyin = new Intl.Collator('zh-Hans-CN', { numeric: true }).compare;

export function laidOut(pivot: PivotBlueprint, workbook: readonly SheetBlueprint[]): PivotLayout | undefined {
  const isThere = workbook.some(({ tables }) => tables.some(({ name }) => name === pivot.sourceTable));
  return isThere ? layOutPivot(pivot, pivotSource(workbook, pivot.sourceTable), byPinyin) : undefined;
}

type LaidOutPivotProps = Pick<PivotTableProps, 'heading' | 'columnWidth'> & { readonly layout: PivotLayout };

function LaidOutPivot({ layout, heading, columnWidth }: LaidOutPivotProps) {
  const styles = useStyles();
  const { pivot, grid, headLines, figures, filterLines } = layout;
  const widths = ['', ...figures].map((_, at) => columnWidth(pivot.anchor.column + at));
  const head = mergeClasses(styles.cell, styles.head);
  const number = mergeClasses(styles.cell, styles.number);
  const chosen = filterLines.filter((_, at) => pivot.filters[at]?.item !== undefined);
  return (
    <table
      className={styles.table}
      style={{ width: widths.reduce((sum, one) => sum + one, 0) }}
      aria-label={heading}
    >
      <caption className={styles.caption}>{chosen.map((line) => line.join('：')).join('　')}</caption>
      <colgroup>
        {widths.map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        {grid.slice(0, headLines).map((line, row) => (
          <tr key={row}>
            {joined(line, figures.length + 1).map(({ content, span }, index) => (
              <th key={index} className={head} scope={span > 1 ? 'colgroup' : 'col'} colSpan={span}>
                {shown(content)}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {grid.slice(headLines).map(([name = null, ...values], row) => (
          <tr key={row}>
            <th className={styles.cell} scope="row">
              {shown(name)}
            </th>
            {values.map((value, index) => (
              <td key={index} className={number}>
                {figure(value, figures[index])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadCell {
  readonly content: CellContent;
  readonly span: number;
}

/** A heading reaches over the empty cells at its right, but for the one over the rows. */
function joined(line: readonly CellContent[], width: number): readonly HeadCell[] {
  const cells: { content: CellContent; span: number }[] = [];
  for (let at = 0; at < width; at += 1) {
    const content = line[at] ?? null;
    const last = cells.at(-1);
    if (content === null && at > 1 && last !== undefined) last.span += 1;
    else cells.push({ content, span: 1 });
  }
  return cells;
}

function shown(content: CellContent): string {
  return String(contentValue(content) ?? '');
}

function figure(content: CellContent, field: PivotValueField | undefined): string {
  const value = contentValue(content);
  if (typeof value !== 'number' || value === 0) return '';
  return field?.numberFormat === '0%' ? `${Math.round(value * 100)}%` : String(Math.round(value));
}
