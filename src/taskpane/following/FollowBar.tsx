import { Button, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, DismissRegular, FilterRegular } from '@fluentui/react-icons';
import { useBarStyles } from '../parts/bars/bar-styles';
import type { GridCommands } from '../session/commands/grid-commands';
import { useWords } from '../words-context';
import type { Followed } from './followed';
import type { Located } from './located';

const useStyles = makeStyles({
  bar: { gap: tokens.spacingHorizontalS, backgroundColor: tokens.colorBrandBackground2 },
  chip: { textAlign: 'left' },
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
  const bars = useBarStyles();
  const t = useWords();
  if (followed === null && located === null) return null;
  return (
    <div className={mergeClasses(bars.bar, styles.bar)} role="toolbar" aria-label={t('grid.follow')}>
      {located !== null && (
        <Button size="small" icon={<ArrowLeftRegular />} onClick={() => commands.goBack(located)}>
          {t('grid.follow.back', { to: t(`pane.screen.${located.screen}`) })}
        </Button>
      )}
      {followed !== null && (
        <ToggleButton
          size="small"
          className={mergeClasses(bars.chip, styles.chip)}
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
