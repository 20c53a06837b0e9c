import { Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useLayout } from '../../../parts/layout';
import { MoreOf } from '../../../parts/MoreOf';
import { useWords } from '../../../words-context';
import type { LedgerScreenProps } from '../../screen';
import { ExtensionForm } from './ExtensionForm';
import { ExtensionItem } from './ExtensionItem';
import { extensionsOf } from './extension-views';

/** 延期: applied for before the deadline, decided on by the office; the old date stays on record. */
export function ExtensionPart({ ledger, commands }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const extensions = useMemo(() => extensionsOf(ledger), [ledger]);
  return (
    <>
      <section className={layout.tight}>
        <h3 className={layout.heading}>{t('pane.report.extension.apply')}</h3>
        <ExtensionForm ledger={ledger} commands={commands} />
      </section>
      <section className={layout.tight}>
        <h3 className={layout.heading}>{t('pane.report.extension.all', { count: extensions.length })}</h3>
        {extensions.length === 0 && <Text>{t('pane.report.extension.none')}</Text>}
        <MoreOf name="extensions" items={extensions}>
          {(some) => (
            <ul className={layout.list}>
              {some.map((extension) => (
                <ExtensionItem key={extension.id} extension={extension} commands={commands} />
              ))}
            </ul>
          )}
        </MoreOf>
      </section>
    </>
  );
}
