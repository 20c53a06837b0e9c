import type { Plan } from '../../plan/plan';

/** Plans are many times the size of their texts: together these are no more than so many characters. */
const MOST_KEPT = 2_000_000;

/** Plans by the texts they were read from, those of late: a draft is drawn far more often than it changes. */
export class ReadPlans {
  private readonly plans = new Map<string, Plan>();

  of(text: string): Plan | undefined {
    return this.plans.get(text);
  }

  /** The oldest go where they take too much room, never the one that is kept. */
  keep(plan: Plan): void {
    this.plans.delete(plan.text);
    this.plans.set(plan.text, plan);
    let room = MOST_KEPT;
    for (const text of [...this.plans.keys()].reverse()) {
      room -= text.length;
      if (room < 0 && text !== plan.text) this.plans.delete(text);
    }
  }
}
