import { Button, Text } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Plan } from '../../../plan/plan';
import { FocusHeading } from '../../parts/FocusHeading';
import { useLayout } from '../../parts/layout';
import type { PlanCommands } from '../../session/commands/plan-commands';
import type { Ledger } from '../../../ledger/ledger';
import type { PlanDraft } from '../../session/plan-draft';
import { useWords } from '../../words-context';
import { DocumentPanel } from './document/DocumentPanel';
import { MeasureList, type ChosenMeasure } from './MeasureList';
import { RemarkGroups } from './RemarkGroups';
import { doubtsOf } from './doubts';
import { usePanelStyles } from './panel-styles';

/** What a plan can become. */
interface Ways {
  /** A ledger of its own; `null` inside Excel over a workbook that holds one. */
  readonly build: (() => void) | null;
  /** A revision of the open ledger; `null` when none is open. */
  readonly compare: (() => void) | null;
  /** The open ledger would go with what is not saved of it. */
  readonly mustSaveFirst: boolean;
}

interface PlanReviewProps {
  readonly plan: Plan;
  readonly draft: PlanDraft;
  readonly commands: PlanCommands;
  readonly ways: Ways;
  /** The one that is open. */
  readonly ledger: Ledger | null;
}

/** Numbers under which the open ledger has the same measures. */
function sameMeasures({ measures }: Plan, ledger: Ledger | null): ReadonlySet<number> {
  const texts = new Map(ledger?.plan.measures.map(({ no, text }) => [no, text]));
  return new Set(measures.filter(({ no, text }) => texts.get(no) === text).map(({ no }) => no));
}

/** The document and what was read from it, each leading to the other; then what it is to become. */
export function PlanReview({ plan, draft, commands, ways, ledger }: PlanReviewProps) {
  const panel = usePanelStyles();
  const layout = useLayout();
  const t = useWords();
  const [chosen, setChosen] = useState<ChosenMeasure | null>(null);
  const doubts = useMemo(() => doubtsOf(plan, draft.accepted), [plan, draft.accepted]);
  const inLedger = useMemo(() => sameMeasures(plan, ledger), [plan, ledger]);
  const { title, measures, years, rest } = plan;
  return (
    <>
      <div className={layout.tight}>
        <FocusHeading of="part">{title === '' ? t('pane.plan.untitled') : title}</FocusHeading>
        <Text block className={layout.muted} role="status">
          {t('pane.plan.counts', {
            measures: measures.length,
            doubtful: doubts.open,
            rest: rest.length,
            isOneYear: years.from === years.to ? 'yes' : 'no',
            from: years.from,
            to: years.to,
          })}
        </Text>
        {draft.encoding !== null && (
          <Text block>{t('pane.plan.encoding', { encoding: draft.encoding })}</Text>
        )}
        <Ways ways={ways} canUndo={draft.texts.length > 1} commands={commands} />
        <RemarkGroups
          plan={plan}
          accepted={doubts.accepted}
          onSelect={(no) => setChosen({ no, takesFocus: true })}
        />
      </div>
      <div className={panel.panels}>
        <DocumentPanel
          plan={plan}
          isDoubtful={(no) => doubts.byMeasure.has(no) && !doubts.accepted.has(no)}
          selected={chosen?.no ?? null}
          onSelect={(no) => setChosen({ no, takesFocus: true })}
        />
        <MeasureList
          plan={plan}
          doubts={doubts}
          inLedger={inLedger}
          commands={commands}
          chosen={chosen}
          onSelect={(no) => setChosen(no === null ? null : { no, takesFocus: false })}
        />
      </div>
    </>
  );
}

function Ways({
  ways: { build, compare, mustSaveFirst },
  canUndo,
  commands,
}: {
  readonly ways: Ways;
  readonly canUndo: boolean;
  readonly commands: PlanCommands;
}) {
  const layout = useLayout();
  const t = useWords();
  return (
    <div className={layout.row}>
      {compare !== null && (
        <Button appearance="primary" onClick={compare}>
          {t('pane.plan.compare')}
        </Button>
      )}
      {build !== null && (
        <Button
          appearance={compare === null ? 'primary' : 'secondary'}
          disabled={mustSaveFirst}
          onClick={build}
        >
          {t(compare === null ? 'pane.plan.build' : 'pane.plan.buildAnother')}
        </Button>
      )}
      <Button disabled={!canUndo} onClick={commands.undo}>
        {t('pane.plan.undo')}
      </Button>
      <Button appearance="subtle" onClick={commands.drop}>
        {t('pane.plan.other')}
      </Button>
      {build !== null && mustSaveFirst && (
        <Text size={200} className={layout.muted}>
          {t('pane.plan.saveFirst')}
        </Text>
      )}
    </div>
  );
}
