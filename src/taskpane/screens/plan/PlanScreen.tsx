import { Text } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { PlanCommands } from '../../session/commands/plan-commands';
import { useWords } from '../../words-context';
import type { ScreenProps } from '../screen';
import { PlanComparisonPart } from './PlanComparisonPart';
import { PlanEntry } from './PlanEntry';
import { PlanReview } from './PlanReview';

/** 方案: any plan, opened or pasted, is looked over and corrected; then it becomes a ledger, or revises the one that is open. */
export function PlanScreen({ session, commands, isLive }: ScreenProps) {
  const { draft, ledger, unsaved, work } = session;
  const t = useWords();
  const plans = useMemo(() => new PlanCommands(commands.desk), [commands.desk]);
  const [isComparing, setIsComparing] = useState(false);
  const plan = draft && plans.planOf(draft);
  const isUnread = plan === null && draft !== null && draft.texts.length > 0;
  useEffect(() => {
    if (isUnread && work === null) void plans.readDraft();
  }, [plans, isUnread, work]);
  if (isUnread) return <Text block>{t('pane.plan.reading')}</Text>;
  if (draft === null || plan === null)
    return <PlanEntry typed={draft?.typed ?? ''} hasLedger={ledger !== null} commands={plans} />;
  if (ledger !== null && isComparing)
    return (
      <PlanComparisonPart
        ledger={ledger}
        plan={plan}
        onRevise={() => void plans.revise()}
        onBack={() => setIsComparing(false)}
      />
    );
  return (
    <PlanReview
      plan={plan}
      draft={draft}
      ledger={ledger}
      commands={plans}
      ways={{
        build: ledger === null || !isLive ? () => void commands.build(plan) : null,
        compare: ledger === null ? null : () => setIsComparing(true),
        mustSaveFirst: ledger !== null && unsaved,
      }}
    />
  );
}
