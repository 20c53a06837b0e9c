import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useWords } from '../../words-context';
import type { Measure, Plan } from '../../../plan/types';

const useStyles = makeStyles({
  page: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    overflowY: 'auto',
    maxHeight: '14em',
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  measure: { cursor: 'pointer', borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  selected: { backgroundColor: tokens.colorBrandBackground2 },
});

interface Stretch {
  readonly text: string;
  readonly measure: Measure | undefined;
}

/** The text cut where measures begin and end. */
function stretchesOf({ text, measures }: Plan): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const measure of measures) {
    const { start, end } = measure.source;
    if (start > at) stretches.push({ text: text.slice(at, start), measure: undefined });
    stretches.push({ text: text.slice(start, end), measure });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), measure: undefined });
  return stretches;
}

/** The document as it was read; the measures in it can be gone to, and the one chosen is in sight. */
export function DocumentView({
  plan,
  selected,
  onSelect,
}: {
  readonly plan: Plan;
  readonly selected: number | null;
  readonly onSelect: (no: number) => void;
}) {
  const styles = useStyles();
  const t = useWords();
  const chosen = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div className={styles.page} role="group" aria-label={t('pane.plan.document')} tabIndex={0}>
      {stretchesOf(plan).map(({ text, measure }, index) => {
        if (measure === undefined) return <span key={index}>{text}</span>;
        const isChosen = measure.no === selected;
        return (
          <span
            key={index}
            ref={isChosen ? chosen : undefined}
            className={mergeClasses(styles.measure, isChosen && styles.selected)}
            onClick={() => onSelect(measure.no)}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
}
