import { Button, MessageBar, MessageBarActions, MessageBarBody, Text } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { useSyncExternalStore } from 'react';
import { useLayout } from '../../parts/layout';
import { MOST_LEVELS, MOST_SEEN } from '../../session/folder-walk';
import { useWords } from '../../words-context';
import type { ScreenProps } from '../screen';

const STRAYS = ['ledger', 'plan'] as const;
const MOST_NAMED = 3;

/** 指定收件文件夹: which folder is watched, what came of it, and the way to begin, go on and stop. */
export function WatchPart({ session, commands }: Pick<ScreenProps, 'session' | 'commands'>) {
  const layout = useLayout();
  const t = useWords();
  const { watch } = commands;
  const { state, last, strays, leftOut } = useSyncExternalStore(watch.subscribe, watch.snapshot);
  const { watched } = session;
  if (!watch.isOffered) return null;
  if (watched === null) {
    return (
      <div className={layout.tight}>
        <div className={layout.row}>
          <Button icon={<FolderOpenRegular />} onClick={() => void watch.name()}>
            {t('pane.watch.name')}
          </Button>
        </div>
        <Text size={200} className={layout.muted}>
          {t('pane.watch.hint')}
        </Text>
      </div>
    );
  }
  const { name } = watched.handle;
  const stop = <Button onClick={watch.stop}>{t('pane.watch.stop')}</Button>;
  if (state !== 'watching') {
    return (
      <MessageBar layout="multiline" intent="warning">
        <MessageBarBody>{t(`pane.watch.${state}`, { name })}</MessageBarBody>
        <MessageBarActions>
          {state === 'asleep' && <Button onClick={() => void watch.wake()}>{t('pane.watch.wake')}</Button>}
          {stop}
        </MessageBarActions>
      </MessageBar>
    );
  }
  const isPartly = leftOut !== null && (leftOut.isCut || leftOut.tooDeep > 0);
  return (
    <section className={layout.tight} aria-label={t('pane.watch.name')}>
      <div className={layout.row}>
        <Text className={layout.grow}>{t('pane.watch.on', { name })}</Text>
        {stop}
      </div>
      {last !== null && (
        <Text size={200} role="status">
          {t('pane.watch.last', { at: last.at, files: last.files })}
        </Text>
      )}
      {STRAYS.filter((kind) => strays[kind].length > 0).map((kind) => (
        <Text key={kind} size={200} role="status">
          {t(`pane.watch.stray.${kind}`, {
            files: strays[kind].slice(0, MOST_NAMED).join(t('pane.listComma')),
            count: strays[kind].length,
          })}
        </Text>
      ))}
      {isPartly && <Text size={200}>{t('pane.watch.partly', { levels: MOST_LEVELS, most: MOST_SEEN })}</Text>}
    </section>
  );
}
