import { Field, Input } from '@fluentui/react-components';
import { useWords } from '../../words-context';

interface FindFieldProps {
  readonly words: string;
  readonly onChange: (words: string) => void;
}

/** Words by which a list of measures is narrowed, see `hasWords`. */
export function FindField({ words, onChange }: FindFieldProps) {
  const t = useWords();
  return (
    <Field label={t('pane.overdue.find')}>
      <Input value={words} onChange={(_event, { value }) => onChange(value)} />
    </Field>
  );
}
