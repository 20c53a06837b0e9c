import { periodLabel } from '../../ledger/period';
import { youOf } from '../../ledger/units/addressee';
import type { Reminder, Reminders } from '../../ledger/figures/reminders';
import { chineseDate, daysBetween } from '../../base/calendar';

/**
 * 催报通知 to one office, ready to paste into a message: its return, what it has to correct, what is overdue and what falls
 * due. An office that may not be ordered is asked. Like the office's other papers it is Chinese whatever language the pane
 * or the command speaks.
 */
export function reminderText(reminder: Reminder, reminders: Reminders): string {
  const parts = [
    ...(reminder.notReturned ? [notReturned(reminder, reminders)] : []),
    ...(reminder.findings === null ? [] : [toCorrect(reminder, reminder.findings, reminders)]),
    ...sentBack(reminder),
    ...overdue(reminder, reminders),
    ...dueSoon(reminder),
  ];
  const numbered =
    parts.length === 1 ? parts : parts.map((part, index) => `${NUMERALS[index] ?? index + 1}、${part}`);
  const former =
    reminder.formerUnits.length === 0
      ? []
      : [`以上包括由${youOf(reminder.isOrdered)}承接的原${reminder.formerUnits.join('、')}牵头的措施。`];
  const thanks = reminder.isOrdered ? [] : ['感谢支持。'];
  return [`${reminder.office}：`, ...numbered, ...former, ...thanks].join('\n');
}

const NUMERALS = ['一', '二', '三', '四', '五'];

/** How an office is asked for something: 请 to one that may be ordered, 烦请 to any other. */
function please({ isOrdered }: Reminder): '请' | '烦请' {
  return isOrdered ? '请' : '烦请';
}

function notReturned(reminder: Reminder, { period, due, asOf }: Reminders): string {
  const late = daysBetween(due, asOf);
  const ask = late > 0 ? `已超过 ${late} 天，${please(reminder)}尽快报送。` : `${please(reminder)}按时报送。`;
  return `${youOf(reminder.isOrdered)}${periodLabel(period)}进展情况填报表尚未收到，报送截止日期为${chineseDate(due)}，${ask}`;
}

function toCorrect(reminder: Reminder, findings: number, { period }: Reminders): string {
  return `${youOf(reminder.isOrdered)}${periodLabel(period)}进展情况填报表有 ${findings} 处需要更正，${please(reminder)}按退回说明修改后重新报送。`;
}

function sentBack(reminder: Reminder): readonly string[] {
  if (reminder.sentBack.length === 0) return [];
  const listed = reminder.sentBack.map(
    ({ measure, reason }) => `第 ${measure} 项${reason === '' ? '' : `（${reason}）`}`,
  );
  return [`下列措施经核实需要补充完善，${please(reminder)}完善后重新填报：${listed.join('、')}。`];
}

function overdue(reminder: Reminder, { asOf }: Reminders): readonly string[] {
  if (reminder.overdue.length === 0) return [];
  const listed = reminder.overdue.map(
    ({ measure, deadline, days }) => `第 ${measure} 项（${chineseDate(deadline)}到期，已逾期 ${days} 天）`,
  );
  const ask = reminder.isOrdered
    ? '请抓紧办理，已经完成的如实填报完成日期并附佐证材料'
    : '烦请推进落实，已经完成的请告知完成日期';
  return [`截至${chineseDate(asOf)}，下列措施已超过完成时限，${ask}：${listed.join('、')}。`];
}

function dueSoon(reminder: Reminder): readonly string[] {
  if (reminder.dueSoon.length === 0) return [];
  const listed = reminder.dueSoon.map(
    ({ measure, deadline, daysLeft }) =>
      `第 ${measure} 项（${chineseDate(deadline)}到期，${daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`}）`,
  );
  const ask = reminder.isOrdered
    ? '请抓紧办理；确需延期的，请在到期前提出申请'
    : '烦请关注进度；需要延期的，请在到期前告知';
  return [`下列措施即将到期，${ask}：${listed.join('、')}。`];
}

/** One message for the whole group: who is asked for what, without the details. */
export function groupReminderText(reminders: Reminders): string {
  const { period, due, asOf, offices } = reminders;
  const label = periodLabel(period);
  const named = (listed: readonly Reminder[], what: string, ask: string): readonly string[] =>
    listed.length === 0
      ? []
      : [`${what}的单位有 ${listed.length} 个：${listed.map(({ office }) => office).join('、')}。${ask}`];
  const counted = (of: 'overdue' | 'dueSoon', what: string, ask: string): readonly string[] => {
    const listed = offices.filter((one) => one[of].length > 0);
    const names = listed.map((one) => `${one.office} ${one[of].length} 项`);
    return listed.length === 0 ? [] : [`${what}的单位有 ${listed.length} 个：${names.join('、')}。${ask}`];
  };
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
    ...counted('overdue', '有措施逾期未完成', '请抓紧推进。'),
    ...counted('dueSoon', '有措施即将到期', '请把握进度。'),
  ];
  const head = `各单位：截至${chineseDate(asOf)}，${label}进展情况填报和措施推进情况如下。`;
  const none = '各单位均已按要求报送，没有逾期措施，近期没有到期的措施。';
  return [head, ...(parts.length === 0 ? [none] : parts)].join('\n');
}
