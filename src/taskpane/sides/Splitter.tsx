import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDoubleLeftRegular, ChevronDoubleRightRegular } from '@fluentui/react-icons';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useWords } from '../words-context';
import { PANE_PX, paneWidth, type Sides } from './side-state';

/** A press of an arrow. */
const STEP_PX = 24;

const useStyles = makeStyles({
  /** Where both stand side by side. */
  root: {
    display: 'none',
    '@media (min-width: 900px)': {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      flexShrink: 0,
      width: '24px',
      boxSizing: 'border-box',
      backgroundColor: tokens.colorNeutralBackground3,
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  line: {
    flexGrow: 1,
    width: '100%',
    cursor: 'col-resize',
    touchAction: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  fold: { minWidth: 'auto', padding: 0, width: '22px', height: '32px' },
});

interface SplitterProps {
  readonly sides: Sides;
  readonly onWidth: (pixels: number) => void;
  readonly onFold: (isFolded: boolean) => void;
}

/** Between workbook and pane: drawn, or moved by the arrows; and the pane folded away. */
export function Splitter({ sides: { width, isFolded }, onWidth, onFold }: SplitterProps) {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.root}>
      <Button
        className={styles.fold}
        appearance="subtle"
        size="small"
        icon={isFolded ? <ChevronDoubleLeftRegular /> : <ChevronDoubleRightRegular />}
        aria-label={t(isFolded ? 'pane.sides.unfold' : 'pane.sides.fold')}
        title={t(isFolded ? 'pane.sides.unfold' : 'pane.sides.fold')}
        onClick={() => onFold(!isFolded)}
      />
      {!isFolded && <Line width={width} onWidth={onWidth} />}
    </div>
  );
}

function Line({ width, onWidth }: { readonly width: number; readonly onWidth: SplitterProps['onWidth'] }) {
  const styles = useStyles();
  const t = useWords();
  const held = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = new Map([
      ['ArrowLeft', width + STEP_PX],
      ['ArrowRight', width - STEP_PX],
      ['Home', PANE_PX.least],
      ['End', PANE_PX.most],
      ['Enter', PANE_PX.usual],
    ]).get(event.key);
    if (next === undefined) return;
    event.preventDefault();
    onWidth(paneWidth(next));
  };
  return (
    <div
      className={styles.line}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('pane.sides.width')}
      aria-valuenow={width}
      aria-valuemin={PANE_PX.least}
      aria-valuemax={PANE_PX.most}
      title={t('pane.sides.width')}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onWidth(PANE_PX.usual)}
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX, width };
      }}
      onPointerMove={({ clientX }) => {
        if (held.current !== null) onWidth(paneWidth(held.current.width + held.current.x - clientX));
      }}
      onPointerUp={() => {
        held.current = null;
      }}
    />
  );
}
