import { Button } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWords } from '../words-context';
import { copyText } from '../session/system-clipboard';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** Whose text it is, where several buttons have the same label. */
  readonly about?: string;
}

/** Copies a text, and says whether that went well: a clipboard can be closed to a page. */
export function CopyButton({ text, label, about }: CopyButtonProps) {
  const t = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = () => void copyText(text).then((isCopied) => setOutcome(isCopied ? 'copied' : 'refused'));
  return (
    <>
      <Button
        size="small"
        icon={outcome === 'copied' ? <CheckmarkRegular /> : <CopyRegular />}
        aria-label={about === undefined ? undefined : t('pane.copy.about', { label, about })}
        onClick={copy}
      >
        {label}
      </Button>
      <span role="status">{outcome !== null && t(`pane.copy.${outcome}`)}</span>
    </>
  );
}
