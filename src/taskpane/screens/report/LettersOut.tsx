import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useWords } from '../../words-context';

interface LettersOutProps {
  /** By what way they went: `live` is a download inside Excel. */
  readonly outlet: 'download' | 'live' | 'browser' | 'none';
  /** What they were registered as; `null` where that cannot be taken back by itself. */
  readonly batch: string | null;
  readonly onArrived: () => void;
  readonly onTakeBack: (batch: string) => void;
}

/** The page cannot know whether letters arrived: the clerk says so, or gives their numbers back. */
export function LettersOut({ outlet, batch, onArrived, onTakeBack }: LettersOutProps) {
  const t = useWords();
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{t(`pane.report.letters.out.${outlet}`)}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onArrived}>{t('pane.report.letters.arrived')}</Button>
        {batch !== null && (
          <Button onClick={() => onTakeBack(batch)}>{t('pane.report.letters.takeBack')}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
