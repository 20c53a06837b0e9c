import { Button } from '@fluentui/react-components';
import type { Letter } from '../../../documents/letters/letter';
import { plainText } from '../../../documents/plain-text';
import type { FileOutlet } from '../../../hosts/excel/file-outlet';
import { CopyButton } from '../../parts/CopyButton';
import { PaperDialog } from '../../parts/paper/PaperDialog';
import { useWords } from '../../words-context';
import { letterName } from './LetterItem';

interface LetterPreviewProps {
  readonly letter: Letter;
  readonly outlet: FileOutlet;
  readonly onDownload: () => void;
  readonly onRegister: () => void;
  readonly onClose: () => void;
}

/** A letter as it will look, to be downloaded as a draft, registered, and downloaded under its number. */
export function LetterPreview({ letter, outlet, onDownload, onRegister, onClose }: LetterPreviewProps) {
  const t = useWords();
  const { paper, isReprint } = letter;
  const number = paper.head?.number ?? '';
  return (
    <PaperDialog
      title={letterName(letter, t)}
      paper={paper}
      remark={t(isReprint ? 'pane.report.letters.isRegistered' : 'pane.report.letters.isDraft', { number })}
      onClose={onClose}
    >
      <Button appearance="primary" disabledFocusable={isReprint} onClick={onRegister}>
        {t(isReprint ? 'pane.report.letters.registered' : 'pane.report.letters.register')}
      </Button>
      {outlet !== 'none' && <Button onClick={onDownload}>{t(`pane.paper.to.${outlet}`)}</Button>}
      <CopyButton text={plainText(paper)} label={t('pane.report.letters.copy')} />
    </PaperDialog>
  );
}
