import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ImportRecord } from '../../../app/last-import';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';

interface ImportDoneProps extends Pick<LedgerScreenProps, 'commands'> {
  readonly record: ImportRecord;
  /** Of the files on the screen, not of an earlier day. */
  readonly isNew: boolean;
}

/** What the last import did, the way back, and the way on. */
export function ImportDone({ record, isNew, commands }: ImportDoneProps) {
  const t = useWords();
  const { files, added, changed, faultyUnits } = record;
  const faulty = faultyUnits.join(t('pane.listComma'));
  return (
    <MessageBar intent={isNew ? 'success' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(isNew ? 'pane.imported.now' : 'pane.imported.last')}</MessageBarTitle>
        {t('pane.imported.what', { files, added, changed })}
        {faultyUnits.length > 0 && t('pane.imported.faulty', { count: faultyUnits.length, units: faulty })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void commands.returns.undo()}>{t('pane.returns.undo')}</Button>
        {isNew && <Button onClick={commands.returns.putAside}>{t('pane.returns.more')}</Button>}
        {isNew && (
          <Button appearance="primary" onClick={() => commands.go('overdue')}>
            {t('pane.next.overdue')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
