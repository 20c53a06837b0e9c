import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactElement } from 'react';
import { SCREEN_IDS, type ScreenId } from '../screens/registry';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  /** In one line, whatever the width. */
  root: { minWidth: 0, overflow: 'hidden' },
  tab: { paddingInline: tokens.spacingHorizontalSNudge },
});

export interface ScreenTabsProps {
  readonly offered: readonly ScreenId[];
  readonly shown: ScreenId;
  readonly onGo: (id: ScreenId) => void;
}

interface TabRowProps extends ScreenTabsProps {
  /** Puts around a tab what keeps an eye on the room it has. */
  readonly around?: (id: ScreenId, tab: ReactElement) => ReactElement;
}

/** The tabs of the screens, as far as they have room. */
export function ScreenTabs({ offered, shown, onGo, around = (_id, tab) => tab }: TabRowProps) {
  const styles = useStyles();
  const t = useWords();
  return (
    <TabList
      size="small"
      className={styles.root}
      selectedValue={shown}
      onTabSelect={(_event, { value }) => {
        const id = SCREEN_IDS.find((one) => one === value);
        if (id !== undefined) onGo(id);
      }}
      aria-label={t('pane.screens')}
    >
      {offered.map((id) => (
        <Fragment key={id}>
          {around(
            id,
            <Tab id={`tab-${id}`} value={id} className={styles.tab}>
              {t(`pane.screen.${id}`)}
            </Tab>,
          )}
        </Fragment>
      ))}
    </TabList>
  );
}
