import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  Title3,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { useWords } from '../words-context';
import type { Keeping, SessionKeeper } from './session-keeper';

const useStyles = makeStyles({
  elsewhere: {
    boxSizing: 'border-box',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    flexGrow: 1,
  },
  text: { maxWidth: '28em' },
});

const nothingToFollow = () => () => undefined;
const alwaysKept = (): Keeping => 'kept';

/**
 * Whether the session is being kept in the browser. Inside Excel, where the workbook holds everything, it always counts
 * as kept.
 */
export function useKeeping(keeper: SessionKeeper | null): Keeping {
  return useSyncExternalStore(keeper?.subscribe ?? nothingToFollow, keeper?.snapshot ?? alwaysKept);
}

/** What the clerk must know while their work is not kept in the browser. */
export function KeepingNotice({
  keeping,
  keeper,
}: {
  readonly keeping: Keeping;
  readonly keeper: SessionKeeper | null;
}) {
  const t = useWords();
  if (keeping === 'kept' || keeping === 'elsewhere') return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`keeping.${keeping}.title`)}</MessageBarTitle>
        {t(`keeping.${keeping}.text`)}
      </MessageBarBody>
      {keeping === 'unreadable' && (
        <MessageBarActions>
          <Button onClick={() => void keeper?.saveStray(t('keeping.unreadable.file'))}>
            {t('keeping.unreadable.save')}
          </Button>
          <Button onClick={() => void keeper?.dropStray()}>{t('keeping.unreadable.drop')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** Shown instead of the ledger while another page has it: two pages never write the same ledger. */
export function OpenElsewhere({ keeper }: { readonly keeper: SessionKeeper }) {
  const styles = useStyles();
  const t = useWords();
  const [isMissing, setIsMissing] = useState(false);
  return (
    <main className={styles.elsewhere}>
      <Title3 as="h1">{t('keeping.elsewhere.title')}</Title3>
      <Text className={styles.text}>{t('keeping.elsewhere.text')}</Text>
      <Button appearance="primary" onClick={() => void keeper.resume().catch(() => setIsMissing(true))}>
        {t('keeping.elsewhere.resume')}
      </Button>
      {isMissing && (
        <Text role="alert" className={styles.text}>
          {t('pane.notLoaded.text')}
        </Text>
      )}
    </main>
  );
}
