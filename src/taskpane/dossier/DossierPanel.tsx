import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { Ledger } from '../../ledger/ledger';
import { FocusHeading } from '../parts/FocusHeading';
import { useLayout } from '../parts/layout';
import type { ScreenId } from '../screens/registry';
import type { Commands } from '../session/commands/session-commands';
import { useWords } from '../words-context';
import { useDossiers, type DossierOf } from './dossier-path';
import { measureView, unitView } from './dossier-views';
import { MeasureDossier } from './MeasureDossier';
import { UnitDossier } from './UnitDossier';

interface DossierPanelProps {
  readonly of: DossierOf;
  readonly ledger: Ledger;
  readonly commands: Commands;
  /** The screen that is behind it. */
  readonly screen: ScreenId;
}

/** The dossier in front of a screen, and the way back to what it was opened from. */
export function DossierPanel({ of, ledger, commands, screen }: DossierPanelProps) {
  const layout = useLayout();
  const t = useWords();
  const { before, back } = useDossiers();
  const nameOf = (one: DossierOf) =>
    'measure' in one ? t('pane.dossier.measure', { no: one.measure }) : one.unit;
  const texts = useMemo(() => new Map(ledger.plan.measures.map(({ no, text }) => [no, text])), [ledger.plan]);
  const [no, name] = 'measure' in of ? [of.measure, null] : [null, of.unit];
  const measure = useMemo(() => (no === null ? null : measureView(ledger, no)), [ledger, no]);
  const unit = useMemo(() => (name === null ? null : unitView(ledger, name)), [ledger, name]);
  return (
    <div className={layout.column}>
      <div className={layout.row}>
        <Button size="small" icon={<ArrowLeftRegular />} onClick={back}>
          {t('pane.dossier.back', { to: before === null ? t(`pane.screen.${screen}`) : nameOf(before) })}
        </Button>
      </div>
      <FocusHeading of="screen" key={nameOf(of)}>
        {nameOf(of)}
      </FocusHeading>
      {measure !== null && <MeasureDossier view={measure} ledger={ledger} commands={commands} />}
      {unit !== null && <UnitDossier view={unit} commands={commands} texts={texts} />}
      {measure === null && unit === null && t('pane.dossier.gone')}
    </div>
  );
}
