import { Button, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, DismissRegular, FilterRegular } from '@fluentui/react-icons';
import type { GridCommands } from '../session/commands/grid-commands';
import { useWords } from '../words-context';
import type { Followed } from './followed';
import type { Located } from './located';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `4px ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  chip: { minWidth: 'auto', borderRadius: tokens.borderRadiusCircular, textAlign: 'left' },
});

interface FollowBarProps {
  /** What is shown because of the pane; `null` where all rows are asked for. */
  readonly followed: Followed | null;
  readonly located: Located | null;
  readonly commands: GridCommands;
}

/** Over the workbook: why just these rows are shown, and all of them again; and the way back to what led to a cell. */
export function FollowBar({ followed, located, commands }: FollowBarProps) {
  const styles = useStyles();
  const t = useWords();
  if (followed === null && located === null) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('grid.follow')}>
      {located !== null && (
        <Button size="small" icon={<ArrowLeftRegular />} onClick={() => commands.goBack(located)}>
          {t('grid.follow.back', { to: t(`pane.screen.${located.screen}`) })}
        </Button>
      )}
      {followed !== null && (
        <ToggleButton
          size="small"
          className={styles.chip}
          checked={!followed.isOff}
          icon={followed.isOff ? <FilterRegular /> : <DismissRegular />}
          iconPosition={followed.isOff ? 'before' : 'after'}
          title={t(followed.isOff ? 'grid.follow.only' : 'grid.follow.all')}
          onClick={() => commands.showAll(followed, !followed.isOff)}
        >
          {followed.why}
        </ToggleButton>
      )}
    </div>
  );
}
