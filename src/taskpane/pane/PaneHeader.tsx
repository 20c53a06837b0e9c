import {
  Badge,
  Button,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  Text,
  Title3,
  makeStyles,
  tokens,
  useOverflowCount,
} from '@fluentui/react-components';
import { Suspense, type ReactNode } from 'react';
import { SaveRegular } from '@fluentui/react-icons';
import { later } from '../parts/later';
import { SCREEN_IDS, isOffered, type ScreenId } from '../screens/registry';
import type { ScreenProps } from '../screens/screen';
import { useWords } from '../words-context';

/** The menu is a family of components by itself: it loads where some tab has no room. */
const MoreScreens = later(async () => (await import('./MoreScreens')).MoreScreens);

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
  saved: { color: tokens.colorNeutralForeground3 },
  /** In one line, whatever the width: what has no room in it is in the menu at its end. */
  tabs: { display: 'flex', alignItems: 'center', minWidth: 0, paddingInline: tokens.spacingHorizontalXS },
  tabList: { minWidth: 0, overflow: 'hidden' },
  tab: { paddingInline: tokens.spacingHorizontalSNudge },
});

/** Name of the product, whether the work is saved, and the way to every screen. */
export function PaneHeader({ session, commands, isLive, shown }: ScreenProps & { readonly shown: ScreenId }) {
  const styles = useStyles();
  const t = useWords();
  const { ledger, unsaved } = session;
  const offered = SCREEN_IDS.filter((id) => isOffered(id, ledger !== null));
  return (
    <header className={styles.root}>
      <div className={isLive ? `${styles.line} ${styles.clearOfExcel}` : styles.line}>
        <Title3 as="h1" className={styles.title}>
          {t('pane.title')}
        </Title3>
        {ledger?.settings.sample === true && <Badge color="danger">{t('pane.sample')}</Badge>}
        {ledger !== null && !unsaved && (
          <Text size={200} className={styles.saved}>
            {t(isLive ? 'pane.saved.live' : 'pane.saved')}
          </Text>
        )}
        {ledger !== null && unsaved && (
          <Button
            size="small"
            appearance="primary"
            icon={<SaveRegular />}
            onClick={() => void commands.save()}
          >
            {t(isLive ? 'pane.write' : 'pane.download')}
          </Button>
        )}
      </div>
      <Overflow minimumVisible={1} padding={0}>
        <div className={styles.tabs}>
          <TabList
            size="small"
            className={styles.tabList}
            selectedValue={shown}
            onTabSelect={(_event, { value }) => {
              const id = SCREEN_IDS.find((one) => one === value);
              if (id !== undefined) commands.go(id);
            }}
            aria-label={t('pane.screens')}
          >
            {offered.map((id) => (
              <OverflowItem key={id} id={id} priority={id === shown ? 1 : 0}>
                <Tab id={`tab-${id}`} value={id} className={styles.tab}>
                  {t(`pane.screen.${id}`)}
                </Tab>
              </OverflowItem>
            ))}
          </TabList>
          <IfNoRoom>
            <MoreScreens offered={offered} onGo={commands.go} />
          </IfNoRoom>
        </div>
      </Overflow>
    </header>
  );
}

function IfNoRoom({ children }: { readonly children: ReactNode }) {
  const hidden = useOverflowCount();
  return hidden === 0 ? null : <Suspense fallback={null}>{children}</Suspense>;
}
