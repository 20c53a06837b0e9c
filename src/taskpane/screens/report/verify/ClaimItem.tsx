import { Badge, Checkbox, Text, mergeClasses } from '@fluentui/react-components';
import { AssignmentLinks } from '../../../dossier/DossierLink';
import { LocateButton } from '../../../parts/LocateButton';
import { useLayout } from '../../../parts/layout';
import { measurePlace } from '../../../parts/places';
import { useWords } from '../../../words-context';
import type { LedgerScreenProps } from '../../screen';
import type { Claim } from './claims';
import { useReportStyles } from '../styles';

/** What the unit wrote: nobody decides on a part of it. */
const UNIT_WORDS = ['progress', 'problems', 'nextSteps', 'remark'] as const;

interface ClaimItemProps extends Pick<LedgerScreenProps, 'ledger' | 'commands'> {
  readonly claim: Claim;
  readonly isPicked: boolean;
  readonly onPick: (isPicked: boolean) => void;
}

/** One claim: what was to be done, what the unit says of it, and by what it shows that. */
export function ClaimItem({ claim, isPicked, onPick, ledger, commands }: ClaimItemProps) {
  const layout = useLayout();
  const styles = useReportStyles();
  const t = useWords();
  const { measure, unit, text, standing, completedOn, evidence, reason, isReopened } = claim;
  const place = measurePlace(ledger.plan.measures, measure);
  const said = [
    ...(isReopened ? [t('pane.report.claims.reopened')] : []),
    ...(completedOn === null ? [] : [t('pane.report.claims.completedOn', { completedOn })]),
    ...UNIT_WORDS.flatMap((field) =>
      claim[field] === '' ? [] : [t(`pane.report.claims.${field}`, { text: claim[field] })],
    ),
    ...(reason === '' ? [] : [t('pane.report.claims.sentBackFor', { reason })]),
  ];
  const proof =
    evidence === '' ? t('pane.report.claims.noEvidence') : t('pane.report.claims.evidence', { evidence });
  return (
    <li className={mergeClasses(layout.item, styles.pick)}>
      <Checkbox
        aria-label={t('pane.measureOf', { no: measure, unit })}
        checked={isPicked}
        onChange={(_event, { checked }) => onPick(checked === true)}
      />
      <div className={styles.body}>
        <div className={layout.row}>
          <Text size={200} weight="semibold" className={layout.grow}>
            <AssignmentLinks measure={measure} unit={unit} />
          </Text>
          <Badge appearance="tint" color={standing === 'done' ? 'success' : 'informative'}>
            {t(`pane.figure.${standing}`)}
          </Badge>
          {place !== null && (
            <LocateButton place={place} onLocate={() => void commands.locateMeasure(place, measure)} />
          )}
        </div>
        <Text size={200} className={layout.twoLines} title={text} lang="zh-CN">
          {text}
        </Text>
        {[...said, proof].map((line) => (
          <Text key={line} size={200} className={mergeClasses(styles.whole, layout.muted)}>
            {line}
          </Text>
        ))}
      </div>
    </li>
  );
}
