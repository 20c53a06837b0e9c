import { Overflow, OverflowItem, makeStyles } from '@fluentui/react-components';
import { MoreScreens } from './MoreScreens';
import { ScreenTabs, type ScreenTabsProps } from './ScreenTabs';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', minWidth: 0 },
});

/** The tabs of the screens, and at their end a menu of those without room; the tab of the one shown always has some. */
export function FittedTabs(props: ScreenTabsProps) {
  const styles = useStyles();
  const { offered, shown, onGo } = props;
  return (
    <Overflow minimumVisible={1} padding={0}>
      <div className={styles.root}>
        <ScreenTabs
          {...props}
          around={(id, tab) => (
            <OverflowItem id={id} priority={id === shown ? 1 : 0}>
              {tab}
            </OverflowItem>
          )}
        />
        <MoreScreens offered={offered} onGo={onGo} />
      </div>
    </Overflow>
  );
}
