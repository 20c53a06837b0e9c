import { Button, Field, Text, Textarea } from '@fluentui/react-components';
import { DropPlace, FilePicker } from '../../parts/files/FilePicker';
import { useLayout } from '../../parts/layout';
import type { PlanCommands } from '../../session/commands/plan-commands';
import { useWords } from '../../words-context';

const ACCEPTED = '.docx,.xlsx,.xls,.et,.ods,.xlsb,.xml,.html,.htm,.txt,.csv';

interface PlanEntryProps {
  readonly typed: string;
  readonly hasLedger: boolean;
  readonly commands: PlanCommands;
}

/** Where a document comes in: opened, dropped, pasted, or the plan of the ledger that is open. */
export function PlanEntry({ typed, hasLedger, commands }: PlanEntryProps) {
  const layout = useLayout();
  const t = useWords();
  const pick = ([file]: readonly File[]) => {
    if (file !== undefined) void commands.readFile(file);
  };
  return (
    <div className={layout.column}>
      <Text block>{t(hasLedger ? 'pane.plan.whatRevised' : 'pane.plan.what')}</Text>
      <DropPlace accept={ACCEPTED} onDrop={(dropped) => void commands.readDropped(dropped)}>
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
      <div className={layout.fields}>
        <Field label={t('pane.plan.paste')}>
          <Textarea
            rows={8}
            resize="vertical"
            value={typed}
            onChange={(_event, { value }) => commands.type(value)}
          />
        </Field>
      </div>
      <div className={layout.row}>
        <Button disabled={typed.trim() === ''} onClick={() => void commands.readTyped()}>
          {t('pane.plan.read')}
        </Button>
        {hasLedger && (
          <Button appearance="subtle" onClick={() => void commands.readOwn()}>
            {t('pane.plan.readOwn')}
          </Button>
        )}
      </div>
    </div>
  );
}
