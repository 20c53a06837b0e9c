import { Title3, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { later } from '../parts/later';
import { SCREEN_IDS, isOffered, type ScreenId } from '../screens/registry';
import type { ScreenProps } from '../screens/screen';
import { useWords } from '../words-context';
import { ScreenTabs } from './ScreenTabs';

/** What looks after the room of the tabs loads with the ledger: the few tabs before it have room in every pane. */
const FittedTabs = later(async () => (await import('./FittedTabs')).FittedTabs);

const SaveState = later(async () => (await import('./SaveState')).SaveState);

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    minHeight: '32px',
  },
  /** Excel draws its own button over the top right corner. */
  clearOfExcel: { paddingRight: '40px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  tabs: { paddingInline: tokens.spacingHorizontalXS },
});

/** Name of the product, whether the work is saved, and the way to every screen. */
export function PaneHeader({ session, commands, isLive, shown }: ScreenProps & { readonly shown: ScreenId }) {
  const styles = useStyles();
  const t = useWords();
  const { ledger, unsaved } = session;
  const offered = SCREEN_IDS.filter((id) => isOffered(id, ledger !== null));
  const tabs = { offered, shown, onGo: commands.go };
  return (
    <header className={styles.root}>
      <div className={isLive ? `${styles.line} ${styles.clearOfExcel}` : styles.line}>
        <Title3 as="h1" className={styles.title}>
          {t('pane.title')}
        </Title3>
        {ledger !== null && (
          <Suspense fallback={null}>
            <SaveState ledger={ledger} unsaved={unsaved} commands={commands} isLive={isLive} />
          </Suspense>
        )}
      </div>
      <div className={styles.tabs}>
        {ledger === null ? (
          <ScreenTabs {...tabs} />
        ) : (
          <Suspense fallback={<ScreenTabs {...tabs} />}>
            <FittedTabs {...tabs} />
          </Suspense>
        )}
      </div>
    </header>
  );
}
