import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Input,
  Text,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { groupReminderText, reminderText } from '../../../app/papers/reminder-texts';
import { remindersFor, type Reminder } from '../../../ledger/figures/reminders';
import { AsOfField } from '../../parts/fields/AsOfField';
import { DossierLink } from '../../dossier/DossierLink';
import { CopyButton } from '../../parts/CopyButton';
import { useLayout } from '../../parts/layout';
import { MoreOf } from '../../parts/MoreOf';
import { PeriodField } from '../../parts/fields/PeriodField';
import { isText, useScreenState } from '../../parts/use-screen-state';
import { useOpenItems } from '../../parts/use-open-items';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { useReportStyles } from './styles';

/** 催办: who has not returned, who has to correct, what is overdue or falls due; a text ready to paste for each and one for the group. */
export function RemindersPart({ ledger, commands }: LedgerScreenProps) {
  const layout = useLayout();
  const styles = useReportStyles();
  const t = useWords();
  const [name, setName] = useScreenState('reminders.name', '', isText);
  const opened = useOpenItems('reminders');
  const reminders = useMemo(() => remindersFor(ledger, ledger.settings.period), [ledger]);
  const { offices, due } = reminders;
  const shown = offices.filter(({ office }) => office.includes(name.trim()));
  const group = groupReminderText(reminders);
  const count = (has: (one: Reminder) => boolean) => offices.filter(has).length;
  return (
    <>
      <div className={layout.fields}>
        <PeriodField ledger={ledger} onChange={commands.setSettings} />
        <AsOfField settings={ledger.settings} onChange={commands.setSettings} />
      </div>
      <Text>
        {offices.length === 0
          ? t('pane.report.reminders.none')
          : t('pane.report.reminders.counts', {
              due,
              missing: count(({ notReturned }) => notReturned),
              toCorrect: count(({ findings, sentBack }) => findings !== null || sentBack.length > 0),
              overdue: count(({ overdue }) => overdue.length > 0),
              dueSoon: count(({ dueSoon }) => dueSoon.length > 0),
            })}
      </Text>
      <section className={layout.tight}>
        <div className={layout.row}>
          <h3 className={layout.heading}>{t('pane.report.reminders.group')}</h3>
          <CopyButton text={group} label={t('pane.report.reminders.copyGroup')} />
        </div>
        <Text size={200} className={styles.message} lang="zh-CN">
          {group}
        </Text>
      </section>
      {offices.length > 0 && (
        <section className={layout.tight}>
          <h3 className={layout.heading}>{t('pane.report.reminders.each', { count: shown.length })}</h3>
          <Input
            value={name}
            placeholder={t('pane.filter.unit')}
            aria-label={t('pane.filter.unit')}
            onChange={(_event, { value }) => setName(value)}
          />
          {shown.length === 0 && <Text>{t('pane.report.reminders.noneShown')}</Text>}
          <MoreOf name="reminders" items={shown}>
            {(some) => (
              <Accordion collapsible multiple {...opened}>
                {some.map((reminder) => (
                  <ReminderItem
                    key={reminder.office}
                    reminder={reminder}
                    text={reminderText(reminder, reminders)}
                  />
                ))}
              </Accordion>
            )}
          </MoreOf>
        </section>
      )}
    </>
  );
}

function ReminderItem({ reminder, text }: { readonly reminder: Reminder; readonly text: string }) {
  const layout = useLayout();
  const styles = useReportStyles();
  const t = useWords();
  const { office, contact } = reminder;
  return (
    <AccordionItem value={office} className={styles.reminder}>
      <div className={styles.line}>
        <AccordionHeader size="small" className={layout.grow}>
          <span className={styles.head}>
            <span lang="zh-CN">{office}</span> <ReminderBadges reminder={reminder} />
          </span>
        </AccordionHeader>
        <CopyButton text={text} label={t('pane.report.reminders.copy')} about={office} />
      </div>
      <AccordionPanel className={layout.tight}>
        <div>
          <DossierLink of={{ unit: office }}>{t('pane.dossier.of', { name: office })}</DossierLink>
        </div>
        {contact !== '' && <Text size={200}>{t('pane.report.reminders.contact', { contact })}</Text>}
        <Text size={200} className={styles.message} lang="zh-CN">
          {text}
        </Text>
      </AccordionPanel>
    </AccordionItem>
  );
}

function ReminderBadges({ reminder }: { readonly reminder: Reminder }) {
  const t = useWords();
  const { notReturned, findings, sentBack, overdue, dueSoon } = reminder;
  return (
    <>
      {notReturned && (
        <Badge appearance="tint" color="danger">
          {t('pane.report.reminders.missing')}
        </Badge>
      )}
      {(findings !== null || sentBack.length > 0) && (
        <Badge appearance="tint" color="warning">
          {t('pane.report.reminders.toCorrect', { count: (findings ?? 0) + sentBack.length })}
        </Badge>
      )}
      {overdue.length > 0 && (
        <Badge appearance="tint" color="danger">
          {t('pane.report.reminders.overdue', { count: overdue.length })}
        </Badge>
      )}
      {dueSoon.length > 0 && (
        <Badge appearance="tint" color="informative">
          {t('pane.report.reminders.dueSoon', { count: dueSoon.length })}
        </Badge>
      )}
    </>
  );
}
