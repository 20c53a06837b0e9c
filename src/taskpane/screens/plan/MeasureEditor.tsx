import { Button, Field, Input, Textarea, makeStyles } from '@fluentui/react-components';
import { useState, type FocusEvent } from 'react';
import type { DeadlineKind, Measure } from '../../../plan/plan';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { DateInput } from '../../parts/fields/DateInput';
import { useLayout } from '../../parts/layout';
import type { PlanCommands } from '../../session/commands/plan-commands';
import { useWords } from '../../words-context';
import { changeIn, formOf, sentenceEnds, type MeasureForm } from './measure-form';

const useStyles = makeStyles({
  form: { display: 'contents' },
  control: { minWidth: 0, '& > *': { minWidth: 0 } },
});

interface MeasureEditorProps {
  readonly measure: Measure;
  readonly isLast: boolean;
  readonly commands: PlanCommands;
}

/** What can be set of a measure, and how it can be cut or joined. What is typed counts as soon as its fields are left. */
export function MeasureEditor({ measure, isLast, commands }: MeasureEditorProps) {
  const layout = useLayout();
  const t = useWords();
  const { no, text } = measure;
  return (
    <div className={layout.tight}>
      <MeasureFields measure={measure} commands={commands} />
      <div className={layout.row}>
        {!isLast && (
          <Button size="small" onClick={() => void commands.edit({ kind: 'join', no })}>
            {t('pane.plan.join')}
          </Button>
        )}
        {sentenceEnds(text).map((at) => (
          <Button key={at} size="small" onClick={() => void commands.edit({ kind: 'split', no, at })}>
            {t('pane.plan.split', { words: text.slice(Math.max(0, at - 7), at) })}
          </Button>
        ))}
      </div>
    </div>
  );
}

function MeasureFields({ measure, commands }: Pick<MeasureEditorProps, 'measure' | 'commands'>) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const [draft, setDraft] = useState({ of: measure, form: formOf(measure) });
  if (draft.of !== measure) setDraft({ of: measure, form: formOf(measure) });
  const { form } = draft;
  const set = (part: Partial<MeasureForm>) => setDraft({ of: measure, form: { ...form, ...part } });
  const change = changeIn(form, measure);
  const apply = () => {
    if (change !== null) void commands.edit({ kind: 'set', no: measure.no, change });
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLFormElement>) => {
    if (!currentTarget.contains(relatedTarget)) apply();
  };
  const names = (field: 'leadUnits' | 'leadGroup' | 'supportUnits') => (
    <Field label={t(`pane.plan.field.${field}`)} className={styles.control}>
      <Input value={form[field]} onChange={(_event, { value }) => set({ [field]: value })} />
    </Field>
  );
  return (
    <form
      className={styles.form}
      onBlur={onBlur}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Field label={t('pane.plan.field.text')} className={styles.control}>
        <Textarea
          rows={3}
          resize="vertical"
          value={form.text}
          onChange={(_event, { value }) => set({ text: value })}
        />
      </Field>
      {names('leadUnits')}
      {names('leadGroup')}
      {names('supportUnits')}
      <div className={layout.fields}>
        <DeadlineKindField measure={measure} value={form.deadlineKind} onChange={set} />
        {form.deadlineKind === 'date' && (
          <Field label={t('pane.plan.deadline')}>
            <DateInput value={form.deadline} onChange={(deadline) => set({ deadline })} />
          </Field>
        )}
      </div>
      <div className={layout.row}>
        <Button type="submit" size="small" appearance="primary" disabled={change === null}>
          {t('pane.plan.apply')}
        </Button>
      </div>
    </form>
  );
}

interface DeadlineKindFieldProps {
  readonly measure: Measure;
  readonly value: DeadlineKind;
  readonly onChange: (part: Pick<MeasureForm, 'deadlineKind'>) => void;
}

/** A recurring duty has days of its own, which cannot be typed: it is only offered where it stands already. */
function DeadlineKindField({ measure, value, onChange }: DeadlineKindFieldProps) {
  const t = useWords();
  const kinds: readonly DeadlineKind[] =
    measure.deadlineKind === 'recurring'
      ? ['recurring', 'date', 'openEnded', 'none']
      : ['date', 'openEnded', 'none'];
  return (
    <ChoiceField
      label={t('pane.plan.deadlineKind')}
      value={value}
      choices={kinds}
      wordOf={(kind) => t(`pane.plan.kind.${kind}`)}
      onChange={(deadlineKind) => onChange({ deadlineKind })}
    />
  );
}
