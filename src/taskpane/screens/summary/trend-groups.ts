import type { PeriodFigures } from '../../../ledger/figures/trend';
import type { AskedFigure } from './figure-rows';
import type { Tally } from '../../../ledger/figures/summary';

/** Whose figures are followed: of everything, of a section by its number, or of a unit by its name. */
export type TrendGroup = `${'section' | 'unit'} ${string}` | 'total';

/** The figures of one group in one period. */
export interface PeriodTally {
  readonly period: PeriodFigures['period'];
  readonly tally: Tally;
}

/** The figures of a group, period by period; `null` for a group that the ledger does not have. */
export function trendOf(periods: readonly PeriodFigures[], group: string): readonly PeriodTally[] | null {
  const tallies = periods.map((figures) => ({ period: figures.period, tally: tallyOf(figures, group) }));
  return tallies.every((one): one is PeriodTally => one.tally !== undefined) ? tallies : null;
}

function tallyOf({ total, sections, units }: PeriodFigures, group: string): Tally | undefined {
  if (group === 'total') return total;
  return (
    sections.find(({ section }) => group === `section ${section}`) ??
    units.find(({ unit }) => group === `unit ${unit}`)
  );
}

/** The group as what a figure can be asked of. */
export function askedGroup(group: string): Pick<AskedFigure, 'of' | 'name'> {
  const [of, ...name] = group.split(' ');
  return of === 'section' || of === 'unit' ? { of, name: name.join(' ') } : { of: 'total', name: '' };
}

/** Groups that can be chosen, those with nothing to do left out. */
export function trendGroups({ sections, units }: PeriodFigures): {
  readonly sections: readonly { readonly key: TrendGroup; readonly name: string }[];
  readonly units: readonly { readonly key: TrendGroup; readonly name: string }[];
} {
  return {
    sections: sections.map(({ section, title }) => ({
      key: `section ${section}`,
      name: `${section} ${title}`,
    })),
    units: units
      .filter(({ measures }) => measures > 0)
      .map(({ unit }) => ({ key: `unit ${unit}`, name: unit })),
  };
}
