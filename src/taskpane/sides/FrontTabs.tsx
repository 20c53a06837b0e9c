import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../words-context';
import { FRONTS, type Front } from './side-state';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (min-width: 900px)': { display: 'none' },
  },
});

interface FrontTabsProps {
  readonly front: Front;
  readonly onTurn: (front: Front) => void;
}

/** Where there is room for one: the pane or the workbook. */
export function FrontTabs({ front, onTurn }: FrontTabsProps) {
  const styles = useStyles();
  const t = useWords();
  return (
    <nav className={styles.root} aria-label={t('pane.sides')}>
      <TabList
        size="small"
        selectedValue={front}
        onTabSelect={(_event, { value }) => {
          const to = FRONTS.find((one) => one === value);
          if (to !== undefined) onTurn(to);
        }}
        aria-label={t('pane.sides')}
      >
        {FRONTS.map((one) => (
          <Tab key={one} value={one}>
            {t(`pane.sides.${one}`)}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}
