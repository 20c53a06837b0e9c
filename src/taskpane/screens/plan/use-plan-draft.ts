import { useState } from 'react';
import { editPlan, type PlanEdit } from '../../../plan/edit';
import { parsePlan } from '../../../plan/parse';
import type { Plan } from '../../../plan/types';
import type { Translate } from '../../../locales/translate';

/** A plan on its way to a ledger: as read, with the corrections made so far. */
export interface PlanDraft {
  readonly plan: Plan | undefined;
  /** Why nothing could be read, or an edit not made; empty when all went well. */
  readonly fault: string;
  readonly canUndo: boolean;
  readonly readText: (text: string) => void;
  readonly readFile: (file: File) => Promise<void>;
  readonly edit: (edit: PlanEdit) => void;
  readonly undo: () => void;
  readonly drop: () => void;
}

/** What is read and corrected stays in the hands of the screen until the ledger is built. */
export function usePlanDraft(t: Translate): PlanDraft {
  const [plans, setPlans] = useState<readonly Plan[]>([]);
  const [fault, setFault] = useState('');
  const plan = plans.at(-1);

  const attempt = async (text: () => Promise<string>): Promise<void> => {
    const { describePlanFault } = await import('../../../app/read-plan-document');
    try {
      setPlans([parsePlan(await text())]);
      setFault('');
    } catch (error) {
      setFault(describePlanFault(error, t) ?? t('planFault.damaged'));
    }
  };
  return {
    plan,
    fault,
    canUndo: plans.length > 1,
    readText: (text) => {
      void attempt(async () => (await import('../../../app/read-plan-document')).pastedPlanText(text));
    },
    readFile: (file) =>
      attempt(async () => {
        const { readPlanDocument } = await import('../../../app/read-plan-document');
        return readPlanDocument(new Uint8Array(await file.arrayBuffer()), file.name);
      }),
    edit: (edit) => {
      const next = plan && editPlan(plan, edit);
      if (next) setPlans([...plans, next]);
      setFault(next ? '' : t('pane.plan.editRefused'));
    },
    undo: () => {
      setPlans(plans.slice(0, -1));
      setFault('');
    },
    drop: () => {
      setPlans([]);
      setFault('');
    },
  };
}
