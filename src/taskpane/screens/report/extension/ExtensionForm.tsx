import { Button, Field, Input, Text, Textarea } from '@fluentui/react-components';
import type { CalendarDate } from '../../../../base/calendar';
import { ChoiceField } from '../../../parts/fields/ChoiceField';
import { DateInput } from '../../../parts/fields/DateInput';
import { useLayout } from '../../../parts/layout';
import { isDate, isText, orNull, useScreenState } from '../../../parts/use-screen-state';
import { useWords } from '../../../words-context';
import type { LedgerScreenProps } from '../../screen';
import { applicationFault, deadlineOf, unitsOwing } from './extension-views';

/** 申请延期: which measure of which unit, until when, why, and the day it was applied for. */
export function ExtensionForm({ ledger, commands }: Pick<LedgerScreenProps, 'ledger' | 'commands'>) {
  const layout = useLayout();
  const t = useWords();
  const { asOf } = ledger.settings;
  const [number, setNumber] = useScreenState('extension.measure', '', isText);
  const [wantedUnit, setUnit] = useScreenState('extension.unit', '', isText);
  const [newDeadline, setNewDeadline] = useScreenState<CalendarDate | null>(
    'extension.newDeadline',
    null,
    orNull(isDate),
  );
  const [appliedOn, setAppliedOn] = useScreenState(`extension.appliedOn.${asOf}`, asOf, isDate);
  const [reason, setReason] = useScreenState('extension.reason', '', isText);
  const measure = Number(number);
  const units = unitsOwing(ledger, measure);
  const unit = units.includes(wantedUnit) ? wantedUnit : (units[0] ?? '');
  const deadline = unit === '' ? null : deadlineOf(ledger, { measure, unit });
  const typed = { deadline, appliedOn, newDeadline, reason, isOwed: unit !== '' };
  const fault = applicationFault(typed);
  const said = number.trim() === '' ? null : fault;
  const submit = () => {
    if (newDeadline === null || fault !== null) return;
    setNumber('');
    setNewDeadline(null);
    setReason('');
    void commands.follow.applyForExtension({ measure, unit, newDeadline, reason: reason.trim() }, appliedOn);
  };
  return (
    <>
      <div className={layout.fields}>
        <Field label={t('pane.report.extension.measure')}>
          <Input
            inputMode="numeric"
            value={number}
            onChange={(_event, { value }) => setNumber(value.trim())}
          />
        </Field>
        {units.length > 0 && (
          <ChoiceField
            label={t('pane.report.extension.unit')}
            value={unit}
            choices={units}
            wordOf={(one) => one}
            onChange={setUnit}
          />
        )}
        <Field label={t('pane.report.extension.newDeadline')}>
          <DateInput value={newDeadline} onChange={setNewDeadline} />
        </Field>
        <Field label={t('pane.report.extension.appliedOn')}>
          <DateInput value={appliedOn} onChange={setAppliedOn} />
        </Field>
      </div>
      <Field label={t('pane.report.extension.reason')}>
        <Textarea value={reason} onChange={(_event, { value }) => setReason(value)} />
      </Field>
      <Text size={200} role="status">
        {said === null
          ? deadline !== null && t('pane.report.extension.now', { measure, unit, deadline })
          : t(`pane.report.extension.fault.${said}`, { number, unit, deadline: deadline ?? '' })}
      </Text>
      <div className={layout.row}>
        <Button appearance="primary" disabled={fault !== null} onClick={submit}>
          {t('pane.report.extension.submit')}
        </Button>
      </div>
    </>
  );
}
