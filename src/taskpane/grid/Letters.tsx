import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { columnLetters } from '../../base/raw-sheet';
import { COLOR } from '../../sheets/theme';
import { GUTTER_PX, templateOf, useRowStyles } from './GridRow';
import type { SheetGridModel } from './sheet-grid-model';

/** Height of the line of letters. */
export const LETTERS_PX = 20;

const useStyles = makeStyles({
  letter: { borderRight: `1px solid #${COLOR.line}` },
});

interface LettersProps {
  readonly model: SheetGridModel;
  /** First and last column that is selected. */
  readonly from: number;
  readonly to: number;
  readonly frozenColumns: number;
}

/** The column letters: findings speak of cells by them. Screen readers hear the column's header instead. */
export function Letters({ model, from, to, frozenColumns }: LettersProps) {
  const styles = useStyles();
  const row = useRowStyles();
  return (
    <div
      aria-hidden
      className={row.row}
      style={{ height: LETTERS_PX, gridTemplateColumns: templateOf(model) }}
    >
      <span className={row.gutter} />
      {model.columns.map(({ at, left }, index) => (
        <span
          key={at}
          className={mergeClasses(row.gutter, styles.letter, at >= from && at <= to && row.marked)}
          style={
            index < frozenColumns
              ? { left: GUTTER_PX + left, zIndex: 2 }
              : { position: 'relative', left: 'auto', zIndex: 0 }
          }
        >
          {columnLetters(at)}
        </span>
      ))}
    </div>
  );
}
