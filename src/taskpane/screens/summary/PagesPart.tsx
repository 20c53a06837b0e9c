import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { officesOn } from '../../../ledger/units/offices';
import { TAB } from '../../../sheets/words';
import { useFollowed } from '../../following/use-followed';
import { AsOfField } from '../../parts/fields/AsOfField';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { useLayout } from '../../parts/layout';
import { isOneOf, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';

const MANNERS = ['files', 'workbook'] as const;
type Manner = (typeof MANNERS)[number];

/** 生成全部单位页: each office's figures and measures as a paper that it confirms, to be sent or to be printed. */
export function PagesPart({ ledger, commands }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const [wanted, setManner] = useScreenState<Manner>('pages.manner', 'files', isOneOf(MANNERS));
  useFollowed(commands, { tab: TAB.unitPage, why: t('pane.summary.part.pages'), measures: null });
  const [hasDownloaded, setHasDownloaded] = useState(false);
  const downloads = commands.outlet === 'download';
  const manner = downloads ? wanted : 'workbook';
  const count = useMemo(() => officesOn(ledger, ledger.settings.asOf).length, [ledger]);
  const make = () => (manner === 'files' ? commands.pages.downloadFiles() : commands.pages.makeWorkbook());
  return (
    <>
      <Text>{t('pane.pages.what')}</Text>
      <AsOfField settings={ledger.settings} onChange={commands.setSettings} />
      {downloads ? (
        <ChoiceField
          label={t('pane.pages.manner')}
          hint={t(`pane.pages.hint.${manner}`)}
          value={manner}
          choices={MANNERS}
          wordOf={(one) => t(`pane.pages.manner.${one}`)}
          onChange={setManner}
        />
      ) : (
        <Text size={200}>{t('pane.pages.noDownloads')}</Text>
      )}
      <Button
        appearance="primary"
        disabled={count === 0}
        onClick={() => void make().then(() => setHasDownloaded(downloads))}
      >
        {t('pane.pages.make', { count })}
      </Button>
      {count === 0 && <Text>{t('pane.pages.none', { asOf: ledger.settings.asOf })}</Text>}
      {hasDownloaded && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t('pane.pages.notStarted')}</MessageBarBody>
        </MessageBar>
      )}
      <Text size={200} className={layout.muted}>
        {t('pane.pages.back')}
      </Text>
    </>
  );
}
