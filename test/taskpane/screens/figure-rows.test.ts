import { summarise } from '../../../src/ledger/figures/summary';
import { FIGURES, askedOf, askedText, figureRows } from '../../../src/taskpane/screens/summary/figure-rows';
import { threePeriods } from '../../ledger/three-periods';

const ledger = threePeriods();
const { total, sections, units } = summarise(ledger);
const GROUPS = [
  { of: 'total', name: '', tally: total },
  ...sections.map((tally) => ({ of: 'section', name: tally.section, tally }) as const),
  ...units.map((tally) => ({ of: 'unit', name: tally.unit, tally }) as const),
] as const;

test('every figure of the plan, of a section and of a unit leads to as many rows as it says', () => {
  const counted = GROUPS.map(({ of, name }) =>
    FIGURES.map((figure) => figureRows(ledger, { of, name, figure }).length),
  );
  expect(counted).toEqual(GROUPS.map(({ tally }) => FIGURES.map((figure) => tally[figure])));
  expect(total.overdue).toBeGreaterThan(0);
});

test('what was asked about is kept as a text, whatever its name', () => {
  const asked = { of: 'unit', name: '某 市  编办', figure: 'overdue' } as const;
  expect(askedOf(askedText(asked))).toEqual(asked);
  expect(['', 'unit', 'unit late 市编办', 'year done 2017'].map(askedOf)).toEqual([null, null, null, null]);
});
