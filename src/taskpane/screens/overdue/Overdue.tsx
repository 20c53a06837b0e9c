import { Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { TAB } from '../../../sheets/words';
import { useFollowed } from '../../following/use-followed';
import { AsOfField } from '../../parts/fields/AsOfField';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { CopyButton } from '../../parts/CopyButton';
import { FindField } from '../../parts/fields/FindField';
import { hasWords } from '../../parts/has-words';
import { useLayout } from '../../parts/layout';
import { isOneOf, isText, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { WarningGroupPart } from './WarningGroupPart';
import { groupWarnings, warningsOf, type Grouping, type Warning, type WarningKind } from './warnings';

const GROUPINGS = ['unit', 'deadline'] as const satisfies readonly Grouping[];
const KINDS = ['all', 'overdue', 'dueSoon'] as const satisfies readonly WarningKind[];

/** 预警: what is overdue and what is due soon, by unit or by date, and the way to each row. */
export function Overdue({ ledger, commands }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const [by, setBy] = useScreenState<Grouping>('overdue.by', 'unit', isOneOf(GROUPINGS));
  const [kind, setKind] = useScreenState<WarningKind>('overdue.kind', 'all', isOneOf(KINDS));
  const [words, setWords] = useScreenState('overdue.words', '', isText);
  const warnings = useMemo(() => warningsOf(ledger), [ledger]);
  const shown = warnings.filter(
    (warning) => (kind === 'all' || warning.kind === kind) && hasWords(warning, words),
  );
  const measures = [...new Set(shown.map(({ measure }) => measure))];
  useFollowed(commands, {
    tab: TAB.ledger,
    why: t('pane.beside.overdue', { count: measures.length }),
    measures,
  });
  const count = (of: Warning['kind']) => shown.filter((warning) => warning.kind === of).length;
  const line = (warning: Warning) => t('pane.overdue.line', { ...warning });
  return (
    <div className={layout.column}>
      <div className={layout.fields}>
        <AsOfField settings={ledger.settings} onChange={commands.setSettings} />
        <ChoiceField
          label={t('pane.overdue.group')}
          value={by}
          choices={GROUPINGS}
          wordOf={(one) => t(`pane.overdue.by.${one}`)}
          onChange={setBy}
        />
        <ChoiceField
          label={t('pane.overdue.show')}
          value={kind}
          choices={KINDS}
          wordOf={(one) => t(`pane.overdue.kind.${one}`)}
          onChange={setKind}
        />
        <FindField words={words} onChange={setWords} />
      </div>
      <div className={layout.row} role="status">
        <Text weight="semibold" className={layout.grow}>
          {t('pane.overdue.counts', { overdue: count('overdue'), dueSoon: count('dueSoon') })}
        </Text>
        {shown.length > 0 && (
          <CopyButton
            text={shown.map(line).join('\n')}
            label={t('pane.overdue.copy', { count: shown.length })}
          />
        )}
      </div>
      {shown.length === 0 && (
        <Text>{t(warnings.length === 0 ? 'pane.overdue.none' : 'pane.overdue.noneShown')}</Text>
      )}
      {groupWarnings(shown, by).map((group) => (
        <WarningGroupPart key={group.name} group={group} by={by} ledger={ledger} commands={commands} />
      ))}
    </div>
  );
}
