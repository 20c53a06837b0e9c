import { Badge, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import type { Ledger } from '../../ledger/ledger';
import type { Commands } from '../session/commands/session-commands';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  saved: { color: tokens.colorNeutralForeground3 },
});

interface SaveStateProps {
  readonly ledger: Ledger;
  readonly unsaved: boolean;
  readonly commands: Pick<Commands, 'save'>;
  readonly isLive: boolean;
}

/** Whether the ledger is a sample, and whether it is saved. */
export function SaveState({ ledger, unsaved, commands, isLive }: SaveStateProps) {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      {ledger.settings.sample && <Badge color="danger">{t('pane.sample')}</Badge>}
      {unsaved ? (
        <Button size="small" appearance="primary" icon={<SaveRegular />} onClick={() => void commands.save()}>
          {t(isLive ? 'pane.write' : 'pane.download')}
        </Button>
      ) : (
        <Text size={200} className={styles.saved}>
          {t(isLive ? 'pane.saved.live' : 'pane.saved')}
        </Text>
      )}
    </>
  );
}
