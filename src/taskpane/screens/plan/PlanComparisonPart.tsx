import { Button, MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { Ledger } from '../../../ledger/ledger';
import type { Translate } from '../../../locales/translate';
import type { ChangedMeasure } from '../../../plan/compare';
import type { Measure, Plan } from '../../../plan/plan';
import { FocusHeading } from '../../parts/FocusHeading';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import { MeasureLine, dueWords, unitWords } from './MeasureLine';
import { fieldChanges, revisionOf, type FieldChange } from './revision';

const useStyles = makeStyles({ before: { textDecorationLine: 'line-through' } });

interface PlanComparisonProps {
  readonly ledger: Ledger;
  readonly plan: Plan;
  readonly onRevise: () => void;
  readonly onBack: () => void;
}

/** 方案修订: what is added, removed and changed against the open ledger, before anything is done about it. */
export function PlanComparisonPart({ ledger, plan, onRevise, onBack }: PlanComparisonProps) {
  const layout = useLayout();
  const t = useWords();
  const revision = useMemo(() => revisionOf(ledger, plan), [ledger, plan]);
  const { added, removed, changed, kept, struckOut, obstacle } = revision;
  return (
    <div className={layout.column}>
      <FocusHeading of="part">
        {t('pane.revise.title', { added: added.length, removed: removed.length, changed: changed.length })}
      </FocusHeading>
      <MessageBar intent={obstacle === null ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>
          {obstacle === null ? t('pane.revise.kept', { kept, struckOut }) : t(`pane.revise.${obstacle}`)}
        </MessageBarBody>
      </MessageBar>
      <div className={layout.row}>
        <Button appearance="primary" disabled={obstacle !== null} onClick={onRevise}>
          {t('pane.revise.do')}
        </Button>
        <Button onClick={onBack}>{t('pane.revise.back')}</Button>
      </div>
      {obstacle !== 'other' && (
        <>
          <Group heading={t('pane.revise.added', { count: added.length })} items={added} />
          <Group heading={t('pane.revise.removed', { count: removed.length })} items={removed} />
          <Part heading={t('pane.revise.changed', { count: changed.length })} isEmpty={changed.length === 0}>
            {changed.map((change) => (
              <ChangedItem key={change.after.no} change={change} />
            ))}
          </Part>
        </>
      )}
    </div>
  );
}

interface PartProps {
  readonly heading: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Part({ heading, isEmpty, children }: PartProps) {
  const layout = useLayout();
  if (isEmpty) return null;
  return (
    <section aria-label={heading}>
      <h4 className={layout.heading}>{heading}</h4>
      <ol className={layout.list}>{children}</ol>
    </section>
  );
}

function Group({ heading, items }: { readonly heading: string; readonly items: readonly Measure[] }) {
  const layout = useLayout();
  return (
    <Part heading={heading} isEmpty={items.length === 0}>
      {items.map((measure) => (
        <li key={measure.no} className={layout.item}>
          <MeasureLine measure={measure} />
        </li>
      ))}
    </Part>
  );
}

function ChangedItem({ change }: { readonly change: ChangedMeasure }) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const { before, after } = change;
  return (
    <li className={layout.item}>
      <MeasureLine measure={after} />
      {before.no !== after.no && <Text block>{t('pane.revise.number', { before: before.no })}</Text>}
      {fieldChanges(change).map((one) => {
        const [was, is] = changeWords(one, t);
        return (
          <Text block key={one.field}>
            {t(`plan.field.${one.field}`)}
            {t('pane.colon')}
            <del className={styles.before}>{was}</del> → <ins>{is}</ins>
          </Text>
        );
      })}
    </li>
  );
}

function changeWords(
  { field, before, after }: FieldChange,
  t: Translate,
): readonly [was: string, is: string] {
  switch (field) {
    case 'text':
      return [before.text, after.text];
    case 'units':
      return [unitWords(before, t), unitWords(after, t)];
    case 'deadline':
      return [dueWords(before, t), dueWords(after, t)];
  }
}
