import fc from 'fast-check';
import { assignmentRows, type AssignmentRow } from '../../src/ledger/figures/assignment-rows';
import { pivot } from '../../src/ledger/figures/pivot';
import { PIVOT_FIELDS, PIVOT_VALUES, type PivotChoice } from '../../src/ledger/figures/pivot-choice';
import { summarise } from '../../src/ledger/figures/summary';
import { randomLedger } from './random-ledger';
import { threePeriods } from './three-periods';

const field = fc.constantFrom(...PIVOT_FIELDS);
const choice: fc.Arbitrary<PivotChoice> = fc.record({
  rows: field,
  columns: fc.option(field),
  value: fc.constantFrom(...PIVOT_VALUES),
  filters: fc.array(
    fc.record({ field, item: fc.constantFrom(null, '', '2017Q3', '市编办', 'done', '2017', '1') }),
    {
      maxLength: 2,
    },
  ),
});

/** The item of a row, said once more and differently. */
const ITEM: Readonly<Record<PivotChoice['rows'], (row: AssignmentRow) => unknown>> = {
  unit: (row) => row.unit,
  office: (row) => row.office,
  section: (row) => row.measure.section,
  task: (row) => row.measure.taskNo,
  measure: (row) => row.measure.no,
  year: (row) => row.year,
  period: (row) => row.period,
  standing: (row) => row.state.standing,
  timeliness: (row) => row.state.timeliness,
  verification: (row) => row.state.verification,
  submission: (row) => row.submission,
};
const item = (row: AssignmentRow, of: PivotChoice['rows']) => String(ITEM[of](row) ?? '');

function naive(rows: readonly AssignmentRow[], value: PivotChoice['value']): number | null {
  let [done, base, sum, given, count] = [0, 0, 0, 0, 0];
  for (const { counts, percent } of rows) {
    done += counts.done;
    base += 1 - counts.ongoing;
    if (percent !== null) {
      sum += percent;
      given += 1;
    }
    if (value !== 'percent' && value !== 'rate') count += counts[value];
  }
  if (value === 'percent') return given === 0 ? null : sum / given;
  if (value === 'rate') return base === 0 ? null : done / base;
  return count;
}

test('every figure is that of a naive count, whatever is turned and filtered', () => {
  fc.assert(
    fc.property(randomLedger, choice, (ledger, chosen) => {
      const kept = assignmentRows(ledger).filter((row) =>
        chosen.filters.every((filter) => filter.item === null || item(row, filter.field) === filter.item),
      );
      const made = pivot(assignmentRows(ledger), chosen);
      const { rows: down, columns: across } = chosen;
      expect(made.lines.map((line) => line.item).toSorted()).toEqual(
        [...new Set(kept.map((row) => item(row, down)))].toSorted(),
      );
      for (const line of [...made.lines, { ...made.total, item: null }]) {
        const own = kept.filter((row) => line.item === null || item(row, down) === line.item);
        expect(line.total.figure).toEqual(naive(own, chosen.value));
        expect(line.total.rows).toEqual(own);
        made.columns.forEach((column, at) => {
          const both = across === null ? [] : own.filter((row) => item(row, across) === column);
          expect(line.cells[at]?.figure).toEqual(naive(both, chosen.value));
          expect(line.cells[at]?.rows).toEqual(both);
        });
      }
    }),
  );
});

test('its totals are those of 汇总 for the same day and period', () => {
  const ledger = threePeriods();
  const filters = [{ field: 'period', item: ledger.settings.period }] as const;
  const { units } = summarise(ledger);
  for (const value of ['owed', 'done', 'doneLate', 'overdue', 'dueSoon', 'ongoing'] as const) {
    const made = pivot(assignmentRows(ledger), { rows: 'unit', columns: null, value, filters });
    const key = value === 'owed' ? 'measures' : value;
    expect([value, made.lines.map((line) => [line.item, line.total.figure]).toSorted()]).toEqual([
      value,
      units.map((unit) => [unit.unit, unit[key]]).toSorted(),
    ]);
  }
});

test('periods stand in the order of the calendar, years with those without last, statuses in their own order', () => {
  const rows = assignmentRows(threePeriods());
  const columns = (by: PivotChoice['rows']) =>
    pivot(rows, { rows: 'unit', columns: by, value: 'owed', filters: [] }).columns;
  expect(columns('period')).toEqual(['2017Q3', '2017Q4', '2018Q1']);
  expect(columns('year').at(-1)).toBe('');
  expect(columns('year').slice(0, -1)).toEqual(columns('year').slice(0, -1).toSorted());
  expect(columns('standing')).toEqual(['done', 'inProgress', 'notStarted', 'ongoing', 'notReported']);
});
