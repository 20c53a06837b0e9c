import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  Title3,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
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

/** How the keeping stands; inside Excel the workbook keeps everything. */
export function useKeeping(keeper: SessionKeeper | null): Keeping {
  return useSyncExternalStore(keeper?.subscribe ?? nothingToFollow, keeper?.snapshot ?? alwaysKept);
}

/** What the clerk must know while their work is not kept in the browser. */
export function KeepingNotice({ keeping }: { readonly keeping: Keeping }) {
  const t = useWords();
  if (keeping !== 'blocked' && keeping !== 'full') return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`keeping.${keeping}.title`)}</MessageBarTitle>
        {t(`keeping.${keeping}.text`)}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Shown instead of the ledger while another page has it: two pages never write the same ledger. */
export function OpenElsewhere({ keeper }: { readonly keeper: SessionKeeper }) {
  const styles = useStyles();
  const t = useWords();
  return (
    <main className={styles.elsewhere}>
      <Title3 as="h1">{t('keeping.elsewhere.title')}</Title3>
      <Text className={styles.text}>{t('keeping.elsewhere.text')}</Text>
      <Button appearance="primary" onClick={() => void keeper.resume()}>
        {t('keeping.elsewhere.resume')}
      </Button>
    </main>
  );
}
