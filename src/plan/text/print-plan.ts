import type { CalendarDate } from '../../base/calendar';
import { PlanParseError } from '../plan-errors';
import { fold } from '../../base/fold-text';
import { markerAt } from './markers';
import { meaningOf } from './meaning';
import { upperNumberOf } from '../handed-down';
import { parsePlan } from '../parse';
import type { Heading, Measure, Plan, TextSpan } from '../plan';

/** A heading, measure or passage on its way to paper. */
interface Item extends TextSpan {
  readonly words: string;
  readonly measure: Measure | undefined;
}

/** The sign between a number and its words: “一、”, “1.”; brackets and circles need none. */
function numbered(no: string, own: string): string {
  const words = /^[\d０-９]/.test(own) ? ` ${own}` : own;
  if (no === '') return own;
  if (markerAt(fold(`${no}词`), 0)) return no + words;
  return markerAt(fold(`${no}.词`), 0)?.kind === 'han' ? `${no}、${words}` : `${no}.${words}`;
}

function day(date: CalendarDate): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** Words that read as the same recurring duty: by how often it falls due within one year. */
function recurrence(milestones: readonly CalendarDate[]): string {
  const [first] = milestones;
  if (first === undefined) return '每周';
  const inOneYear = milestones.filter((date) => date.slice(0, 4) === first.slice(0, 4)).length;
  if (inOneYear === 12)
    return milestones.every((date) => date.endsWith(first.slice(8)))
      ? `每月${Number(first.slice(8))}日`
      : '每月';
  if (inOneYear === 4) return '每季度';
  if (inOneYear === 2) return '每半年';
  return `每年${Number(first.slice(5, 7))}月${Number(first.slice(8, 10))}日`;
}

/** “2017年9月30日”, “长期坚持”, “每季度”: words that read as the deadline of a measure. */
export function deadlineWords({ deadline, deadlineKind, milestones }: Measure): string {
  const days = milestones.map(day).join('、');
  switch (deadlineKind) {
    case 'date':
      return [...milestones.map(day), ...(deadline === null ? [] : [day(deadline)])].join('、');
    case 'openEnded':
      return days === '' ? '长期坚持' : `${days}取得阶段性成效,持续推进`;
    case 'recurring':
      return recurrence(milestones);
    case 'none':
      return '无';
  }
}

/** A clause in the usual form that reads as what the measure says, for one whose own clause does not (any more). */
export function clauseFor(measure: Measure): string {
  const lead = [...measure.leadUnits, ...(measure.leadGroup === null ? [] : [measure.leadGroup])];
  const support = measure.supportUnits.length === 0 ? '' : `;配合单位:${measure.supportUnits.join('、')}`;
  const upper = upperNumberOf(measure);
  const link = upper === null ? '' : `;上级序号:${upper}`;
  return `(牵头单位:${lead.length === 0 ? '待定' : lead.join('、')}${support};完成时限:${deadlineWords(measure)}${link})`;
}

/** The signs with which words end: “。”, “；”. */
function closingSigns(words: string): string {
  const issued = words.trimEnd();
  let from = issued.length;
  while (from > 0 && /[。;!?；！？]/.test(issued.charAt(from - 1))) from -= 1;
  return issued.slice(from);
}

function headingItem(plan: Plan, { no, title, clause, source }: Heading): Item {
  const stop = closingSigns(plan.text.slice(source.start, source.end));
  return { ...source, words: numbered(no, title) + (clause === '' ? stop : clause), measure: undefined };
}

function measureItem(plan: Plan, measure: Measure, clause: string): Item {
  const { source, text, writtenNo } = measure;
  const issued = plan.text.slice(source.start, source.end);
  const at = clause === '' ? -1 : issued.lastIndexOf(clause);
  const before = issued.slice(0, Math.max(0, at));
  const ownLine = /[\r\n]/.test(before.slice(before.trimEnd().length)) && !text.endsWith('\n');
  return { ...source, words: numbered(writtenNo, `${text}${ownLine ? '\n' : ''}${clause}`), measure };
}

/** What stands between two items: nothing where the text as issued had no break and the second has no number. */
function between(plan: Plan, before: Item, item: Item): string {
  const glued = before.end <= item.start && !/[\r\n]/.test(plan.text.slice(before.end, item.start));
  return glued && markerAt(fold(item.words), 0) === undefined ? '' : '\n';
}

function printWith(plan: Plan, clauseOf: (measure: Measure, index: number) => string): string {
  const items: readonly Item[] = [
    ...plan.headings.map((heading) => headingItem(plan, heading)),
    ...plan.measures.map((measure, index) => measureItem(plan, measure, clauseOf(measure, index))),
    ...plan.rest.map(({ text, source }) => ({ ...source, words: text, measure: undefined })),
  ].sort((a, b) => a.start - b.start);
  return items
    .map((item, index) => {
      const before = items[index - 1];
      return (before ? between(plan, before, item) : '') + item.words;
    })
    .join('');
}

/** The measures that a text says when it is read; none when it is no plan. */
export type ReadMeasures = (text: string) => readonly Measure[];

function reread(text: string, plan: Plan): readonly Measure[] {
  try {
    return parsePlan(text, { years: plan.years }).measures;
  } catch (error) {
    if (error instanceof PlanParseError) return [];
    throw error;
  }
}

/**
 * The plan as a text from which `parsePlan` reads the same plan, one heading, measure or passage a line.
 * Clauses stay word for word, except where units or dates were changed by hand and the clause says something else:
 * those are written anew in the usual form.
 * @param read for those who know already what some texts say
 */
export function printPlan(plan: Plan, read: ReadMeasures = (text) => reread(text, plan)): string {
  const asIssued = printWith(plan, ({ clause }) => clause);
  const again = read(asIssued);
  const aligned = again.length === plan.measures.length;
  const kept = (measure: Measure, index: number): boolean => {
    const same = again[index];
    return aligned && same !== undefined && (same === measure || meaningOf(same) === meaningOf(measure));
  };
  if (plan.measures.every(kept)) return asIssued;
  return printWith(plan, (measure, index) => (kept(measure, index) ? measure.clause : clauseFor(measure)));
}
