import { Text } from '@fluentui/react-components';
import type { CheckedFile } from '../../../app/inbox/check-returns';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import { changeWords } from './change-words';
import { changesBetween } from './rivals';

/** What the file that came last says otherwise than the one before it. */
export function RivalChanges({ group }: { readonly group: readonly CheckedFile[] }) {
  const layout = useLayout();
  const t = useWords();
  const [last, before] = group;
  if (last === undefined || before === undefined) return null;
  const changes = changesBetween(before, last);
  return (
    <div className={layout.tight}>
      <Text size={200}>
        {t('pane.rivals.changes', { file: last.file, other: before.file, count: changes.length })}
      </Text>
      <ul className={layout.list}>
        {changes.map((line) => (
          <li key={line.measure}>
            <Text size={200}>
              {t('pane.rivals.change', { no: line.measure, change: changeWords(line, t) })}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
