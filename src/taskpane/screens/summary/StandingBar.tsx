import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Tally } from '../../../ledger/figures/summary';
import type { Standing } from '../../../ledger/figures/timeliness';
import { STANDING_COLOR } from '../../../sheets/theme';
import { useWords } from '../../words-context';

export const STANDINGS: readonly Standing[] = ['done', 'inProgress', 'notStarted', 'ongoing', 'notReported'];

const useStyles = makeStyles({
  bar: { display: 'flex', height: '24px', width: '100%', minWidth: '60px', forcedColorAdjust: 'none' },
  part: {
    flexBasis: 0,
    minWidth: 0,
    padding: '6px 0',
    border: 'none',
    backgroundClip: 'content-box',
    font: 'inherit',
  },
  /** High enough for a finger, though what is seen of it is slim. */
  way: {
    cursor: 'pointer',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
      position: 'relative',
    },
  },
});

interface StandingBarProps {
  readonly tally: Tally;
  /** Whose measures they are. */
  readonly of: string;
  /** What its parts lead to: the rows they count. */
  readonly onAsk: (standing: Standing) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * A unit's or section's measures by standing, in the colours of the workbook's charts. Each part says its figure and leads to its
 * rows; the keyboard goes to the bar at one step and from part to part by the arrows.
 */
export function StandingBar({ tally, of, onAsk }: StandingBarProps) {
  const styles = useStyles();
  const t = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState(0);
  const parts = STANDINGS.filter((standing) => tally[standing] > 0);
  const at = Math.min(chosen, parts.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = at + (STEPS[event.key] ?? 0);
    if (to === at || to < 0 || to >= parts.length) return;
    event.preventDefault();
    choose(to);
    bar.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label={t('pane.figures.bar', { group: of })}
      ref={bar}
      onKeyDown={onKeyDown}
    >
      {parts.map((standing, index) => {
        const what = t('pane.figures.asked', { group: of, figure: t(`pane.figure.${standing}`) });
        return (
          <button
            key={standing}
            type="button"
            className={mergeClasses(styles.part, styles.way)}
            style={{ flexGrow: tally[standing], backgroundColor: `#${STANDING_COLOR[standing]}` }}
            tabIndex={index === at ? 0 : -1}
            aria-label={`${what} ${tally[standing]}`}
            title={`${what} ${tally[standing]}`}
            onFocus={() => choose(index)}
            onClick={() => onAsk(standing)}
          />
        );
      })}
    </div>
  );
}
