import { Calendar, DayOfWeek, type CalendarStrings } from '@fluentui/react-calendar-compat';
import { Popover, PopoverSurface, makeStyles } from '@fluentui/react-components';
import { useMemo, type RefObject } from 'react';
import { calendarDate, type CalendarDate } from '../../../base/calendar';
import type { Locale } from '../../../locales/translate';
import { usePreferences } from '../../preferences';
import { useWords } from '../../words-context';

const useStyles = makeStyles({
  surface: { padding: 0 },
});

interface CalendarPopupProps {
  /** The field it stands at. */
  readonly at: RefObject<HTMLElement | null>;
  readonly value: CalendarDate | null;
  readonly onPick: (date: CalendarDate) => void;
  readonly onClose: () => void;
}

/** A month to pick a day from, in the language of the page. */
export function CalendarPopup({ at, value, onPick, onClose }: CalendarPopupProps) {
  const styles = useStyles();
  const [{ locale }] = usePreferences();
  const strings = useStrings(locale);
  const formats = useMemo(() => formatsOf(locale), [locale]);
  const day = value === null ? undefined : dayOf(value);
  return (
    <Popover
      open
      trapFocus
      positioning={{ target: at.current, position: 'below', align: 'start' }}
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <PopoverSurface className={styles.surface} aria-label={strings.dialogue}>
        <Calendar
          {...(day === undefined ? {} : { value: day })}
          firstDayOfWeek={DayOfWeek.Monday}
          strings={strings}
          dateTimeFormatter={formats}
          highlightSelectedMonth
          showMonthPickerAsOverlay
          showGoToToday={false}
          onSelectDate={(picked) => {
            const date = calendarDate(picked.getFullYear(), picked.getMonth() + 1, picked.getDate());
            if (date !== undefined) onPick(date);
          }}
          onDismiss={onClose}
        />
      </PopoverSurface>
    </Popover>
  );
}

/** The calendar counts in days of the machine. */
function dayOf(date: CalendarDate): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

function formatsOf(locale: Locale) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format: write } = new Intl.DateTimeFormat(locale, options);
    return (date: Date) => write(date);
  };
  return {
    formatMonthDayYear: format({ dateStyle: 'long' }),
    formatMonthYear: format({ year: 'numeric', month: 'long' }),
    formatMonth: format({ month: 'long' }),
    formatDay: (date: Date) => String(date.getDate()),
    formatYear: format({ year: 'numeric' }),
  };
}

/** Names of months and days as the browser knows them in this language, and the calendar's own words. */
function useStrings(locale: Locale): CalendarStrings & { readonly dialogue: string } {
  const t = useWords();
  return useMemo(() => {
    const names = (count: number, options: Intl.DateTimeFormatOptions, at: (index: number) => Date) => {
      const { format } = new Intl.DateTimeFormat(locale, options);
      return Array.from({ length: count }, (_, index) => format(at(index)));
    };
    const month = (index: number) => new Date(2017, index, 1);
    // The first of January 2017 was a Sunday.
    const day = (index: number) => new Date(2017, 0, 1 + index);
    // The calendar fills in the date itself.
    const date = '{0}';
    return {
      dialogue: t('pane.date.open'),
      months: names(12, { month: 'long' }, month),
      shortMonths: names(12, { month: 'short' }, month),
      days: names(7, { weekday: 'long' }, day),
      shortDays: names(7, { weekday: 'narrow' }, day),
      goToToday: t('pane.date.today'),
      prevMonthAriaLabel: t('pane.date.prevMonth'),
      nextMonthAriaLabel: t('pane.date.nextMonth'),
      prevYearAriaLabel: t('pane.date.prevYear'),
      nextYearAriaLabel: t('pane.date.nextYear'),
      prevYearRangeAriaLabel: t('pane.date.prevYears'),
      nextYearRangeAriaLabel: t('pane.date.nextYears'),
      closeButtonAriaLabel: t('pane.date.close'),
      selectedDateFormatString: t('pane.date.selected', { date }),
      todayDateFormatString: t('pane.date.isToday', { date }),
      monthPickerHeaderAriaLabel: t('pane.date.months', { date }),
      yearPickerHeaderAriaLabel: t('pane.date.years', { date }),
      dayMarkedAriaLabel: t('pane.date.marked'),
      weekNumberFormatString: date,
    };
  }, [t, locale]);
}
