import { Button, Text } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { LinkedText } from '../../dossier/LinkedText';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { recentActs } from './recent-acts';

const MOST = 5;
/** Of what was done together so much is named; all of it where the pointer rests. */
const MOST_DETAILS = 3;

/** 最近办理: what the office did last, each to be taken back by itself. */
export function RecentActs({ ledger, commands }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const acts = useMemo(() => recentActs(ledger, MOST), [ledger]);
  const lastLetters = acts.find(({ kind }) => kind === 'letter');
  if (acts.length === 0) return null;
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{t('pane.report.recent')}</h3>
      <ul className={layout.list}>
        {acts.map(({ batch, kind, on, details }) => (
          <li key={batch} className={layout.item}>
            <div className={layout.row}>
              <Text size={200} weight="semibold" className={layout.grow}>
                {t('pane.report.act', { kind: t(`pane.report.act.${kind}`), count: details.length, on })}
              </Text>
              {batch === lastLetters?.batch && (
                <Button
                  size="small"
                  aria-label={t('pane.report.takeBack.label', { what: details[0] ?? batch })}
                  onClick={() => void commands.follow.takeBackLetters(batch)}
                >
                  {t('pane.report.takeBack')}
                </Button>
              )}
              <Button
                size="small"
                icon={<ArrowUndoRegular />}
                aria-label={t('pane.report.undo.label', { what: details[0] ?? batch })}
                onClick={() => void commands.follow.undo(batch)}
              >
                {t('pane.report.undo')}
              </Button>
            </div>
            <Text size={200} title={details.join('\n')} lang="zh-CN">
              <LinkedText text={details.slice(0, MOST_DETAILS).join('、')} ledger={ledger} />
              {details.length > MOST_DETAILS && '……'}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
