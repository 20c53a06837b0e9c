import type { LedgerSettings } from '../ledger/records';
import { dateIn, flagIn, numberIn, periodIn } from './read-values';

/** The settings as texts by name, in the order in which they stand in the table. */
export function settingTexts(settings: LedgerSettings): Readonly<Record<SettingName, string>> {
  const { weights, office } = settings;
  return {
    as_of: settings.asOf,
    period: settings.period,
    due_soon_days: String(settings.dueSoonDays),
    slow_start_days: String(settings.slowStartDays),
    return_within_days: String(settings.returnWithinDays),
    on_time_points: String(weights.onTime),
    late_points: String(weights.late),
    overdue_points: String(weights.overdue),
    late_return_points: String(weights.lateReturn),
    sent_back_points: String(weights.sentBack),
    office_name: office.name,
    office_letter_word: office.letterWord,
    office_contact: office.contact,
    office_phone: office.phone,
    office_reply_within_days: String(office.replyWithinDays),
    shown_office: settings.shownOffice,
    is_sample: String(settings.sample),
  };
}

type SettingName =
  | 'as_of'
  | 'period'
  | 'due_soon_days'
  | 'slow_start_days'
  | 'return_within_days'
  | 'on_time_points'
  | 'late_points'
  | 'overdue_points'
  | 'late_return_points'
  | 'sent_back_points'
  | 'office_name'
  | 'office_letter_word'
  | 'office_contact'
  | 'office_phone'
  | 'office_reply_within_days'
  | 'shown_office'
  | 'is_sample';

/** What `settingTexts` wrote. @param textOf The text of a setting. @throws TableError */
export function settingsOf(textOf: (name: SettingName) => string): LedgerSettings {
  const number = (name: SettingName) => numberIn(name, textOf(name));
  return {
    asOf: dateIn('as_of', textOf('as_of')),
    period: periodIn('period', textOf('period')),
    dueSoonDays: number('due_soon_days'),
    slowStartDays: number('slow_start_days'),
    returnWithinDays: number('return_within_days'),
    weights: {
      onTime: number('on_time_points'),
      late: number('late_points'),
      overdue: number('overdue_points'),
      lateReturn: number('late_return_points'),
      sentBack: number('sent_back_points'),
    },
    office: {
      name: textOf('office_name'),
      letterWord: textOf('office_letter_word'),
      contact: textOf('office_contact'),
      phone: textOf('office_phone'),
      replyWithinDays: number('office_reply_within_days'),
    },
    shownOffice: textOf('shown_office'),
    sample: flagIn('is_sample', textOf('is_sample')),
  };
}
