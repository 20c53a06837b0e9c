import { Button } from '@fluentui/react-components';
import { LocationRegular } from '@fluentui/react-icons';
import { useWords } from '../words-context';
import type { CellPlace } from './places';

interface LocateButtonProps {
  readonly place: CellPlace;
  readonly onLocate: () => void;
}

/** 定位 as a sign alone, where each of many rows has one. */
export function LocateButton({ place, onLocate }: LocateButtonProps) {
  const t = useWords();
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<LocationRegular />}
      aria-label={t('pane.locate.label', { ...place })}
      title={t('pane.locate')}
      data-locates={`${place.sheet} ${place.cell}`}
      onClick={onLocate}
    />
  );
}
