import { fold, squeeze } from '../base/fold-text';
import type { Measure, Plan } from './plan';

/** What a plan that was handed down says of where it came from. */
export interface PlanLink {
  /** The place that handed it down: 荆门市. */
  readonly upper: string;
  /** `Plan.id` of the plan there. */
  readonly upperPlan: string;
  /** The batch under which the ledger there remembers it. */
  readonly handDown: string;
  /** The place it was handed down to: 京山县. */
  readonly place: string;
}

/** In the folded text, white space left out. */
const LINK = /本方案由([^()]{1,40})下达至([^()]{1,40})\(上级方案号:([0-9a-f]{8});下达编号:(B\d{1,9})\)/u;

/** The sentence by which a plan keeps the link to the one it was handed down from; it stands in the text of the plan. */
export function linkSentence({ upper, upperPlan, handDown, place }: PlanLink): string {
  return `本方案由${upper}下达至${place}（上级方案号：${upperPlan}；下达编号：${handDown}）`;
}

/** `null` for a plan of one's own. */
export function planLinkOf(plan: Plan): PlanLink | null {
  const [, upper, place, upperPlan, handDown] = LINK.exec(squeeze(fold(plan.text))) ?? [];
  if (upper === undefined || place === undefined || upperPlan === undefined || handDown === undefined)
    return null;
  return { upper, upperPlan, handDown, place };
}

const UPPER_NUMBER = /上级(?:方案|措施)?序号(?:名称)?[:：]\s*(\d{1,6})/u;

/** The number a measure has in the plan it was handed down from, as its clause says; `null` for one of the place's own. */
export function upperNumberOf({ clause }: Pick<Measure, 'clause'>): number | null {
  const number = UPPER_NUMBER.exec(fold(clause))?.[1];
  return number === undefined ? null : Number(number);
}
