import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { itemKey, type InboxItem } from '../../../app/inbox/inbox';
import type { Session } from '../../session/session';
import type { Commands } from '../../session/commands/session-commands';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';

interface TakeOutProps {
  readonly item: InboxItem;
  readonly session: Pick<Session, 'inbox'>;
  readonly commands: Commands;
}

/** Takes a file out of the inbox. What was decided on it would go with it, so it is asked about first. */
export function TakeOut({ item: { checked }, session, commands }: TakeOutProps) {
  const layout = useLayout();
  const t = useWords();
  const [isAsked, setIsAsked] = useState(false);
  const { file, sha256, agreed } = checked;
  const isDecided = agreed.length > 0 || session.inbox.chosen.includes(sha256);
  const takeOut = (): void => commands.returns.putAside(new Set([itemKey(checked)]));
  if (isAsked) {
    return (
      <div className={layout.row} role="group" aria-label={t('pane.board.takeOut.label', { file })}>
        <Text>{t('pane.putAside.askOne', { file })}</Text>
        <Button size="small" onClick={takeOut}>
          {t('pane.putAside.yes')}
        </Button>
        <Button size="small" onClick={() => setIsAsked(false)}>
          {t('pane.putAside.no')}
        </Button>
      </div>
    );
  }
  return (
    <Button
      size="small"
      appearance="subtle"
      onClick={isDecided ? () => setIsAsked(true) : takeOut}
      aria-label={t('pane.board.takeOut.label', { file })}
    >
      {t('pane.putAside.yes')}
    </Button>
  );
}
