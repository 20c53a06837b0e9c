import { Fragment } from 'react';
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { AssignmentRow } from '../../../ledger/figures/assignment-rows';
import type { PivotCell } from '../../../ledger/figures/pivot';
import { AssignmentLinks } from '../../dossier/DossierLink';
import { FocusHeading } from '../../parts/FocusHeading';
import { LocateButton } from '../../parts/LocateButton';
import { MoreOf } from '../../parts/MoreOf';
import { useLayout } from '../../parts/layout';
import { measurePlace } from '../../parts/places';
import { periodName } from '../../parts/periods';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';

const useStyles = makeStyles({
  /** Dates and figures do not break. */
  fact: { whiteSpace: 'nowrap' },
});

interface PivotRowsProps extends Pick<LedgerScreenProps, 'ledger' | 'commands'> {
  /** What the figure is called. */
  readonly title: string;
  readonly rows: PivotCell['rows'];
  readonly onBack: () => void;
}

/** What a figure is made of, and the way back to it. */
export function PivotRows({ title, rows, ledger, commands, onBack }: PivotRowsProps) {
  const layout = useLayout();
  const t = useWords();
  return (
    <section className={layout.tight}>
      <div className={layout.row}>
        <Button icon={<ArrowLeftRegular />} onClick={onBack}>
          {t('pane.pivot.back')}
        </Button>
      </div>
      <FocusHeading of="part">{t('pane.pivot.rowsOf', { title, count: rows.length })}</FocusHeading>
      <MoreOf name="pivot" items={rows}>
        {(shown) => (
          <ul className={layout.list}>
            {shown.map((row) => (
              <PivotRow
                key={`${row.period} ${row.measure.no} ${row.unit}`}
                row={row}
                ledger={ledger}
                commands={commands}
              />
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  );
}

interface PivotRowProps extends Pick<LedgerScreenProps, 'ledger' | 'commands'> {
  readonly row: AssignmentRow;
}

function PivotRow({ row, ledger, commands }: PivotRowProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const { measure, unit, period, state, percent } = row;
  const place = measurePlace(ledger.plan.measures, measure.no);
  // A measure that is done in time says so once.
  const facts = new Set([
    periodName(period, t),
    t(`pane.pivot.item.standing.${state.standing}`),
    t(`pane.pivot.item.timeliness.${state.timeliness}`),
    ...(percent === null ? [] : [`${percent}%`]),
    ...(state.deadline === null ? [] : [state.deadline]),
  ]);
  return (
    <li className={layout.item}>
      <div className={layout.row}>
        <Text size={200} weight="semibold" className={layout.grow}>
          <AssignmentLinks measure={measure.no} unit={unit} />
        </Text>
        {place !== null && (
          <LocateButton place={place} onLocate={() => void commands.locateMeasure(place, measure.no)} />
        )}
      </div>
      <Text size={200} block>
        {[...facts].map((fact, at) => (
          <Fragment key={fact}>
            {at > 0 && ' · '}
            <span className={styles.fact}>{fact}</span>
          </Fragment>
        ))}
      </Text>
      <Text size={200} className={layout.twoLines} title={measure.text}>
        {measure.text}
      </Text>
    </li>
  );
}
