import { useWords } from '../../words-context';
import { TextFind } from './TextFind';

interface FindFieldProps {
  readonly words: string;
  readonly onChange: (words: string) => void;
}

/** Words by which a list of measures is narrowed, see `hasWords`. */
export function FindField({ words, onChange }: FindFieldProps) {
  const t = useWords();
  return <TextFind label={t('pane.overdue.find')} words={words} onChange={onChange} />;
}
