import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  /** Over everything, and never in the way of what is dropped. */
  root: {
    position: 'fixed',
    inset: tokens.spacingHorizontalS,
    zIndex: 1000,
    pointerEvents: 'none',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'flex-end',
    paddingBottom: '12vh',
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxSizing: 'border-box',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXS,
    maxWidth: '80%',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    textAlign: 'center',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow28,
  },
  icon: { fontSize: '32px', color: tokens.colorBrandForeground1 },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** Shown while files are dragged over the page: that they may be dropped, and what may be. */
export function DropVeil() {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.root}>
      <div className={styles.card}>
        <ArrowDownloadRegular className={styles.icon} aria-hidden />
        <Text size={400} weight="semibold">
          {t('pane.drop')}
        </Text>
        <Text size={200} className={styles.muted}>
          {t('pane.drop.what')}
        </Text>
      </div>
    </div>
  );
}
