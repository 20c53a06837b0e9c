import fc from 'fast-check';
import type { PivotBlueprint, PivotValueField } from '../../../../src/base/blueprint';
import { must } from '../../../../src/base/invariant';
import { layOutPivot } from '../../../../src/base/pivots/pivot-layout';
import { pivotSource } from '../../../../src/base/pivots/pivot-source';
import { assignmentRows, type AssignmentRow } from '../../../../src/ledger/figures/assignment-rows';
import { itemsIn, pivot } from '../../../../src/ledger/figures/pivot';
import {
  PIVOT_FIELDS,
  PIVOT_VALUES,
  type PivotField,
  type PivotFilter,
  type PivotValue,
} from '../../../../src/ledger/figures/pivot-choice';
import { foldLedger } from '../../../../src/ledger/fold';
import type { Ledger } from '../../../../src/ledger/ledger';
import { PIVOT_SOURCE, PIVOT_SOURCE_TABLE } from '../../../../src/sheets/figures/pivots/pivot-source-columns';
import { pivotSourceTab } from '../../../../src/sheets/figures/pivots/pivot-source-tab';
import { PIVOT_TABLES } from '../../../../src/sheets/figures/pivots/pivot-tables';
import {
  NO_DEADLINE,
  STANDING_WORD,
  SUBMISSION_WORD,
  TIMELINESS_WORD,
  VERIFICATION_WORD,
} from '../../../../src/sheets/words';
import { randomLedger } from '../../../ledger/random-ledger';

const TOTAL = '总计';

/** How an item of the page's pivot is called in 透视底表. */
function nameOf(field: PivotField, row: AssignmentRow, { plan }: Ledger): string {
  const { measure, state } = row;
  switch (field) {
    case 'section': {
      const place = plan.sections.findIndex(({ no }) => no === measure.section);
      return `${place + 1}.${plan.sections[place]?.title ?? ''}`;
    }
    case 'task':
      return `${measure.taskNo}.${measure.task}`;
    case 'measure':
      return `${measure.no}.${measure.text.slice(0, 36)}`;
    case 'year':
      return row.year === null ? NO_DEADLINE : `${row.year}年`;
    case 'standing':
      return STANDING_WORD[state.standing];
    case 'timeliness':
      return TIMELINESS_WORD[state.timeliness];
    case 'verification':
      return state.verification === null ? STANDING_WORD.notReported : VERIFICATION_WORD[state.verification];
    case 'submission':
      return SUBMISSION_WORD[row.submission];
    default:
      return row[field];
  }
}

function namesIn(rows: readonly AssignmentRow[], field: PivotField, ledger: Ledger) {
  return (item: string): string => {
    const row = must(
      rows.find((one) => itemsIn([one], field)[0] === item),
      `row of ${item}`,
    );
    return nameOf(field, row, ledger);
  };
}

/** The figure of a line, a column and a value; 总计 for totals. */
type Figures = ReadonlyMap<string, number | null>;

const key = (line: string, column: string, caption: string) => `${line} | ${column} | ${caption}`;

/** A PivotTable of the ledger's 透视底表, read from the cells that show it; a pair that never occurs counts nothing. */
function inTheWorkbook(ledger: Ledger, blueprint: PivotBlueprint): Figures {
  const source = pivotSource([pivotSourceTab(ledger, foldLedger(ledger))], blueprint.sourceTable);
  const layout = layOutPivot(blueprint, source, (one, other) => one.localeCompare(other));
  const { column, shownColumns, grid, headLines } = layout;
  const columns = shownColumns.map((at) => String(column?.items[at]));
  const across = [...columns, ...(columns.length === 0 || blueprint.rowTotals ? [TOTAL] : [])];
  const heads = across.flatMap((name) => blueprint.values.map((value) => ({ name, value })));
  return new Map(
    grid.slice(headLines).flatMap(([line, ...figures]) =>
      heads.map(({ name, value }, at) => {
        const figure = figures[at];
        const counts = value.summarize !== 'average' && value.shareOfRow !== true;
        const read = typeof figure === 'number' ? figure : counts ? 0 : null;
        return [key(String(line), name, value.caption), read] as const;
      }),
    ),
  );
}

/** The same, turned on the page. */
function onThePage(
  ledger: Ledger,
  { rows: [first], columns: [across], values, rowTotals }: PivotBlueprint,
  filters: readonly PivotFilter[],
): Figures {
  const all = assignmentRows(ledger);
  const [down, by] = [first, across].map((header) =>
    PIVOT_FIELDS.find((field) => headerOf(field) === header),
  );
  const rowField = must(down, 'row field');
  return new Map(
    values.flatMap((value) => {
      const choice = { rows: rowField, columns: by ?? null, value: valueOf(value), filters };
      const made = pivot(all, choice);
      const columns = made.columns.map((item) => namesIn(all, must(by, 'column field'), ledger)(item));
      const name = namesIn(all, rowField, ledger);
      const lines = [
        ...made.lines.map((line) => ({ line, named: name(line.item) })),
        { line: made.total, named: TOTAL },
      ];
      return lines.flatMap(({ line, named }) => {
        const whole = line.total.figure ?? 0;
        const shown = (figure: number | null) =>
          value.shareOfRow !== true || figure === null ? figure : figure === 0 ? null : figure / whole;
        return [
          ...line.cells.map(
            ({ figure }, at) => [key(named, columns[at] ?? '', value.caption), shown(figure)] as const,
          ),
          ...(by === undefined || rowTotals
            ? [[key(named, TOTAL, value.caption), shown(line.total.figure)] as const]
            : []),
        ];
      });
    }),
  );
}

function headerOf(field: PivotField | 'age' | Exclude<PivotValue, 'rate'> | 'rated' | 'no'): string {
  return PIVOT_SOURCE.header(field);
}

/** What the page calls a value of a PivotTable. */
function valueOf({ field }: PivotValueField): PivotValue {
  if (field === headerOf('rated')) return 'rate';
  if (field === headerOf('no')) return 'owed';
  return must(
    PIVOT_VALUES.find((value) => value !== 'rate' && headerOf(value) === field),
    field,
  );
}

const rounded = (figures: Figures) =>
  [...figures]
    .map(([at, figure]) => [at, figure === null ? null : Math.round(figure * 1e9) / 1e9] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

test('each PivotTable has the figures of the page’s pivot, whatever is in the ledger', () => {
  fc.assert(
    fc.property(randomLedger, fc.constantFrom(...PIVOT_TABLES), (ledger, { shape }) => {
      const blueprint = { ...shape, sourceTable: PIVOT_SOURCE_TABLE, anchor: { row: 20, column: 1 } };
      const isOfOnePeriod = shape.filters.some(({ field }) => field === headerOf('age'));
      const filters = isOfOnePeriod ? [{ field: 'period', item: ledger.settings.period } as const] : [];
      expect(rounded(inTheWorkbook(ledger, blueprint))).toEqual(
        rounded(onThePage(ledger, blueprint, filters)),
      );
    }),
  );
});

const turned = fc.record({
  fields: fc.shuffledSubarray([...PIVOT_FIELDS], { minLength: 3, maxLength: 4 }),
  hasColumns: fc.boolean(),
  values: fc.uniqueArray(fc.constantFrom(...PIVOT_VALUES), { minLength: 1, maxLength: 3 }),
  picked: fc.tuple(fc.nat(), fc.nat()),
});

test('so has a PivotTable that the clerk has turned and filtered as the page is', () => {
  fc.assert(
    fc.property(randomLedger, turned, (ledger, { fields: [down, across, ...narrowed], ...rest }) => {
      const all = assignmentRows(ledger);
      const filters = narrowed.map((field, at) => {
        const items = itemsIn(all, field);
        return { field, item: must(items[(rest.picked[at] ?? 0) % items.length], field) };
      });
      const values = rest.values.map((value) => ({
        field: headerOf(value === 'rate' ? 'rated' : value),
        caption: `值 ${value}`,
        summarize: value === 'percent' || value === 'rate' ? ('average' as const) : ('sum' as const),
        numberFormat: '0' as const,
      }));
      const blueprint: PivotBlueprint = {
        name: '某表',
        sourceTable: PIVOT_SOURCE_TABLE,
        anchor: { row: 20, column: 1 },
        rows: [headerOf(must(down, 'row'))],
        columns: rest.hasColumns ? [headerOf(must(across, 'column'))] : [],
        values,
        rowTotals: true,
        filters: filters.map(({ field, item }) => ({
          field: headerOf(field),
          item: namesIn(all, field, ledger)(item),
        })),
      };
      expect(rounded(inTheWorkbook(ledger, blueprint))).toEqual(
        rounded(onThePage(ledger, blueprint, filters)),
      );
    }),
  );
});
