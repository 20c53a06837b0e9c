import { Button, MessageBar, MessageBarActions, MessageBarBody, Text } from '@fluentui/react-components';
import { lastImport } from '../../../app/changes/last-import';
import { isUnread } from '../../../app/inbox/inbox';
import { previewOfInbox } from '../../../app/inbox/preview-import';
import { waitingIn } from '../../../app/inbox/waiting';
import { TAB } from '../../../sheets/words';
import { useFollowed } from '../../following/use-followed';
import { DropPlace, FilePicker } from '../../parts/files/FilePicker';
import { useLayout } from '../../parts/layout';
import { RETURN_KINDS, returnFilesOf } from '../../session/picked-files';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { Board } from './Board';
import { ImportDone } from './ImportDone';
import { ImportPreviewPart } from './ImportPreviewPart';
import { MissingUnits } from './MissingUnits';
import { WatchPart } from './WatchPart';

/** 回收校验: pick or drop what came back, see what is wrong with each and what would change, take in what is sound. */
export function Returns({ ledger, session, commands, isLive }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const { inbox, imported } = session;
  const preview = previewOfInbox(ledger)(inbox);
  useFollowed(commands, { tab: TAB.submissions, why: t('pane.screen.returns'), measures: null });
  const last = lastImport(ledger);
  const items = inbox.items.map((item, index) => ({
    ...item,
    checked: preview.files[index] ?? item.checked,
  }));
  const waits = items.length > 0 && (imported === null || preview.hasNews);
  return (
    <div className={layout.column}>
      {!waits && last !== undefined && (
        <ImportDone record={last} isNew={imported !== null} commands={commands} />
      )}
      <PickFiles session={session} commands={commands} isLive={isLive} />
      <WatchPart session={session} commands={commands} />
      {waits && (
        <ImportPreviewPart preview={preview} waiting={waitingIn(inbox, ledger)} commands={commands} />
      )}
      {inbox.items.some(isUnread) && (
        <MessageBar layout="multiline" intent="warning">
          <MessageBarBody>{t('pane.returns.unread')}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void commands.returns.recheck()}>{t('pane.returns.recheck')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {(items.length > 0 || last !== undefined) && (
        <Board items={items} ledger={ledger} session={session} commands={commands} isLive={isLive} />
      )}
      {!waits && <MissingUnits ledger={ledger} />}
    </div>
  );
}

function PickFiles({ session, commands, isLive }: Omit<LedgerScreenProps, 'ledger'>) {
  const layout = useLayout();
  const t = useWords();
  return (
    <DropPlace accept={RETURN_KINDS} onDrop={(dropped) => void commands.returns.take(dropped)}>
      <Text>{t('pane.returns.hint')}</Text>
      <div className={layout.row}>
        <FilePicker
          label={t('pane.returns.pick')}
          accept={RETURN_KINDS}
          multiple
          button={{ appearance: 'primary' }}
          onPick={(files) => void commands.returns.check(returnFilesOf(files))}
        />
        {isLive && (
          <Button onClick={() => void commands.returns.checkActiveSheet(t)}>
            {t('pane.returns.activeSheet')}
          </Button>
        )}
        {session.sampleReturns.length > 0 && session.inbox.items.length === 0 && (
          <Button onClick={() => void commands.returns.check(session.sampleReturns)}>
            {t('pane.returns.sample')}
          </Button>
        )}
      </div>
    </DropPlace>
  );
}
