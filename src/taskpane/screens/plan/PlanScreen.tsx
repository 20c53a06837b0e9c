import { Button, Field, MessageBar, MessageBarBody, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { DropPlace, FilePicker } from '../../parts/FilePicker';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { ScreenProps } from '../screen';
import { PlanReview } from './PlanReview';
import { usePlanDraft, type PlanDraft } from './use-plan-draft';

const ACCEPTED = '.docx,.xlsx,.txt,.csv';

/** 读方案: any plan, pasted or opened, looked over and corrected, becomes a ledger. */
export function PlanScreen({ commands }: ScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const draft = usePlanDraft(t);
  return (
    <div className={layout.column}>
      {draft.fault !== '' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{draft.fault}</MessageBarBody>
        </MessageBar>
      )}
      {draft.plan === undefined ? (
        <PlanEntry draft={draft} />
      ) : (
        <PlanReview plan={draft.plan} draft={draft} onBuild={(text) => void commands.build(text)} />
      )}
    </div>
  );
}

function PlanEntry({ draft }: { readonly draft: PlanDraft }) {
  const layout = useLayout();
  const t = useWords();
  const [text, setText] = useState('');
  const pick = ([file]: readonly File[]) => {
    if (file !== undefined) void draft.readFile(file);
  };
  return (
    <>
      <Text block>{t('pane.plan.what')}</Text>
      <DropPlace onDrop={pick}>
        <FilePicker
          label={t('pane.plan.open')}
          accept={ACCEPTED}
          onPick={pick}
          button={{ appearance: 'primary' }}
        />
        <Text size={200} className={layout.muted}>
          {t('pane.plan.formats')}
        </Text>
      </DropPlace>
      <Field label={t('pane.plan.paste')}>
        <Textarea rows={8} resize="vertical" value={text} onChange={(_event, { value }) => setText(value)} />
      </Field>
      <Button disabled={text.trim() === ''} onClick={() => draft.readText(text)}>
        {t('pane.plan.read')}
      </Button>
    </>
  );
}
