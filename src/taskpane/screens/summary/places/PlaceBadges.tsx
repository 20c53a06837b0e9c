import { Badge } from '@fluentui/react-components';
import { StandingBadge } from '../../../dossier/DossierParts';
import { useWords } from '../../../words-context';
import type { PlaceMeasure } from './place-rows';

/** How a place below stands with a measure, or why that is not known. */
export function PlaceBadges({ state }: Pick<PlaceMeasure, 'state'>) {
  const t = useWords();
  if (state === 'missing' || state === 'notListed')
    return <Badge appearance="outline">{t(`pane.places.state.${state}`)}</Badge>;
  const { standing, timeliness } = state;
  return (
    <>
      <StandingBadge standing={standing} />
      {(timeliness === 'overdue' || timeliness === 'dueSoon') && (
        <Badge appearance="tint" color={timeliness === 'overdue' ? 'danger' : 'warning'}>
          {t(`pane.figure.${timeliness}`)}
        </Badge>
      )}
    </>
  );
}
