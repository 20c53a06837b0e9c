import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular, WindowNewRegular } from '@fluentui/react-icons';
import type { CheckedFile } from '../../../app/inbox/check-returns';
import { needsAnswer, sendBackText } from '../../../app/inbox/send-back';
import { inChinese } from '../../../locales/chinese';
import { CopyButton } from '../../parts/CopyButton';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';

interface SendBackPartProps extends Pick<LedgerScreenProps, 'commands' | 'isLive'> {
  readonly file: CheckedFile;
  readonly isSheet: boolean;
}

/** 退回: the marked copy, and the paragraph to send it with. A sheet checked in place is marked where it stands. */
export function SendBackPart({ file, isSheet, commands, isLive }: SendBackPartProps) {
  const layout = useLayout();
  const t = useWords();
  if (isSheet || !needsAnswer(file)) return null;
  return (
    <div className={layout.row}>
      {commands.outlet === 'download' && (
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => void commands.sendBack.download(file)}
        >
          {t('pane.sendBack.download')}
        </Button>
      )}
      {isLive && (
        <Button size="small" icon={<WindowNewRegular />} onClick={() => void commands.sendBack.open(file)}>
          {t('pane.sendBack.open')}
        </Button>
      )}
      <CopyButton text={sendBackText(file, inChinese)} label={t('pane.sendBack.copy')} />
    </div>
  );
}
