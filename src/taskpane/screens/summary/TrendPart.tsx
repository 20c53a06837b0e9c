import { Field, Select } from '@fluentui/react-components';
import { useMemo } from 'react';
import { must } from '../../../base/invariant';
import type { PeriodFigures } from '../../../ledger/figures/trend';
import { useLayout } from '../../parts/layout';
import { periodName } from '../../parts/periods';
import { isText, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { AskedFigure } from './figure-rows';
import { TallyTable } from './TallyTable';
import { TrendChart } from './TrendChart';
import { askedGroup, trendGroups, trendOf } from './trend-groups';

interface TrendPartProps {
  readonly periods: readonly PeriodFigures[];
  readonly onAsk: (asked: AskedFigure) => void;
}

/** 各报送期趋势: of everything, a section or a unit; a chart, and below it the table of what it draws. */
export function TrendPart({ periods, onAsk }: TrendPartProps) {
  const layout = useLayout();
  const t = useWords();
  const [kept, choose] = useScreenState('trend.of', 'total', isText);
  const { sections, units } = useMemo(
    () => trendGroups(must(periods.at(-1), 'the current period')),
    [periods],
  );
  const chosen = trendOf(periods, kept);
  const group = chosen === null ? 'total' : kept;
  const tallies = chosen ?? must(trendOf(periods, 'total'), 'the figures of everything');
  return (
    <>
      <div className={layout.fields}>
        <Field label={t('pane.summary.trendWhose')}>
          <Select value={group} onChange={(_event, { value }) => choose(value)}>
            <option value="total">{t('pane.figures.total')}</option>
            <optgroup label={t('pane.summary.sections')}>
              {sections.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('pane.summary.units')}>
              {units.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
          </Select>
        </Field>
      </div>
      <TrendChart
        tallies={tallies}
        onAsk={(period, figure) => onAsk({ ...askedGroup(group), period, figure })}
      />
      <TallyTable
        caption={t('pane.summary.trend')}
        rows={tallies.map(({ period, tally }) => ({
          name: periodName(period, t),
          tally,
          onAsk: (figure) => onAsk({ ...askedGroup(group), period, figure }),
        }))}
      />
    </>
  );
}
