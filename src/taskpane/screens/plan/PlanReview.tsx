import { Button, Checkbox, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { Plan } from '../../../plan/types';
import { DocumentView } from './DocumentView';
import { MeasureCard } from './MeasureCard';
import { doubtsByMeasure } from './doubts';
import type { PlanDraft } from './use-plan-draft';

/** The document above, its measures below, each leading to the other. */
export function PlanReview({
  plan,
  draft,
  onBuild,
}: {
  readonly plan: Plan;
  readonly draft: PlanDraft;
  readonly onBuild: (text: string) => void;
}) {
  const layout = useLayout();
  const t = useWords();
  const [selected, setSelected] = useState<number | null>(null);
  const [onlyDoubtful, setOnlyDoubtful] = useState(false);
  const doubts = doubtsByMeasure(plan);
  const shown = plan.measures.filter(({ no }) => !onlyDoubtful || doubts.has(no));
  const { title, measures, years, rest } = plan;
  return (
    <>
      <Text block weight="semibold">
        {title}
      </Text>
      <Text block className={layout.muted}>
        {t('pane.plan.counts', {
          measures: measures.length,
          doubtful: measures.filter(({ no }) => doubts.has(no)).length,
          rest: rest.length,
          from: years.from,
          to: years.to,
        })}
      </Text>
      <div className={layout.row}>
        <Button appearance="primary" onClick={() => onBuild(plan.text)}>
          {t('pane.plan.build')}
        </Button>
        <Button disabled={!draft.canUndo} onClick={draft.undo}>
          {t('pane.plan.undo')}
        </Button>
        <Button appearance="subtle" onClick={draft.drop}>
          {t('pane.plan.other')}
        </Button>
      </div>
      <DocumentView plan={plan} selected={selected} onSelect={setSelected} />
      <Checkbox
        label={t('pane.plan.onlyDoubtful')}
        checked={onlyDoubtful}
        onChange={(_event, { checked }) => setOnlyDoubtful(checked === true)}
      />
      <ol className={layout.list}>
        {shown.map((measure) => (
          <MeasureCard
            key={`${measure.no} ${measure.clause} ${measure.text}`}
            measure={measure}
            remarks={doubts.get(measure.no) ?? []}
            isSelected={measure.no === selected}
            onSelect={setSelected}
            onEdit={draft.edit}
          />
        ))}
      </ol>
    </>
  );
}
