import { PartTabs } from '../../parts/PartTabs';
import { SUMMARY_PARTS } from '../../session/session';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { FiguresPart } from './FiguresPart';
import { PagesPart } from './PagesPart';
import { PivotPart } from './PivotPart';

const PARTS = { figures: FiguresPart, pivot: PivotPart, pages: PagesPart } as const;

/** 汇总: the figures, the pivot that the clerk turns, and the page of each office. */
export function SummaryScreen(props: LedgerScreenProps) {
  const t = useWords();
  const { commands, session } = props;
  const part = session.summaryPart;
  const Part = PARTS[part];
  return (
    <PartTabs
      name="summary"
      label={t('pane.summary.parts')}
      parts={SUMMARY_PARTS}
      wordOf={(id) => t(`pane.summary.part.${id}`)}
      selected={part}
      onSelect={commands.showPart}
    >
      <Part {...props} />
    </PartTabs>
  );
}
