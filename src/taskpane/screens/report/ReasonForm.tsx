import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useLayout } from '../../parts/layout';
import { isText, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';

interface ReasonFormProps {
  /** Of the reason, as `useScreenState` has it. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly action: string;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A reason that is owed: without one nothing is sent. Takes the focus when it comes up. */
export function ReasonForm({ name, label, hint, action, onSubmit, onCancel }: ReasonFormProps) {
  const layout = useLayout();
  const t = useWords();
  const [reason, setReason] = useScreenState(name, '', isText);
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    if (reason.trim() === '') setMissing(true);
    else {
      setReason('');
      onSubmit(reason.trim());
    }
  };
  return (
    <div className={layout.tight}>
      <Field
        label={label}
        hint={hint}
        required
        validationState={isMissing ? 'error' : 'none'}
        validationMessage={isMissing ? t('pane.report.reasonMissing') : null}
      >
        <Textarea
          value={reason}
          autoFocus
          onChange={(_event, { value }) => {
            setReason(value);
            setMissing(false);
          }}
        />
      </Field>
      <div className={layout.row}>
        <Button appearance="primary" onClick={submit}>
          {action}
        </Button>
        <Button onClick={onCancel}>{t('pane.report.keep')}</Button>
      </div>
    </div>
  );
}
