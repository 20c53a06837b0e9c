import { Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useFollowed } from '../../../following/use-followed';
import { MoreOf } from '../../../parts/MoreOf';
import { useLayout } from '../../../parts/layout';
import { useWords } from '../../../words-context';
import type { LedgerScreenProps } from '../../screen';
import { AskedHead } from '../AskedHead';
import type { AskedFigure, AskedRecords, RecordFigure } from '../figure-rows';
import { figureWords } from '../figure-words';
import { RecordItem } from './RecordItem';
import { RECORD_TAB, headsOfRecords, recordRows } from './record-rows';

/** Figures of which one can be asked about in place of the other. */
const ALIKE: readonly (readonly RecordFigure[])[] = [
  ['offices', 'returned', 'missing'],
  ['lateReturns', 'sentBack'],
  ['notListed', 'own'],
];

interface RecordRowsProps extends Pick<LedgerScreenProps, 'ledger' | 'commands' | 'isLive'> {
  readonly asked: AskedRecords;
  readonly onAsk: (asked: AskedFigure | null) => void;
}

/** The records that a figure counts, and beside the pane their rows in the tab that holds them. */
export function RecordRows({ asked, onAsk, ledger, commands, isLive }: RecordRowsProps) {
  const layout = useLayout();
  const t = useWords();
  const { of, name, figure, period } = asked;
  const records = useMemo(
    () => recordRows(ledger, { of, name, figure, period }),
    [ledger, of, name, figure, period],
  );
  const what = figureWords(asked, ledger, t);
  const tab = RECORD_TAB[figure];
  const rows = [...headsOfRecords(ledger, figure), ...records.flatMap((record) => record.rows)];
  useFollowed(commands, { tab, why: what, measures: null, rows });
  const offered = ALIKE.find((figures) => figures.includes(figure)) ?? [figure];
  return (
    <section className={layout.column}>
      <AskedHead asked={asked} what={what} count={records.length} offered={offered} onAsk={onAsk} />
      {records.length === 0 && <Text>{t('pane.figures.noRecords')}</Text>}
      <MoreOf name="records" items={records}>
        {(some) => (
          <ul className={layout.list} aria-label={what}>
            {some.map((record) => (
              <RecordItem
                key={record.key}
                record={record}
                ledger={ledger}
                // In Excel the clerk may have sorted the tab: there its rows are not known.
                onLocate={isLive ? null : (cell) => void commands.locate(tab, cell)}
                tab={tab}
              />
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  );
}
