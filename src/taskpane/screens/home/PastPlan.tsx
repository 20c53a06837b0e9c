import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { yearOf } from '../../../base/calendar';
import { summarise } from '../../../ledger/figures/summary';
import { useLayout } from '../../parts/layout';
import { isText, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { endsOfYears, fittingDay } from './past-years';

/** Offered over a plan whose years are over, and in which nothing was reported: to count by a day in them rather than by today. */
export function PastPlan({ ledger, commands }: Pick<LedgerScreenProps, 'ledger' | 'commands'>) {
  const layout = useLayout();
  const t = useWords();
  const { asOf } = ledger.settings;
  const [kept, keep] = useScreenState('home.keptDay', '', isText);
  const offers = useMemo(() => endsOfYears(ledger), [ledger]);
  const { overdue } = useMemo(() => summarise(ledger).total, [ledger]);
  const fitting = fittingDay(offers);
  if (fitting === undefined || kept === asOf) return null;
  const { from, to } = ledger.plan.years;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={layout.tight}>
        <MessageBarTitle>{t('pane.past.title', { from, to, overdue })}</MessageBarTitle>
        <Text>{t('pane.past.text')}</Text>
        <div className={layout.row}>
          {offers.map((offer) => (
            <Button
              key={offer.asOf}
              size="small"
              appearance={offer === fitting ? 'primary' : 'secondary'}
              onClick={() => void commands.setSettings({ asOf: offer.asOf, period: offer.period })}
            >
              {t('pane.past.day', { year: yearOf(offer.asOf), overdue: offer.overdue })}
            </Button>
          ))}
          <Button size="small" appearance="transparent" onClick={() => keep(asOf)}>
            {t('pane.past.keep', { asOf })}
          </Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
