import { Button, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import { useMemo } from 'react';
import { placesToFillIn } from '../../../documents/paper';
import { yearlyReport } from '../../../documents/report/yearly-report';
import { plainText } from '../../../documents/plain-text';
import { TAB } from '../../../sheets/words';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { CopyButton } from '../../parts/CopyButton';
import { PaperDialog } from '../../parts/paper/PaperDialog';
import { useLayout } from '../../parts/layout';
import { isCount, isFlag, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { reportYear, reportYears } from './report-years';

const TABS = ['leaders', 'scores', 'trend', 'acts'] as const;

/** 报告: the yearly progress report, and the tabs that are written with every change of the ledger. */
export function YearPart({ ledger, commands, isLive }: LedgerScreenProps) {
  const layout = useLayout();
  const restoresFocus = useRestoreFocusTarget();
  const { outlet } = commands;
  const t = useWords();
  const years = reportYears(ledger);
  const [wanted, setYear] = useScreenState(`year.wanted.${reportYear(ledger)}`, reportYear(ledger), isCount);
  const [isSeen, setSeen] = useScreenState('year.isSeen', false, isFlag);
  const year = years.includes(wanted) ? wanted : reportYear(ledger);
  const paper = useMemo(() => yearlyReport(ledger, year), [ledger, year]);
  const places = placesToFillIn(paper);
  const download = () => void commands.follow.downloadReport(year);
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
      <div className={layout.row}>
        <Button {...restoresFocus} appearance="primary" onClick={() => setSeen(true)}>
          {t('pane.report.year.preview', { year: String(year) })}
        </Button>
        {outlet !== 'none' && <Button onClick={download}>{t(`pane.paper.to.${outlet}`)}</Button>}
      </div>
      {isSeen && (
        <PaperDialog
          title={t('pane.report.year.title', { year: String(year) })}
          paper={paper}
          remark={t(`pane.report.year.out.${outlet}`)}
          onClose={() => setSeen(false)}
        >
          {outlet !== 'none' && (
            <Button appearance="primary" onClick={download}>
              {t(`pane.paper.to.${outlet}`)}
            </Button>
          )}
          <CopyButton text={plainText(paper)} label={t('pane.report.letters.copy')} />
        </PaperDialog>
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
