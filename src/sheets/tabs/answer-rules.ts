import { calendarDate, type CalendarDate } from '../../base/calendar';
import type { RangeValidation } from '../../base/blueprint';
import type { Plan } from '../../plan/plan';
import { STATUS_WORDS, UNCHANGED_WORD } from '../../returns/locate/form-columns';
import { VERIFICATION_WORD } from '../words';

/**
 * 填报状态 in 台账 and on a form: one of the status words.
 * @param canStand The last answer can stand: 无变化 may be said instead.
 */
export function statusRule(target: RangeValidation['range'], canStand = false): RangeValidation {
  const values = canStand ? [...STATUS_WORDS, UNCHANGED_WORD] : STATUS_WORDS;
  const words = values.join('、');
  return {
    range: target,
    rule: { kind: 'list', values },
    prompt: { title: '填报状态', text: `请从下拉列表选择：${words}。` },
    error: { title: '填报状态有误', text: `只能填写：${words}。请从下拉列表选择。` },
  };
}

/** 进度 in 台账 and on a form: a whole number of per cent. */
export function percentRule(target: RangeValidation['range']): RangeValidation {
  return {
    range: target,
    rule: { kind: 'wholeNumber', min: 0, max: 100 },
    prompt: { title: '进度(%)', text: '请填 0 到 100 的整数，不必写百分号。已完成填 100。' },
    error: { title: '进度有误', text: '进度应为 0 到 100 的整数，例如 60。' },
  };
}

/** Work may be finished before the plan's years begin and reported some years after they end. */
export function completionDateRule(
  target: RangeValidation['range'],
  { years }: Pick<Plan, 'years'>,
): RangeValidation {
  return {
    range: target,
    rule: {
      kind: 'date',
      from: calendarDate(years.from - 1, 1, 1) as CalendarDate,
      to: calendarDate(years.to + 5, 12, 31) as CalendarDate,
    },
    prompt: { title: '完成日期', text: '状态为“已完成”时必填，例如 2017-06-30。' },
    error: { title: '完成日期有误', text: '请填写真实日期，例如 2017-06-30。' },
  };
}

/** 核实状态: typed by the office that keeps the ledger. */
export function verificationRule(target: RangeValidation['range']): RangeValidation {
  return {
    range: target,
    rule: { kind: 'list', values: Object.values(VERIFICATION_WORD) },
    prompt: {
      title: '核实状态',
      text: '核实无误的选“已销号”，与事实不符的选“退回”。单位再次填报后回到“待核实”。',
    },
    error: { title: '核实状态有误', text: '只能填写：待核实、退回、已销号。请从下拉列表选择。' },
  };
}
