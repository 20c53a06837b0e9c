import { Button, Input, Text, makeStyles, tokens, type InputProps } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons';
import { Suspense, useRef, useState } from 'react';
import type { CalendarDate } from '../../../base/calendar';
import { useWords } from '../../words-context';
import { later } from '../later';
import { isWhole, readTypedDate } from './typed-date';
import { useDraft } from './use-draft';

const CalendarPopup = later(async () => (await import('./CalendarPopup')).CalendarPopup);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  field: { minWidth: 0, '& > input': { minWidth: 0 } },
  fault: { color: tokens.colorPaletteRedForeground1 },
});

interface DateInputProps extends Omit<InputProps, 'value' | 'onChange' | 'type' | 'defaultValue'> {
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate) => void;
}

/**
 * A day, typed or picked from a calendar in the language of the page. The browser's own date field speaks the browser's language, whatever
 * the page's is. Taken over as soon as it is a whole one, what may go on on leaving the field or by Enter; what cannot be read stays, and
 * says so.
 */
export function DateInput({ value, onChange, ...input }: DateInputProps) {
  const styles = useStyles();
  const t = useWords();
  const [typed, type] = useDraft(value ?? '');
  const [isUnread, setIsUnread] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const take = (date: CalendarDate) => {
    type(date);
    setIsUnread(false);
    if (date !== value) onChange(date);
  };
  const settle = () => {
    const date = readTypedDate(typed);
    if (date !== undefined) take(date);
    else setIsUnread(typed.trim() !== '');
  };
  const close = () => {
    setIsOpen(false);
    field.current?.querySelector('input')?.focus();
  };
  return (
    <div className={styles.root} ref={field}>
      <Input
        {...input}
        className={styles.field}
        type="text"
        autoComplete="off"
        value={typed}
        aria-invalid={isUnread}
        onChange={(_event, { value: text }) => {
          type(text);
          setIsUnread(false);
          const date = isWhole(text) ? readTypedDate(text) : undefined;
          if (date !== undefined && date !== value) onChange(date);
        }}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key === 'ArrowDown' && event.altKey) {
            event.preventDefault();
            setIsOpen(true);
          }
        }}
        contentAfter={
          <Button
            size="small"
            appearance="transparent"
            icon={<CalendarLtrRegular />}
            aria-label={t('pane.date.open')}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          />
        }
      />
      {isUnread && (
        <Text size={200} role="alert" className={styles.fault}>
          {t('pane.date.unread')}
        </Text>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <CalendarPopup
            at={field}
            value={readTypedDate(typed) ?? value}
            onPick={(date) => {
              take(date);
              close();
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  );
}
