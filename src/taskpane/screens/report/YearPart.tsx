import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { placesToFillIn } from '../../../documents/paper';
import { yearlyReport } from '../../../documents/report/yearly-report';
import { plainText } from '../../../documents/plain-text';
import { TAB } from '../../../sheets/words';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { CopyButton } from '../../parts/CopyButton';
import { useLayout } from '../../parts/layout';
import { isCount, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { reportYear, reportYears } from './report-years';

const TABS = ['leaders', 'scores', 'trend', 'acts'] as const;

/** 报告: the yearly progress report, and the tabs that are written with every change of the ledger. */
export function YearPart({ ledger, commands, isLive }: LedgerScreenProps) {
  const layout = useLayout();
  const { outlet } = commands;
  const t = useWords();
  const years = reportYears(ledger);
  const [wanted, setYear] = useScreenState(`year.wanted.${reportYear(ledger)}`, reportYear(ledger), isCount);
  const [hasDownloaded, setHasDownloaded] = useState(false);
  const year = years.includes(wanted) ? wanted : reportYear(ledger);
  const paper = useMemo(() => yearlyReport(ledger, year), [ledger, year]);
  const places = placesToFillIn(paper);
  return (
    <>
      <ChoiceField
        label={t('pane.report.year')}
        hint={t('pane.report.year.hint')}
        value={String(year)}
        choices={years.map(String)}
        wordOf={(one) => t('pane.period.year', { year: one })}
        onChange={(one) => setYear(Number(one))}
      />
      <Button
        appearance="primary"
        onClick={() => void commands.follow.downloadReport(year).then(() => setHasDownloaded(true))}
      >
        {t(outlet === 'none' ? 'pane.report.year.make' : 'pane.report.year.download', { year: String(year) })}
      </Button>
      {hasDownloaded && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t(`pane.report.year.out.${outlet}`)}</MessageBarBody>
        </MessageBar>
      )}
      {hasDownloaded && (
        <div className={layout.row}>
          <CopyButton text={plainText(paper)} label={t('pane.report.letters.copy')} />
        </div>
      )}
      <Text size={200}>{t('pane.report.year.places', { count: places.length })}</Text>
      {places.length > 0 && (
        <ul className={layout.list} lang="zh-CN">
          {places.map((place) => (
            <li key={place} className={layout.item}>
              <Text size={200}>{place}</Text>
            </li>
          ))}
        </ul>
      )}
      <section className={layout.tight}>
        <h3 className={layout.heading}>{t('pane.report.tabs')}</h3>
        <Text size={200} className={layout.muted}>
          {t(isLive ? 'pane.report.tabs.hint.live' : 'pane.report.tabs.hint')}
        </Text>
        <div className={layout.row}>
          {TABS.map((tab) => (
            <Button key={tab} onClick={() => void commands.showTab(TAB[tab])}>
              {TAB[tab]}
            </Button>
          ))}
        </div>
      </section>
    </>
  );
}
