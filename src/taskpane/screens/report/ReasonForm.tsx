import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';

interface ReasonFormProps {
  readonly label: string;
  readonly hint: string;
  readonly action: string;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A reason that is owed: without one nothing is sent. Takes the focus when it comes up. */
export function ReasonForm({ label, hint, action, onSubmit, onCancel }: ReasonFormProps) {
  const layout = useLayout();
  const t = useWords();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    if (reason.trim() === '') setMissing(true);
    else onSubmit(reason.trim());
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
