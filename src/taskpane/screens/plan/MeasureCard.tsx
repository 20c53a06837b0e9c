import {
  Badge,
  Button,
  Field,
  Input,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { describeRemark } from '../../../app/describe-remark';
import { leadersText } from '../../../ledger/assignments';
import type { PlanEdit } from '../../../plan/edit';
import type { Measure, Remark } from '../../../plan/types';
import { DateInput } from '../../parts/DateInput';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import { sentenceEnds } from './doubts';

const useStyles = makeStyles({
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
  },
  line: {
    background: 'none',
    border: 'none',
    padding: 0,
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    width: '100%',
  },
  control: { minWidth: 0, '& > *': { minWidth: 0 } },
});

interface MeasureCardProps {
  readonly measure: Measure;
  readonly remarks: readonly Remark[];
  readonly isSelected: boolean;
  readonly onSelect: (no: number) => void;
  readonly onEdit: (edit: PlanEdit) => void;
}

/** One measure as read, what is doubtful about it, and, when it is chosen, what can be corrected. */
export function MeasureCard({ measure, remarks, isSelected, onSelect, onEdit }: MeasureCardProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const due =
    measure.deadline ?? t(`pane.plan.due.${measure.deadlineKind === 'date' ? 'none' : measure.deadlineKind}`);
  const units = leadersText(measure);
  return (
    <li ref={item} className={mergeClasses(layout.item, isSelected && styles.selected)}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isSelected}
        onClick={() => onSelect(measure.no)}
      >
        <Text block>
          {measure.no}. {measure.text}
        </Text>
        <Text block size={200} className={layout.muted}>
          {t('pane.plan.line', {
            units: units === '' ? t('pane.plan.nobody') : units,
            support: measure.supportUnits.join('、'),
            supported: measure.supportUnits.length > 0 ? 'yes' : 'no',
            due,
          })}
        </Text>
      </button>
      {remarks.map((remark) => {
        const { message, suggestion } = describeRemark(remark, t);
        return (
          <Text block size={200} key={`${remark.code} ${remark.found}`}>
            <Badge color="warning" appearance="tint" size="small">
              {t('pane.plan.check')}
            </Badge>{' '}
            {message} {suggestion}
          </Text>
        );
      })}
      {isSelected && <MeasureFields measure={measure} onEdit={onEdit} />}
    </li>
  );
}

function MeasureFields({ measure, onEdit }: Pick<MeasureCardProps, 'measure' | 'onEdit'>) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const { no } = measure;
  const [units, setUnits] = useState(measure.leadUnits.join('、'));
  const named = units.split(/[、,，;；\s]+/).filter((unit) => unit !== '');
  return (
    <div className={layout.tight}>
      <Field label={t('pane.plan.units')} className={styles.control}>
        <Input value={units} onChange={(_event, { value }) => setUnits(value)} />
      </Field>
      <div className={layout.row}>
        <Button
          size="small"
          disabled={named.join('、') === measure.leadUnits.join('、')}
          onClick={() => onEdit({ kind: 'set', no, change: { leadUnits: named } })}
        >
          {t('pane.plan.setUnits')}
        </Button>
      </div>
      <Field label={t('pane.plan.deadline')} className={styles.control}>
        <DateInput
          value={measure.deadline}
          onChange={(deadline) =>
            onEdit({ kind: 'set', no, change: { deadline, deadlineKind: 'date', milestones: [] } })
          }
        />
      </Field>
      <div className={layout.row}>
        <Button
          size="small"
          onClick={() =>
            onEdit({ kind: 'set', no, change: { deadline: null, deadlineKind: 'openEnded', milestones: [] } })
          }
        >
          {t('pane.plan.setOpenEnded')}
        </Button>
        <Button size="small" onClick={() => onEdit({ kind: 'join', no })}>
          {t('pane.plan.join')}
        </Button>
        {sentenceEnds(measure.text).map((at) => (
          <Button key={at} size="small" onClick={() => onEdit({ kind: 'split', no, at })}>
            {t('pane.plan.split', { words: measure.text.slice(Math.max(0, at - 7), at) })}
          </Button>
        ))}
      </div>
    </div>
  );
}
