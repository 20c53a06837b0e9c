import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { AsOfField } from '../../parts/fields/AsOfField';
import { LedgerPicker } from '../../parts/files/LedgerPicker';
import { useLayout } from '../../parts/layout';
import { PeriodField } from '../../parts/fields/PeriodField';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { CycleList } from './CycleList';
import { PastPlan } from './PastPlan';
import { cycleFigures, nextStep } from './cycle';

/** Where the cycle stands, and the one thing to do next. */
export function Home({ ledger, session, commands, isLive }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const figures = useMemo(() => cycleFigures(ledger), [ledger]);
  const next = nextStep(figures);
  const hasSample = session.sampleReturns.length > 0 && figures.returned === 0;
  return (
    <div className={layout.column}>
      <PastPlan ledger={ledger} commands={commands} />
      <div className={layout.fields}>
        <AsOfField settings={ledger.settings} onChange={commands.setSettings} />
        <PeriodField ledger={ledger} onChange={commands.setSettings} />
      </div>
      <CycleList {...{ ledger, session, commands, figures, next }} />
      <Button appearance="primary" size="large" onClick={() => commands.go(next)}>
        {t(`pane.next.${next}`)}
      </Button>
      {hasSample && (
        <Button onClick={() => void commands.returns.check(session.sampleReturns)}>
          {t('pane.returns.sample')}
        </Button>
      )}
      {!isLive && (
        <div className={layout.row}>
          <LedgerPicker
            label={t('pane.home.openOther')}
            commands={commands}
            button={{ appearance: 'subtle', size: 'small' }}
          />
          <Button appearance="subtle" size="small" onClick={() => void commands.opening.close()}>
            {t('pane.home.close')}
          </Button>
        </div>
      )}
    </div>
  );
}
