import { Button, Text } from '@fluentui/react-components';
import type { FileOutlet } from '../../../hosts/excel/file-outlet';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';

interface LetterStepsProps {
  /** How many of the letters are ticked. */
  readonly picked: number;
  /** How many of those have no number of their own yet. */
  readonly unregistered: number;
  readonly outlet: FileOutlet;
  readonly onRegister: () => void;
  readonly onDownload: () => void;
}

/** What is done with the letters that are ticked: registering and downloading are two things. */
export function LetterSteps({ picked, unregistered, outlet, onRegister, onDownload }: LetterStepsProps) {
  const layout = useLayout();
  const t = useWords();
  return (
    <>
      <div className={layout.row}>
        <Button appearance="primary" disabled={unregistered === 0} onClick={onRegister}>
          {t('pane.report.letters.registerAll', { count: unregistered })}
        </Button>
        {outlet !== 'none' && (
          <Button disabled={picked === 0} onClick={onDownload}>
            {t(`pane.report.letters.all.${outlet}`, { count: picked })}
          </Button>
        )}
      </div>
      <Text size={200} className={layout.muted}>
        {t('pane.report.letters.how')}
      </Text>
    </>
  );
}
