import { Button, Text } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons';
import { useLayout } from '../../parts/layout';
import { fileOf } from '../../storage/ledger-dialogue';
import type { RecentLedger } from '../../storage/recent-ledgers';
import type { Commands } from '../../session/commands/session-commands';
import { useWords } from '../../words-context';
import { useStartStyles } from './start-styles';

interface RecentListProps {
  readonly ledgers: readonly RecentLedger[];
  readonly commands: Commands;
}

/** The ledgers last opened or saved in this browser, each a click away. */
export function RecentList({ ledgers, commands }: RecentListProps) {
  const styles = useStartStyles();
  const layout = useLayout();
  const t = useWords();
  return (
    <>
      <Text weight="semibold">{t('pane.first.recent', { count: ledgers.length })}</Text>
      <ul className={styles.recent}>
        {ledgers.map(({ name, handle, at }) => (
          <li key={`${name} ${at}`}>
            <Button
              appearance="subtle"
              className={styles.recentFile}
              icon={<DocumentTableRegular />}
              onClick={() => void commands.opening.ask(() => fileOf(handle))}
            >
              <span className={styles.recentWords}>
                {name}
                <Text size={200} className={layout.muted}>
                  {at}
                </Text>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
