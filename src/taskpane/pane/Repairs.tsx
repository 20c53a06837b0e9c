import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { describeRepairs } from '../../app/wording/describe-repairs';
import type { Repair } from '../../sheets/layout/repairs';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  root: { borderRadius: 0 },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    maxHeight: '30vh',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
  },
});

/**
 * Lists the cells of the product that somebody had changed in the workbook, and what was done about each. The log keeps
 * what stood there.
 */
export function Repairs({
  repairs,
  onDismiss,
}: {
  readonly repairs: readonly Repair[];
  readonly onDismiss: () => void;
}) {
  const styles = useStyles();
  const t = useWords();
  return (
    <MessageBar className={styles.root} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('pane.repairs.title')}</MessageBarTitle>
        <ul className={styles.list} tabIndex={0}>
          {describeRepairs(repairs, t).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onDismiss}>
          {t('pane.repairs.read')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
