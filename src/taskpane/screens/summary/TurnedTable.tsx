import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Pivot, PivotCell } from '../../../ledger/figures/pivot';
import type { PivotChoice, PivotField } from '../../../ledger/figures/pivot-choice';
import { must } from '../../../base/invariant';
import type { Ledger } from '../../../ledger/ledger';
import { DossierLink } from '../../dossier/DossierLink';
import { useWords } from '../../words-context';
import { figureName, figureText, itemName, type FigurePlace } from './pivot-words';

const useStyles = makeStyles({
  /** Wide tables move inside their own frame, never the page. */
  frame: { overflowX: 'auto', minWidth: 0 },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, minWidth: '100%' },
  caption: {
    textAlign: 'left',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  name: { minWidth: '7em', maxWidth: '18em' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  head: { fontWeight: tokens.fontWeightSemibold, verticalAlign: 'bottom' },
  /** A short word stays whole. */
  whole: { whiteSpace: 'nowrap' },
  /** Of one digit too, large enough to be touched. */
  figure: {
    display: 'inline-block',
    minWidth: '24px',
    minHeight: '24px',
    lineHeight: '24px',
    fontSize: 'inherit',
    textAlign: 'right',
  },
  total: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
});

/** Characters of the longest word of a status. */
const SHORT = 4;

interface TurnedTableProps {
  readonly made: Pivot;
  readonly choice: PivotChoice;
  readonly ledger: Ledger;
  readonly onDrill: (place: FigurePlace) => void;
}

/** The turned table: heads name their rows and columns, and every figure with rows behind it opens them. */
export function TurnedTable({ made, choice, ledger, onDrill }: TurnedTableProps) {
  const styles = useStyles();
  const t = useWords();
  const { rows, columns, value } = choice;
  const total = t('pane.pivot.total');
  const caption = t('pane.pivot.caption', {
    value: t(`pane.pivot.value.${value}`),
    rows: t(`pane.pivot.field.${rows}`),
    columns: columns === null ? '' : t(`pane.pivot.field.${columns}`),
    hasColumns: columns === null ? 'no' : 'yes',
  });
  const columnNames = columns === null ? [] : made.columns.map((item) => itemName(columns, item, ledger, t));
  const number = mergeClasses(styles.cell, styles.number);
  const figure = (cell: PivotCell, row: string | null, column: string | null) => {
    const place = { row, column };
    const text = figureText(cell, value);
    if (cell.rows.length === 0) return text;
    return (
      <Link
        as="button"
        className={styles.figure}
        aria-label={`${figureName(place, choice, ledger, t)}: ${text}`}
        onClick={() => onDrill(place)}
      >
        {text}
      </Link>
    );
  };
  const lines = [
    ...made.lines.map((line) => ({ ...line, name: itemName(rows, line.item, ledger, t), isTotal: false })),
    { ...made.total, item: null, name: total, isTotal: true },
  ];
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th className={mergeClasses(styles.cell, styles.head)} scope="col">
              {t(`pane.pivot.field.${rows}`)}
            </th>
            {columnNames.map((name) => (
              <th
                key={name}
                className={mergeClasses(number, styles.head, name.length <= SHORT && styles.whole)}
                scope="col"
              >
                {name}
              </th>
            ))}
            <th className={mergeClasses(number, styles.head)} scope="col">
              {total}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, name, isTotal, cells, total: ofLine }) => (
            <tr key={item ?? 'total'} className={isTotal ? styles.total : undefined}>
              <th className={mergeClasses(styles.cell, styles.name, isTotal && styles.head)} scope="row">
                {item === null ? name : <ItemName field={rows} item={item} name={name} />}
              </th>
              {cells.map((cell, at) => (
                <td key={made.columns[at]} className={number}>
                  {figure(cell, item, must(made.columns[at], `column ${at}`))}
                </td>
              ))}
              <td className={mergeClasses(number, styles.total)}>{figure(ofLine, item, null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a row is of; where that is a unit or a measure, the way to everything of it. */
function ItemName({
  field,
  item,
  name,
}: {
  readonly field: PivotField;
  readonly item: string;
  readonly name: string;
}) {
  if (field === 'unit' || field === 'office') return <DossierLink of={{ unit: item }}>{name}</DossierLink>;
  if (field === 'measure') return <DossierLink of={{ measure: Number(item) }}>{name}</DossierLink>;
  return name;
}
