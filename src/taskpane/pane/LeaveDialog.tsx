import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { Commands } from '../session/commands/session-commands';
import type { Leaving, Session } from '../session/session';
import { useWords } from '../words-context';

interface LeaveDialogProps {
  readonly session: Pick<Session, 'fileName'>;
  readonly leaving: Leaving;
  readonly commands: Pick<Commands, 'settle'>;
}

/** Asks what becomes of unsaved changes before another ledger takes the place of this one. */
export function LeaveDialog({ session, leaving, commands }: LeaveDialogProps) {
  const t = useWords();
  const settle = (how: 'save' | 'discard' | 'stay') => void commands.settle(how);
  const { to } = leaving;
  return (
    <Dialog open modalType="alert" onOpenChange={() => settle('stay')}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('pane.leave.title')}</DialogTitle>
          <DialogContent>
            {t('pane.leave.text', {
              file: session.fileName,
              other: leaving.to === 'open' ? leaving.file.name : '',
              to,
            })}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={() => settle('save')}>
              {t('pane.leave.save', { to })}
            </Button>
            <Button onClick={() => settle('discard')}>{t('pane.leave.discard', { to })}</Button>
            <Button onClick={() => settle('stay')}>{t('pane.leave.stay')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
