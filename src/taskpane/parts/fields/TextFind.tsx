import { Field, Input } from '@fluentui/react-components';

interface TextFindProps {
  readonly label: string;
  readonly words: string;
  readonly onChange: (words: string) => void;
}

/** Words by which a list is narrowed. */
export function TextFind({ label, words, onChange }: TextFindProps) {
  return (
    <Field label={label}>
      <Input value={words} onChange={(_event, { value }) => onChange(value)} />
    </Field>
  );
}
