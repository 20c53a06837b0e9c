import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { CheckedFile } from '../../../app/inbox/check-returns';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { countBySeverity } from './group-findings';
import { must } from '../../../base/invariant';

interface RivalChoiceProps extends Pick<LedgerScreenProps, 'session' | 'commands'> {
  readonly group: readonly CheckedFile[];
}

/** Two files of one unit: both shown, the clerk chooses; until then neither is taken in. */
export function RivalChoice({ group, session, commands }: RivalChoiceProps) {
  const t = useWords();
  const chosen = group.find(({ sha256 }) => session.inbox.chosen.includes(sha256))?.sha256 ?? '';
  return (
    <Field
      label={t('pane.rivals.which', {
        unit: must(group[0]?.office, 'the office of rival files'),
        count: group.length,
      })}
      hint={chosen === '' ? t('pane.rivals.none') : null}
    >
      <RadioGroup value={chosen} onChange={(_event, { value }) => commands.returns.choose(value)}>
        {group.map((file) => (
          <Radio
            key={file.sha256}
            value={file.sha256}
            label={t('pane.rivals.file', {
              file: file.file,
              ...receivedIn(session, file),
              date: file.returnedOn ?? '',
              dateGiven: file.returnedOn === null ? 'no' : 'yes',
              rows: file.rows.filter(({ sound }) => sound).length,
              error: countBySeverity(file.findings).error,
            })}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** When it came: two of one name are told apart by it. */
function receivedIn({ inbox }: RivalChoiceProps['session'], { sha256 }: CheckedFile) {
  const at = inbox.items.find(({ checked }) => checked.sha256 === sha256)?.receivedAt ?? '';
  return { at, atGiven: at === '' ? 'no' : 'yes' };
}
