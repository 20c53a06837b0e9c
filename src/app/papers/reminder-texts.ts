import { periodLabel } from '../../ledger/period';
import type { Reminder, Reminders } from '../../ledger/figures/reminders';
import { chineseDate, daysBetween } from '../../base/calendar';

/**
 * 催报通知, ready to paste into a message. Like the office's other papers it is Chinese whatever language the pane or the
 * command speaks.
 */
export function reminderText(reminder: Reminder, reminders: Reminders): string {
  const parts = [
    ...(reminder.notReturned ? [notReturned(reminders)] : []),
    ...(reminder.findings === null ? [] : [toCorrect(reminder.findings, reminders)]),
    ...sentBack(reminder),
    ...dueSoon(reminder),
  ];
  const numbered =
    parts.length === 1 ? parts : parts.map((part, index) => `${NUMERALS[index] ?? index + 1}、${part}`);
  const former =
    reminder.formerUnits.length === 0
      ? []
      : [`以上包括由你单位承接的原${reminder.formerUnits.join('、')}牵头的措施。`];
  return [`${reminder.office}：`, ...numbered, ...former].join('\n');
}

const NUMERALS = ['一', '二', '三', '四'];

function notReturned({ period, due, asOf }: Reminders): string {
  const late = daysBetween(due, asOf);
  const ask = late > 0 ? `已超过 ${late} 天，请尽快报送。` : '请按时报送。';
  return `你单位${periodLabel(period)}进展情况填报表尚未收到，报送截止日期为${chineseDate(due)}，${ask}`;
}

function toCorrect(findings: number, { period }: Reminders): string {
  return `你单位${periodLabel(period)}进展情况填报表有 ${findings} 处需要更正，请按退回说明修改后重新报送。`;
}

function sentBack({ sentBack: claims }: Reminder): readonly string[] {
  if (claims.length === 0) return [];
  const listed = claims.map(
    ({ measure, reason }) => `第 ${measure} 项${reason === '' ? '' : `（${reason}）`}`,
  );
  return [`下列措施经核实予以退回，请补充完善后重新填报：${listed.join('、')}。`];
}

function dueSoon({ dueSoon: measures }: Reminder): readonly string[] {
  if (measures.length === 0) return [];
  const listed = measures.map(
    ({ measure, deadline, daysLeft }) =>
      `第 ${measure} 项（${chineseDate(deadline)}到期，${daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`}）`,
  );
  return [`下列措施即将到期，请抓紧办理；确需延期的，请在到期前提出申请：${listed.join('、')}。`];
}

/** One message for the whole group: who is asked for what, without the details. */
export function groupReminderText(reminders: Reminders): string {
  const { period, due, asOf, offices } = reminders;
  const label = periodLabel(period);
  const named = (listed: readonly Reminder[], what: string, ask: string): readonly string[] =>
    listed.length === 0
      ? []
      : [`${what}的单位有 ${listed.length} 个：${listed.map(({ office }) => office).join('、')}。${ask}`];
  const parts = [
    ...named(
      offices.filter(({ notReturned: missing }) => missing),
      '尚未报送',
      asOf > due ? '请尽快报送。' : `请于${chineseDate(due)}前报送。`,
    ),
    ...named(
      offices.filter(({ findings, sentBack: claims }) => findings !== null || claims.length > 0),
      '填报内容需要更正',
      '请按退回意见修改后重新报送。',
    ),
    ...named(
      offices.filter(({ dueSoon: measures }) => measures.length > 0),
      '有措施即将到期',
      '请抓紧办理。',
    ),
  ];
  const head = `各单位：截至${chineseDate(asOf)}，${label}进展情况填报工作情况如下。`;
  return [head, ...(parts.length === 0 ? ['各单位均已按要求报送，近期没有到期的措施。'] : parts)].join('\n');
}
