import { ChoiceField } from '../../parts/fields/ChoiceField';
import { FocusHeading } from '../../parts/FocusHeading';
import { TakeBackChip } from '../../parts/bars/TakeBackChip';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { AskedFigure, Figure } from './figure-rows';

interface AskedHeadProps {
  readonly asked: AskedFigure;
  /** In words. */
  readonly what: string;
  readonly count: number;
  /** Figures of the same group that can be asked about instead. */
  readonly offered: readonly Figure[];
  readonly onAsk: (asked: AskedFigure | null) => void;
}

/** Over the rows of a figure: what they were chosen by, which is taken back by a press, how many there are, and what else can be asked. */
export function AskedHead({ asked, what, count, offered, onAsk }: AskedHeadProps) {
  const layout = useLayout();
  const t = useWords();
  return (
    <>
      <div className={layout.row}>
        <TakeBackChip what={what} says={t('pane.figures.back', { what })} onTakeBack={() => onAsk(null)} />
      </div>
      <FocusHeading of="part">{t('pane.figures.rows', { what, count })}</FocusHeading>
      {offered.length > 1 && (
        <ChoiceField<Figure>
          label={t('pane.figures.show')}
          value={asked.figure}
          choices={offered}
          wordOf={(figure) => t(`pane.figure.${figure}`)}
          onChange={(figure) => onAsk({ ...asked, figure })}
        />
      )}
    </>
  );
}
