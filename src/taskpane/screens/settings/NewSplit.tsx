import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Split } from '../../../ledger/records';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import { measuresIn } from './split-edits';

interface NewSplitProps {
  /** Whether an office has a part in the unit already. */
  readonly isKnown: (office: string) => boolean;
  /** What is wrong with measures, as a sentence. */
  readonly faultOf: (measures: string) => string | null;
  readonly onAdd: (split: Split) => void;
}

/** One more office that takes part of the measures over. */
export function NewSplit({ isKnown, faultOf, onAdd }: NewSplitProps) {
  const layout = useLayout();
  const t = useWords();
  const [typed, setTyped] = useState({ office: '', measures: '' });
  const office = typed.office.trim();
  const officeFault = isKnown(office) ? t('pane.units.splitKnown', { office }) : null;
  const measuresFault = typed.measures.trim() === '' ? null : faultOf(typed.measures);
  const isReady =
    office !== '' && typed.measures.trim() !== '' && officeFault === null && measuresFault === null;
  const add = () => {
    setTyped({ office: '', measures: '' });
    onAdd({ office, measures: measuresIn(typed.measures) });
  };
  return (
    <>
      <div className={layout.fields}>
        <Field
          label={t('pane.units.splitOffice')}
          validationState={officeFault === null ? 'none' : 'error'}
          validationMessage={officeFault}
        >
          <Input
            value={typed.office}
            onChange={(_event, { value }) => setTyped({ ...typed, office: value })}
          />
        </Field>
        <Field
          label={t('pane.units.splitMeasures')}
          validationState={measuresFault === null ? 'none' : 'error'}
          validationMessage={measuresFault}
        >
          <Input
            value={typed.measures}
            onChange={(_event, { value }) => setTyped({ ...typed, measures: value })}
          />
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
