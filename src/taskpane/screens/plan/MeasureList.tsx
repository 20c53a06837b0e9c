import { Checkbox, Text } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useLayout } from '../../parts/layout';
import type { PlanCommands } from '../../session/commands/plan-commands';
import { isFlag, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { Plan } from '../../../plan/plan';
import { MeasureCard } from './MeasureCard';
import type { Doubts } from './doubts';
import { usePanelStyles } from './panel-styles';
import { useLongList } from './use-long-list';

const CARD_PX = 84;

/** Which measure is chosen, and whether the keyboard is to go to it: not when it was chosen in the list itself. */
export interface ChosenMeasure {
  readonly no: number;
  readonly takesFocus: boolean;
}

interface MeasureListProps {
  readonly plan: Plan;
  readonly doubts: Doubts;
  /** Numbers of the measures that the open ledger has. */
  readonly inLedger: ReadonlySet<number>;
  readonly commands: PlanCommands;
  readonly chosen: ChosenMeasure | null;
  readonly onSelect: (no: number | null) => void;
}

/** The measures as read, with what is doubtful about them; the chosen one can be corrected. */
export function MeasureList({ plan, doubts, inLedger, commands, chosen, onSelect }: MeasureListProps) {
  const panel = usePanelStyles();
  const layout = useLayout();
  const t = useWords();
  const [onlyDoubtful, setOnlyDoubtful] = useScreenState('reading.onlyDoubtful', false, isFlag);
  const shown = onlyDoubtful
    ? plan.measures.filter(({ no }) => doubts.byMeasure.has(no) || no === chosen?.no)
    : plan.measures;
  const at = shown.findIndex(({ no }) => no === chosen?.no);
  const { scroller, rows } = useLongList({
    count: shown.length,
    estimate: CARD_PX,
    at,
    shown: chosen?.takesFocus === true ? at : -1,
    align: 'start',
  });
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen?.takesFocus === true) head.current?.focus({ preventScroll: true });
  }, [chosen]);
  useEffect(() => {
    // The control that was pressed went with the text it was about.
    if (document.activeElement === document.body) head.current?.focus({ preventScroll: true });
  }, [plan]);
  return (
    <section className={panel.panel} aria-label={t('pane.plan.measures')}>
      <div className={panel.panelHead}>
        <h3 className={layout.heading}>{t('pane.plan.measuresShown', { count: shown.length })}</h3>
        <Checkbox
          label={t('pane.plan.onlyDoubtful')}
          checked={onlyDoubtful}
          onChange={(_event, { checked }) => setOnlyDoubtful(checked === true)}
        />
      </div>
      {shown.length === 0 && <Text>{t('pane.plan.noneDoubtful')}</Text>}
      <div className={panel.scroller} ref={scroller}>
        <ol className={panel.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const measure = shown[index];
            if (measure === undefined) return null;
            const isChosen = index === at;
            return (
              <li
                key={index}
                data-index={index}
                ref={rows.measureElement}
                className={panel.row}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
              >
                <MeasureCard
                  measure={measure}
                  remarks={doubts.byMeasure.get(measure.no) ?? []}
                  isAccepted={doubts.accepted.has(measure.no)}
                  isLast={measure === plan.measures.at(-1)}
                  isSelected={isChosen}
                  isInLedger={inLedger.has(measure.no)}
                  head={isChosen ? head : null}
                  onSelect={onSelect}
                  commands={commands}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
