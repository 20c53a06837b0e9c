import { Button, Field, Input, Text, Textarea } from '@fluentui/react-components';
import type { CalendarDate } from '../../../../base/calendar';
import { ChoiceField } from '../../../parts/fields/ChoiceField';
import { DateInput } from '../../../parts/fields/DateInput';
import { useLayout } from '../../../parts/layout';
import { isDate, isText, orNull, useScreenState } from '../../../parts/use-screen-state';
import { useWords } from '../../../words-context';
import type { LedgerScreenProps } from '../../screen';
import { applicationFault, deadlineOf, unitsOwing } from './extension-views';

interface ExtensionFormProps extends Pick<LedgerScreenProps, 'ledger'> {
  readonly commands: Pick<LedgerScreenProps['commands'], 'follow'>;
  /** The measure it is about; asked for where none is given. */
  readonly about?: number;
}

/** 申请延期: which measure of which unit, until when, why, and the day it was applied for; what is approved already is registered as such at once. */
export function ExtensionForm({ ledger, commands: { follow }, about }: ExtensionFormProps) {
  const layout = useLayout();
  const t = useWords();
  const { asOf } = ledger.settings;
  const name = about === undefined ? 'extension' : `extension.about.${about}`;
  const [typedNumber, setNumber] = useScreenState(`${name}.measure`, '', isText);
  const number = about === undefined ? typedNumber : String(about);
  const [wantedUnit, setUnit] = useScreenState(`${name}.unit`, '', isText);
  const [newDeadline, setNewDeadline] = useScreenState<CalendarDate | null>(
    `${name}.newDeadline`,
    null,
    orNull(isDate),
  );
  const [appliedOn, setAppliedOn] = useScreenState(`${name}.appliedOn.${asOf}`, asOf, isDate);
  const [reason, setReason] = useScreenState(`${name}.reason`, '', isText);
  const measure = Number(number);
  const units = unitsOwing(ledger, measure);
  const unit = units.includes(wantedUnit) ? wantedUnit : (units[0] ?? '');
  const deadline = unit === '' ? null : deadlineOf(ledger, { measure, unit });
  const typed = { deadline, appliedOn, newDeadline, reason, isOwed: unit !== '' };
  const fault = applicationFault(typed);
  const said = number.trim() === '' ? null : fault;
  const submit = async (isApproved: boolean) => {
    if (newDeadline === null || fault !== null) return;
    setNumber('');
    setNewDeadline(null);
    setReason('');
    await follow.applyForExtension({ measure, unit, newDeadline, reason: reason.trim() }, appliedOn);
    if (isApproved) await follow.decideExtension({ measure, unit }, 'approved', '');
  };
  return (
    <>
      <div className={layout.fields}>
        {about === undefined && (
          <Field label={t('pane.report.extension.measure')}>
            <Input
              inputMode="numeric"
              value={number}
              onChange={(_event, { value }) => setNumber(value.trim())}
            />
          </Field>
        )}
        {units.length > (about === undefined ? 0 : 1) && (
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
        <Button appearance="primary" disabled={fault !== null} onClick={() => void submit(false)}>
          {t('pane.report.extension.submit')}
        </Button>
        <Button disabled={fault !== null} onClick={() => void submit(true)}>
          {t('pane.report.extension.submitApproved')}
        </Button>
      </div>
    </>
  );
}
