import { useState } from 'react';
import { PartTabs } from '../../parts/PartTabs';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { FiguresPart } from './FiguresPart';
import { PagesPart } from './PagesPart';

const PARTS = { figures: FiguresPart, pages: PagesPart } as const;

type PartId = keyof typeof PARTS;
const PART_IDS = Object.keys(PARTS) as readonly PartId[];

/** 汇总: the figures, and the page of each office. */
export function SummaryScreen(props: LedgerScreenProps) {
  const t = useWords();
  const [part, setPart] = useState<PartId>('figures');
  const Part = PARTS[part];
  return (
    <PartTabs
      name="summary"
      label={t('pane.summary.parts')}
      parts={PART_IDS}
      wordOf={(id) => t(`pane.summary.part.${id}`)}
      selected={part}
      onSelect={setPart}
    >
      <Part {...props} />
    </PartTabs>
  );
}
