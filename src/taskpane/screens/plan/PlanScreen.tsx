import { useMemo, useState } from 'react';
import { PlanCommands } from '../../session/commands/plan-commands';
import type { ScreenProps } from '../screen';
import { PlanComparisonPart } from './PlanComparisonPart';
import { PlanEntry } from './PlanEntry';
import { PlanReview } from './PlanReview';

/** 方案: any plan, opened or pasted, is looked over and corrected; then it becomes a ledger, or revises the one that is open. */
export function PlanScreen({ session, commands, isLive }: ScreenProps) {
  const { draft, ledger, unsaved } = session;
  const plans = useMemo(() => new PlanCommands(commands.desk), [commands.desk]);
  const [isComparing, setIsComparing] = useState(false);
  const plan = draft && plans.planOf(draft);
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
      commands={plans}
      ways={{
        build: ledger === null || !isLive ? () => void commands.build(plan.text) : null,
        compare: ledger === null ? null : () => setIsComparing(true),
        mustSaveFirst: ledger !== null && unsaved,
      }}
    />
  );
}
