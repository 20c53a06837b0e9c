import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Tally } from '../../../ledger/figures/summary';
import { DossierLink } from '../../dossier/DossierLink';
import { useWords } from '../../words-context';
import { FigureLink } from './FigureLink';
import type { Figure } from './figure-rows';
import { StandingBar } from './StandingBar';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    tableLayout: 'fixed',
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    verticalAlign: 'middle',
  },
  number: { textAlign: 'right', width: '4em', fontVariantNumeric: 'tabular-nums' },
  /** Two figures in one line. */
  ratio: { width: '4.8em', whiteSpace: 'nowrap' },
  /** Its figure stands close behind the sign before it. */
  behind: { textAlign: 'left' },
  overdue: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  bar: { width: '30%' },
  caption: {
    textAlign: 'left',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

export interface TallyRow {
  readonly name: string;
  readonly tally: Tally;
  /** Its name leads to everything of it. */
  readonly isUnit?: boolean;
  /** What its figures lead to: the rows they count. */
  readonly onAsk: (figure: Figure) => void;
}

/** A bar for each row, and beside it the figures it draws. */
export function TallyTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly TallyRow[];
}) {
  const styles = useStyles();
  const t = useWords();
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th className={styles.cell} scope="col">
            {t('pane.summary.name')}
          </th>
          <th className={mergeClasses(styles.cell, styles.bar)} scope="col">
            {t('pane.summary.status')}
          </th>
          <th className={mergeClasses(number, styles.ratio)} scope="col">
            {t('pane.figure.done')}
          </th>
          <th className={number} scope="col">
            {t('pane.figure.overdue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, tally, isUnit = false, onAsk }) => (
          <tr key={name}>
            <th className={styles.cell} scope="row">
              {isUnit ? <DossierLink of={{ unit: name }}>{name}</DossierLink> : name}
            </th>
            <td className={styles.cell}>
              <StandingBar tally={tally} of={name} onAsk={onAsk} />
            </td>
            <td className={mergeClasses(number, styles.ratio)}>
              <FigureLink
                value={tally.done}
                what={t('pane.figures.asked', { group: name, figure: t('pane.figure.done') })}
                onAsk={() => onAsk('done')}
              />
              {t('pane.summary.of')}
              <span className={styles.behind}>
                <FigureLink
                  value={tally.measures}
                  what={t('pane.figures.asked', { group: name, figure: t('pane.figure.measures') })}
                  onAsk={() => onAsk('measures')}
                />
              </span>
            </td>
            <td className={mergeClasses(number, tally.overdue > 0 && styles.overdue)}>
              <FigureLink
                value={tally.overdue}
                what={t('pane.figures.asked', { group: name, figure: t('pane.figure.overdue') })}
                onAsk={() => onAsk('overdue')}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
