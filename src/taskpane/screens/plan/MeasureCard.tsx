import { Badge, Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import { describeRemark } from '../../../app/wording/describe-remark';
import type { Measure, Remark } from '../../../plan/plan';
import { DossierLink } from '../../dossier/DossierLink';
import { useLayout } from '../../parts/layout';
import type { PlanCommands } from '../../session/commands/plan-commands';
import { useWords } from '../../words-context';
import { MeasureEditor } from './MeasureEditor';
import { MeasureLine } from './MeasureLine';

const useStyles = makeStyles({
  card: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}` },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  head: {
    backgroundColor: 'transparent',
    border: 'none',
    padding: 0,
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    width: '100%',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface MeasureCardProps {
  readonly measure: Measure;
  readonly remarks: readonly Remark[];
  readonly isAccepted: boolean;
  readonly isLast: boolean;
  readonly isSelected: boolean;
  /** The open ledger has a measure of this number. */
  readonly isInLedger: boolean;
  readonly head: Ref<HTMLButtonElement>;
  readonly onSelect: (no: number | null) => void;
  readonly commands: PlanCommands;
}

/** One measure as read, what is doubtful about it, and, when it is chosen, what can be corrected. */
export function MeasureCard(props: MeasureCardProps) {
  const { measure, remarks, isAccepted, isLast, isSelected, isInLedger, head, onSelect, commands } = props;
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  return (
    <div className={mergeClasses(layout.item, styles.card, isSelected && styles.selected)}>
      <button
        type="button"
        ref={head}
        className={styles.head}
        aria-expanded={isSelected}
        onClick={() => onSelect(isSelected ? null : measure.no)}
      >
        <MeasureLine measure={measure} />
      </button>
      {remarks.length > 0 && (
        <DoubtLines remarks={remarks} isAccepted={isAccepted} onAccept={() => commands.accept(measure)} />
      )}
      {isSelected && isInLedger && (
        <Text size={200} block>
          <DossierLink of={{ measure: measure.no }}>{t('pane.dossier.toMeasure')}</DossierLink>
        </Text>
      )}
      {isSelected && <MeasureEditor key={measure.no} measure={measure} isLast={isLast} commands={commands} />}
    </div>
  );
}

interface DoubtLinesProps {
  readonly remarks: readonly Remark[];
  readonly isAccepted: boolean;
  readonly onAccept: () => void;
}

function DoubtLines({ remarks, isAccepted, onAccept }: DoubtLinesProps) {
  const layout = useLayout();
  const t = useWords();
  return (
    <div className={layout.tight}>
      {remarks.map((remark) => {
        const { message, suggestion } = describeRemark(remark, t);
        return (
          <Text
            block
            size={200}
            key={`${remark.code} ${remark.found}`}
            {...(isAccepted ? { className: layout.muted } : {})}
          >
            <Badge color={isAccepted ? 'success' : 'warning'} appearance="tint" size="small">
              {t(isAccepted ? 'pane.plan.accepted' : 'pane.plan.check')}
            </Badge>{' '}
            {message} {!isAccepted && suggestion}
          </Text>
        );
      })}
      <div className={layout.row}>
        <Button size="small" onClick={onAccept}>
          {t(isAccepted ? 'pane.plan.acceptBack' : 'pane.plan.accept')}
        </Button>
      </div>
    </div>
  );
}
