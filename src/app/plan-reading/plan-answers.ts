import { planFaultKey, type PlanFaultKey } from '../wording/plan-fault';
import { editPlan } from '../../plan/edit';
import { parsePlan } from '../../plan/parse';
import type { Plan } from '../../plan/plan';
import { pastedPlanText, readPlanDocument, type PlanDocument } from './read-plan-document';
import type { PlanRequest } from './plan-reader';

/** A plan, and how the bytes it came in were understood, if that was not certain. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly encoding: string | null;
}

/** What a request came to. */
export type PlanAnswer =
  | { readonly kind: 'read'; readonly read: ReadPlan }
  /** No text says what the correction asks for. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'fault'; readonly fault: PlanFaultKey };

/** Answers requests one after the other; the plan read last is kept, so that a correction need not read it again. */
export class PlanAnswerer {
  private last: Plan | undefined;

  /** @param isBounded An answer that takes too long is ended from outside. */
  constructor(private readonly isBounded: boolean) {}

  async answer(request: PlanRequest): Promise<PlanAnswer> {
    try {
      const { text, encoding } = await textOf(request, this.isBounded);
      const plan = this.planOf(text);
      if (request.kind !== 'edit') return { kind: 'read', read: { plan, encoding } };
      const edited = editPlan(plan, request.edit);
      if (edited === undefined) return { kind: 'refused' };
      this.last = edited;
      return { kind: 'read', read: { plan: edited, encoding } };
    } catch (error) {
      return { kind: 'fault', fault: planFaultKey(error) ?? 'planFault.damaged' };
    }
  }

  private planOf(text: string): Plan {
    if (this.last?.text === text) return this.last;
    this.last = parsePlan(text);
    return this.last;
  }
}

function textOf(request: PlanRequest, isBounded: boolean): PlanDocument | Promise<PlanDocument> {
  switch (request.kind) {
    case 'file':
      return readPlanDocument(request.bytes, request.name, isBounded);
    case 'pasted':
      return { text: pastedPlanText(request.text), encoding: null };
    case 'text':
    case 'edit':
      return { text: request.text, encoding: null };
  }
}
