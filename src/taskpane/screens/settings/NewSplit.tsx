import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { Split } from '../../../ledger/records';
import { useLayout } from '../../parts/layout';
import { isText, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import { measuresIn } from './split-edits';

interface NewSplitProps {
  /** The unit whose measures they are. */
  readonly unit: string;
  /** Whether an office has a part in the unit already. */
  readonly isKnown: (office: string) => boolean;
  /** What is wrong with measures, as a sentence. */
  readonly faultOf: (measures: string) => string | null;
  readonly onAdd: (split: Split) => void;
}

/** One more office that takes part of the measures over. */
export function NewSplit({ unit, isKnown, faultOf, onAdd }: NewSplitProps) {
  const layout = useLayout();
  const t = useWords();
  const [typedOffice, typeOffice] = useScreenState(`split.${unit}.office`, '', isText);
  const [typedMeasures, typeMeasures] = useScreenState(`split.${unit}.measures`, '', isText);
  const office = typedOffice.trim();
  const officeFault = isKnown(office) ? t('pane.units.splitKnown', { office }) : null;
  const measuresFault = typedMeasures.trim() === '' ? null : faultOf(typedMeasures);
  const isReady =
    office !== '' && typedMeasures.trim() !== '' && officeFault === null && measuresFault === null;
  const add = () => {
    typeOffice('');
    typeMeasures('');
    onAdd({ office, measures: measuresIn(typedMeasures) });
  };
  return (
    <>
      <div className={layout.fields}>
        <Field
          label={t('pane.units.splitOffice')}
          validationState={officeFault === null ? 'none' : 'error'}
          validationMessage={officeFault}
        >
          <Input value={typedOffice} onChange={(_event, { value }) => typeOffice(value)} />
        </Field>
        <Field
          label={t('pane.units.splitMeasures')}
          validationState={measuresFault === null ? 'none' : 'error'}
          validationMessage={measuresFault}
        >
          <Input value={typedMeasures} onChange={(_event, { value }) => typeMeasures(value)} />
        </Field>
      </div>
      <div className={layout.row}>
        <Button size="small" icon={<AddRegular />} disabled={!isReady} onClick={add}>
          {t('pane.units.splitAdd')}
        </Button>
      </div>
    </>
  );
}
