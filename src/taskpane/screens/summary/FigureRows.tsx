import { Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { TAB } from '../../../sheets/words';
import { DossierLink } from '../../dossier/DossierLink';
import { StandingBadges } from '../../dossier/DossierParts';
import { useFollowed } from '../../following/use-followed';
import { LocateButton } from '../../parts/LocateButton';
import { MoreOf } from '../../parts/MoreOf';
import { useLayout } from '../../parts/layout';
import { measurePlace } from '../../parts/places';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { AskedHead } from './AskedHead';
import { figureWords } from './figure-words';
import { FIGURES, figureRows, type AskedFigure, type FigureRow } from './figure-rows';

interface FigureRowsProps extends Pick<LedgerScreenProps, 'ledger' | 'commands'> {
  readonly asked: AskedFigure;
  readonly onAsk: (asked: AskedFigure | null) => void;
}

/** The rows that a figure counts, with what they were chosen by, which is taken back by a press. */
export function FigureRows({ asked, onAsk, ledger, commands }: FigureRowsProps) {
  const layout = useLayout();
  const t = useWords();
  const { of, name, figure: shown, period } = asked;
  const rows = useMemo(
    () => figureRows(ledger, { of, name, figure: shown, period }),
    [ledger, of, name, shown, period],
  );
  const what = figureWords(asked, ledger, t);
  const offered = FIGURES.some((one) => one === shown) ? FIGURES : [...FIGURES, shown];
  useFollowed(commands, { tab: TAB.ledger, why: what, measures: rows.map(({ measure }) => measure) });
  return (
    <section className={layout.column}>
      <AskedHead asked={asked} what={what} count={rows.length} offered={offered} onAsk={onAsk} />
      {rows.length === 0 && <Text>{t('pane.figures.none')}</Text>}
      <MoreOf name="figures" items={rows}>
        {(some) => (
          <ul className={layout.list} aria-label={what}>
            {some.map((row) => (
              <RowItem key={keyOf(row)} row={row} ledger={ledger} commands={commands} />
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  );
}

/** A measure may stand there once for each unit, or for each measure of a place that is one of ours. */
function keyOf({ measure, units, text }: FigureRow): string {
  return [measure, text, ...units].join(' ');
}

interface RowItemProps extends Pick<LedgerScreenProps, 'ledger' | 'commands'> {
  readonly row: FigureRow;
}

function RowItem({ row: { measure, text, units, state }, ledger, commands }: RowItemProps) {
  const layout = useLayout();
  const t = useWords();
  const place = measurePlace(ledger.plan.measures, measure);
  return (
    <li className={layout.item}>
      <div className={layout.row}>
        <DossierLink of={{ measure }}>{t('pane.dossier.measure', { no: measure })}</DossierLink>
        <StandingBadges state={state} />
        <Text size={200} className={layout.grow}>
          {state.deadline ?? t('pane.dossier.openEnded')}
        </Text>
        {place !== null && (
          <LocateButton place={place} onLocate={() => void commands.locateMeasure(place, measure)} />
        )}
      </div>
      <Text size={200} className={layout.twoLines} title={text} lang="zh-CN">
        {text}
      </Text>
      <Text size={200} className={layout.twoLines} lang="zh-CN">
        {units.join(t('pane.listComma'))}
      </Text>
    </li>
  );
}
