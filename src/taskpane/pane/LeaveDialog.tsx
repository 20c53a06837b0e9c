import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { returnsWaitingIn } from '../../app/inbox/waiting';
import type { Commands } from '../session/commands/session-commands';
import type { Leaving, Session } from '../session/session';
import { useWords } from '../words-context';

interface LeaveDialogProps {
  readonly session: Pick<Session, 'fileName' | 'ledger' | 'inbox' | 'unsaved'>;
  readonly leaving: Leaving;
  readonly commands: Pick<Commands, 'opening'>;
}

/** Asks what becomes of unsaved changes, and of returns not taken in, before another ledger takes the place of this one. */
export function LeaveDialog({ session, leaving, commands }: LeaveDialogProps) {
  const t = useWords();
  const settle = (how: 'save' | 'discard' | 'stay') => void commands.opening.settle(how);
  const { to } = leaving;
  const { ledger, inbox, unsaved } = session;
  const count = ledger === null || ledger.settings.sample ? 0 : returnsWaitingIn(inbox, ledger);
  const values = {
    file: session.fileName,
    other: leaving.to === 'open' ? leaving.file.name : '',
    to,
    unsaved: unsaved ? 'yes' : 'no',
    count,
  };
  return (
    <Dialog open modalType="alert" onOpenChange={() => settle('stay')}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('pane.leave.title', values)}</DialogTitle>
          <DialogContent>{t('pane.leave.text', values)}</DialogContent>
          <DialogActions fluid>
            {unsaved && (
              <Button appearance="primary" onClick={() => settle('save')}>
                {t('pane.leave.save', values)}
              </Button>
            )}
            <Button onClick={() => settle('discard')}>{t('pane.leave.discard', values)}</Button>
            <Button onClick={() => settle('stay')}>{t('pane.leave.stay')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
