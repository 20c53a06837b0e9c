import { Button, Text, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ColumnTripleRegular, FilterRegular } from '@fluentui/react-icons';
import type { Ledger } from '../../../ledger/ledger';
import { LEDGER } from '../../../sheets/tabs/ledger-tab';
import { useBarStyles } from '../../parts/bars/bar-styles';
import { useWords } from '../../words-context';
import type { SheetGridModel } from '../sheet-grid-model';
import { AS_IT_STANDS, isFiltered, type Arrangement } from './arrangement';
import { LEDGER_CHIPS, chipCounts } from './ledger-chips';
import { ledgerColumn, type ListRegion } from './list-region';
import type { FoldedColumns } from './use-folded-columns';

const useStyles = makeStyles({
  bar: {
    padding: `2px ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  said: { marginInlineStart: tokens.spacingHorizontalS },
});

interface ListBarProps {
  readonly model: SheetGridModel;
  readonly ledger: Ledger;
  readonly region: ListRegion | undefined;
  readonly arrangement: Arrangement;
  readonly folds: FoldedColumns;
  /** Rows hidden in the workbook's file. */
  readonly hiddenRows: number;
  /** Rows were edited since they were chosen. */
  readonly isBehind: boolean;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly onRefresh: () => void;
  readonly onFilter: (column: number, target: HTMLElement) => void;
}

/** Over a list: what can be shown of it by one click, and what is shown. */
export function ListBar(props: ListBarProps) {
  const { model, region, arrangement, hiddenRows, folds, onArrange } = props;
  const styles = useStyles();
  const bars = useBarStyles();
  const t = useWords();
  const isLedger = ledgerColumn(model.tab, 'no') !== undefined;
  const isArranged = region !== undefined && (isFiltered(arrangement) || arrangement.sort !== null);
  const { showsHidden } = arrangement;
  if (!isLedger && !isArranged && hiddenRows === 0) return null;
  return (
    <div className={mergeClasses(bars.bar, styles.bar)} role="toolbar" aria-label={t('grid.list')}>
      {isLedger && <LedgerChips {...props} />}
      {folds.names.length > 0 && (
        <ToggleButton
          size="small"
          className={bars.chip}
          icon={<ColumnTripleRegular />}
          checked={!folds.isFolded}
          onClick={() => folds.fold(!folds.isFolded)}
        >
          {t('grid.columns', { columns: folds.names.join(t('pane.listComma')) })}
        </ToggleButton>
      )}
      {hiddenRows > 0 && (
        <ToggleButton
          size="small"
          className={bars.chip}
          checked={showsHidden}
          onClick={() => onArrange({ ...arrangement, showsHidden: !showsHidden })}
        >
          {t('grid.hiddenRows', { count: hiddenRows })}
        </ToggleButton>
      )}
      {isArranged && <InForce {...props} region={region} />}
    </div>
  );
}

/** Columns of 台账 that are asked for by name. */
const ASKED = ['unit', 'status'] as const;

function LedgerChips({ model, ledger, arrangement, onArrange, onFilter }: ListBarProps) {
  const bars = useBarStyles();
  const t = useWords();
  const { chips, filters } = arrangement;
  const counts = chipCounts(ledger);
  const press = (chip: string) => {
    const others = chips.filter((one) => one !== chip);
    onArrange({ ...arrangement, chips: others.length < chips.length ? others : [...chips, chip] });
  };
  return (
    <>
      {ASKED.map((key) => {
        const column = ledgerColumn(model.tab, key) ?? 0;
        return (
          <ToggleButton
            key={key}
            size="small"
            className={bars.chip}
            icon={<FilterRegular />}
            checked={filters.some((filter) => filter.column === column)}
            onClick={({ currentTarget }) => onFilter(column, currentTarget)}
          >
            {LEDGER.columns[key].header}
          </ToggleButton>
        );
      })}
      {LEDGER_CHIPS.map((chip) => (
        <ToggleButton
          key={chip}
          size="small"
          className={bars.chip}
          checked={chips.includes(chip)}
          onClick={() => press(chip)}
        >
          {t(`grid.chip.${chip}`, { count: counts[chip] })}
        </ToggleButton>
      ))}
    </>
  );
}

/** How many rows are shown, in which order, and the ways out of it. */
function InForce(props: ListBarProps & { readonly region: ListRegion }) {
  const { model, region, arrangement, isBehind, onArrange, onRefresh } = props;
  const styles = useStyles();
  const t = useWords();
  const { sort, showsHidden } = arrangement;
  const total = region.last - region.first + 1;
  const sortedBy = sort === null ? '' : model.tab.text(region.head, sort.column);
  return (
    <>
      <Text size={200} role="status" className={styles.said}>
        {isFiltered(arrangement) &&
          t('grid.filter.shown', { count: model.countShown(region.first, region.last), total })}
        {sort !== null &&
          t(sort.isDescending ? 'grid.sort.byDescending' : 'grid.sort.by', { column: sortedBy })}
      </Text>
      {isBehind && (
        <Button size="small" appearance="subtle" onClick={onRefresh}>
          {t('grid.filter.refresh')}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={() => onArrange({ ...AS_IT_STANDS, showsHidden })}>
        {t('grid.filter.clear')}
      </Button>
    </>
  );
}
