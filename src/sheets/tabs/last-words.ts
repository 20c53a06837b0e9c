import { chineseDate } from '../../base/calendar';
import { periodLabel } from '../../ledger/period';
import type { Report } from '../../ledger/records';
import { statusWord } from '../../returns/locate/form-columns';
import type { FormMeasure } from './form-measures';

/** Of what was reported so many characters are shown; what is taken over is all of it. */
const PROGRESS_SHOWN = 90;
const DETAIL_SHOWN = 40;

/** What a form shows of a measure's earlier periods; empty where there is nothing. A line each, what matters most first. */
export function lastWords({ last, sentBack, plannedDeadline, deadline }: FormMeasure): string {
  const lines = [
    sentBack === null ? '' : sentBack === '' ? '【已退回】' : `【已退回】${sentBack}`,
    plannedDeadline === null
      ? ''
      : `【已延期】原时限${chineseDate(plannedDeadline)}${deadline === null ? '' : `，现为${chineseDate(deadline)}`}`,
    last?.report.status == null ? '' : `${claimWords(last.report)}（${periodLabel(last.period)}）`,
    excerpt(last?.report.progress ?? '', PROGRESS_SHOWN),
    labelled('问题', last?.report.problems ?? ''),
    labelled('打算', last?.report.nextSteps ?? ''),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** Whether 无变化 can be said of a measure: there is a last answer, and it was not sent back. */
export function canStand({ last, sentBack }: FormMeasure): boolean {
  return last !== null && last.report.status !== null && sentBack === null;
}

function claimWords({ status, percent, completedOn }: Report): string {
  const word = status === null ? '' : statusWord(status);
  if (completedOn !== null) return `${word}，${completedOn}`;
  return percent === null ? word : `${word}，${percent}%`;
}

function labelled(label: string, text: string): string {
  return text === '' ? '' : `${label}：${excerpt(text, DETAIL_SHOWN)}`;
}

function excerpt(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most)}…`;
}
