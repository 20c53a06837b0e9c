import { scoreUnits } from '../../../src/ledger/figures/scores';
import { sumOf, summarise, type Tally } from '../../../src/ledger/figures/summary';
import { trend } from '../../../src/ledger/figures/trend';
import {
  FIGURES,
  askedOf,
  askedText,
  figureRows,
  type AskedFigure,
} from '../../../src/taskpane/screens/summary/figure-rows';
import { period } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';

const ledger = threePeriods();
const { total, sections, units, years } = summarise(ledger);
const periods = trend(ledger);

type Group = Omit<AskedFigure, 'figure'> & { readonly tally: Tally };

function groupsOf(
  of: Pick<(typeof periods)[number], 'total' | 'sections' | 'units'>,
  when: Group['period'],
): readonly Group[] {
  return [
    { of: 'total', name: '', period: when, tally: of.total },
    ...of.sections.map((tally): Group => ({ of: 'section', name: tally.section, period: when, tally })),
    ...of.units.map((tally): Group => ({ of: 'unit', name: tally.unit, period: when, tally })),
  ];
}

const GROUPS: readonly Group[] = [
  ...groupsOf({ total, sections, units }, null),
  ...years.map((tally): Group => ({ of: 'year', name: String(tally.year ?? ''), period: null, tally })),
  { of: 'assignments', name: '', period: null, tally: sumOf(units) },
  ...periods.flatMap((figures) => groupsOf(figures, figures.period)),
];

test('every figure of the plan, a section, a unit, a year and all units, of every period, leads to as many rows as it says', () => {
  const counted = GROUPS.map(({ tally: _tally, ...group }) =>
    [...FIGURES, 'doneLate' as const].map((figure) => figureRows(ledger, { ...group, figure }).length),
  );
  expect(counted).toEqual(
    GROUPS.map(({ tally }) => [...FIGURES.map((figure) => tally[figure]), tally.doneLate]),
  );
  expect(periods).toHaveLength(3);
  expect(years.map(({ year }) => year)).toContain(null);
});

test('what assessment counts of a unit leads to as many rows as it says', () => {
  const rows = (name: string, figure: AskedFigure['figure']) =>
    figureRows(ledger, { of: 'unit', name, figure, period: null }).length;
  const scores = scoreUnits(ledger);
  expect(
    scores.map(({ unit }) => [
      rows(unit, 'due'),
      rows(unit, 'dueOnTime'),
      rows(unit, 'dueLate'),
      rows(unit, 'dueUndone'),
    ]),
  ).toEqual(scores.map(({ due, onTime, late, overdue }) => [due, onTime, late, overdue]));
  expect(scores.some(({ due }) => due > 0)).toBe(true);
});

test('a period that the ledger does not have any more has no rows', () => {
  const gone = { of: 'total', name: '', figure: 'measures', period: period('2001Q1') } as const;
  expect(figureRows(ledger, gone)).toEqual([]);
});

test('what was asked about is kept as a text, whatever its name', () => {
  const asked = { of: 'unit', name: '某 市  编办', figure: 'overdue', period: null } as const;
  const before = { of: 'year', name: '', figure: 'dueLate', period: period('2017-10') } as const;
  expect([asked, before].map((one) => askedOf(askedText(one)))).toEqual([asked, before]);
  expect(
    ['', 'unit', 'unit late now 市编办', 'decade done now 2010', 'unit overdue 市编办'].map(askedOf),
  ).toEqual([null, null, null, null, null]);
});
