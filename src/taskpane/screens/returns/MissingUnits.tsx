import { Text } from '@fluentui/react-components';
import { Fragment, useMemo } from 'react';
import type { Ledger } from '../../../ledger/ledger';
import { returnsOwed } from '../../../ledger/figures/submissions';
import { DossierLink } from '../../dossier/DossierLink';
import { CopyButton } from '../../parts/CopyButton';
import { useLayout } from '../../parts/layout';
import { periodName } from '../../parts/periods';
import { useWords } from '../../words-context';

/** Who has not returned, ready to paste into a message. */
export function MissingUnits({ ledger }: { readonly ledger: Ledger }) {
  const layout = useLayout();
  const t = useWords();
  const missing = useMemo(
    () => returnsOwed(ledger, ledger.settings.period).filter(({ submission }) => submission === 'missing'),
    [ledger],
  );
  const period = periodName(ledger.settings.period, t);
  if (missing.length === 0) return <Text>{t('pane.missing.none', { period })}</Text>;
  const names = missing.map(({ office }) => office);
  return (
    <section className={layout.tight} aria-label={t('pane.missing.title', { count: names.length, period })}>
      <div className={layout.row}>
        <h3 className={layout.heading}>{t('pane.missing.title', { count: names.length, period })}</h3>
        <CopyButton text={names.join('\n')} label={t('pane.missing.copy')} />
      </div>
      <Text size={200}>
        {names.map((name, at) => (
          <Fragment key={name}>
            {at > 0 && t('pane.listComma')}
            <DossierLink of={{ unit: name }}>{name}</DossierLink>
          </Fragment>
        ))}
      </Text>
    </section>
  );
}
