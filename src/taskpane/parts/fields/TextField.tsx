import { Field, Input } from '@fluentui/react-components';
import { useDraft } from './use-draft';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is wrong with a text, as a sentence; it is not taken over until there is nothing. */
  readonly faultOf?: (text: string) => string | null;
  readonly onChange: (text: string) => void;
}

/** A line of text, taken over on leaving the field. */
export function TextField({ label, hint, value, faultOf, onChange }: TextFieldProps) {
  const [typed, type] = useDraft(value);
  const fault = typed === value ? null : (faultOf?.(typed.trim()) ?? null);
  return (
    <Field
      label={label}
      hint={hint ?? null}
      validationState={fault === null ? 'none' : 'error'}
      validationMessage={fault}
    >
      <Input
        value={typed}
        onChange={(_event, { value: text }) => type(text)}
        onBlur={() => {
          if (typed.trim() !== value && fault === null) onChange(typed.trim());
        }}
      />
    </Field>
  );
}
