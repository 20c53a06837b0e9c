import { Field, Select } from '@fluentui/react-components';

interface ChoiceFieldProps<Choice extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: Choice;
  readonly choices: readonly Choice[];
  readonly wordOf: (choice: Choice) => string;
  readonly onChange: (choice: Choice) => void;
}

/** One of a few choices, each by its word. */
export function ChoiceField<Choice extends string>(props: ChoiceFieldProps<Choice>) {
  const { label, hint, value, choices, wordOf, onChange } = props;
  return (
    <Field label={label} hint={hint ?? null}>
      <Select
        value={value}
        onChange={(_event, { value: picked }) => {
          const choice = choices.find((one) => one === picked);
          if (choice !== undefined) onChange(choice);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {wordOf(choice)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
