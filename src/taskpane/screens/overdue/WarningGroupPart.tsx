import { Badge, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AssignmentLinks, DossierLink } from '../../dossier/DossierLink';
import { LocateButton } from '../../parts/LocateButton';
import { useLayout } from '../../parts/layout';
import { measurePlace } from '../../parts/places';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import type { Grouping, Warning, WarningGroup } from './warnings';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
});

interface GroupProps extends Pick<LedgerScreenProps, 'ledger' | 'commands'> {
  readonly group: WarningGroup;
  readonly by: Grouping;
}

/** The warnings of one unit or one day. */
export function WarningGroupPart({ group, by, ...screen }: GroupProps) {
  const layout = useLayout();
  const t = useWords();
  const head = t('pane.overdue.groupHead', { name: group.name, count: group.warnings.length });
  return (
    <section>
      <h3 className={layout.heading}>
        {by === 'unit' ? <DossierLink of={{ unit: group.name }}>{head}</DossierLink> : head}
      </h3>
      <ul className={layout.list}>
        {group.warnings.map((warning) => (
          <WarningItem key={`${warning.measure} ${warning.unit}`} warning={warning} by={by} {...screen} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps extends Omit<GroupProps, 'group'> {
  readonly warning: Warning;
}

function WarningItem({ warning, by, ledger, commands }: ItemProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const { measure, unit, text, deadline, kind, days, progress } = warning;
  const place = measurePlace(ledger.plan.measures, measure);
  return (
    <li className={mergeClasses(layout.item, styles.item)}>
      <div className={layout.row}>
        <Badge appearance="tint" color={kind === 'overdue' ? 'danger' : 'warning'}>
          {t(`pane.overdue.days.${kind}`, { days })}
        </Badge>
        <Text size={200} weight="semibold" className={layout.grow}>
          {by === 'unit' ? (
            <>
              <DossierLink of={{ measure }}>{t('pane.dossier.measure', { no: measure })}</DossierLink>{' '}
              {deadline}
            </>
          ) : (
            <AssignmentLinks measure={measure} unit={unit} />
          )}
        </Text>
        {place !== null && (
          <LocateButton place={place} onLocate={() => void commands.locateMeasure(place, measure)} />
        )}
      </div>
      <Text size={200} className={layout.twoLines} title={text}>
        {text}
      </Text>
      {progress !== '' && (
        <Text size={200} className={mergeClasses(layout.twoLines, layout.muted)} title={progress}>
          {t('pane.overdue.progress', { progress })}
        </Text>
      )}
    </li>
  );
}
