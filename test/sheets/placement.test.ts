import fc from 'fast-check';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { asDrawn, span, standsAsDrawn } from '../../src/sheets/layout/placement';
import { rebaseFormula } from '../../src/sheets/layout/rebase-formula';
import { rebased } from '../../src/sheets/layout/standing-cell';
import { smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';

test('where all tabs stand as they are drawn, every formula stays as it is', () => {
  for (const ledger of [threePeriods(), smallLedger()]) {
    const { sheets } = ledgerWorkbook(ledger);
    const placements = new Map(
      sheets.map(({ name, cells, columnWidths }) => [name, asDrawn(cells.length, columnWidths.length)]),
    );
    const formulas = sheets.flatMap(({ name, cells }) =>
      cells.flatMap((row) =>
        row.flatMap((content) =>
          typeof content === 'object' && content !== null && 'formula' in content
            ? [{ name, formula: content.formula }]
            : [],
        ),
      ),
    );
    expect(formulas.length).toBeGreaterThan(50);
    const moved = formulas.filter(
      ({ name, formula }) => rebaseFormula(formula, name, placements) !== formula,
    );
    expect(moved).toEqual([]);
  }
});

test('a formula follows the one tab that has moved, whether it stands on it or speaks of it', () => {
  const down = { rows: new Map([4, 5].map((row) => [row, row + 1])), columns: new Map([[1, 1]]) };
  const placements = new Map([
    ['台账', down],
    ['汇总', asDrawn(9, 9)],
  ]);
  expect(standsAsDrawn(down)).toBe(false);
  const at = (formula: string, home: string) => rebased({ formula, result: 0 }, home, placements);
  expect(at('SUM(A4:A5)', '台账')).toMatchObject({ formula: 'SUM(A5:A6)' });
  expect(at('台账!A4', '汇总')).toMatchObject({ formula: '台账!A5' });
  expect(at('SUM(A4:A5)', '汇总')).toMatchObject({ formula: 'SUM(A4:A5)' });
});

test('a span goes from the first to the last of its lines, in whatever order they stand', () => {
  const lines = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 40 })), {
    selector: ([line]) => line,
    maxLength: 15,
  });
  const sorted = lines.map((pairs) => {
    const [from, to] = [pairs.map(([line]) => line), pairs.map(([, at]) => at)].map((numbers) =>
      [...new Set(numbers)].sort((a, b) => a - b),
    );
    return (from ?? []).flatMap((line, index): [number, number][] => {
      const at = to?.[index];
      return at === undefined ? [] : [[line, at]];
    });
  });
  const edge = fc.integer({ min: 1, max: 22 });
  fc.assert(
    fc.property(fc.oneof(lines, sorted), edge, edge, (pairs, from, to) => {
      const places = pairs.filter(([line]) => line >= from && line <= to).map(([, at]) => at);
      const expected = places.length === 0 ? undefined : [Math.min(...places), Math.max(...places)];
      expect(span(new Map(pairs), from, to)).toEqual(expected);
    }),
  );
});
