import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowSortDownRegular, ArrowSortRegular, ArrowSortUpRegular } from '@fluentui/react-icons';
import { useWords } from '../../words-context';
import type { SortOrder } from './arrangement';

const useStyles = makeStyles({
  sorts: { display: 'flex', flexDirection: 'column', alignItems: 'stretch' },
  sort: { justifyContent: 'flex-start' },
});

interface SortButtonsProps {
  /** Of this column; `undefined` where the list is not sorted by it. */
  readonly sort: SortOrder | undefined;
  /** @param isDescending `null`: as in the workbook. */
  readonly onSort: (isDescending: boolean | null) => void;
}

export function SortButtons({ sort, onSort }: SortButtonsProps) {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.sorts}>
      <Button
        className={styles.sort}
        size="small"
        appearance={sort?.isDescending === false ? 'secondary' : 'subtle'}
        icon={<ArrowSortUpRegular />}
        onClick={() => onSort(false)}
      >
        {t('grid.sort.ascending')}
      </Button>
      <Button
        className={styles.sort}
        size="small"
        appearance={sort?.isDescending === true ? 'secondary' : 'subtle'}
        icon={<ArrowSortDownRegular />}
        onClick={() => onSort(true)}
      >
        {t('grid.sort.descending')}
      </Button>
      <Button
        className={styles.sort}
        size="small"
        appearance="subtle"
        disabled={sort === undefined}
        icon={<ArrowSortRegular />}
        onClick={() => onSort(null)}
      >
        {t('grid.sort.none')}
      </Button>
    </div>
  );
}
