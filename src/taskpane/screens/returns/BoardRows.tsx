import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { BoardLine } from '../../../app/inbox/board';
import { drawnRows } from '../../parts/drawn-rows';
import { isTexts, useScreenState } from '../../parts/use-screen-state';
import type { LedgerScreenProps } from '../screen';
import { OfficeLine } from './OfficeLine';

const LINE_PX = 44;
/** So many are drawn all, to be found by the browser’s own search; of more those in view. */
const ALL_DRAWN = 60;
const OVERSCAN = 6;
const NONE_OPEN: readonly string[] = [];

const useStyles = makeStyles({
  rows: { listStyleType: 'none', margin: 0, padding: 0, position: 'relative' },
  row: {
    position: 'absolute',
    insetInline: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
});

interface BoardRowsProps extends LedgerScreenProps {
  readonly lines: readonly BoardLine[];
}

/** The lines, however many: only those in view are in the document, and the one the keyboard is at. They scroll with the pane. */
export function BoardRows({ lines, ...screen }: BoardRowsProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(-1);
  const [margin, setMargin] = useState(0);
  const pane = () => list.current?.closest<HTMLElement>('[role=tabpanel]') ?? null;
  // eslint-disable-next-line react-hooks/incompatible-library -- it warns those who build with React Compiler; we do not.
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: pane,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => keyOf(lines[index], index),
    overscan: lines.length <= ALL_DRAWN ? ALL_DRAWN : OVERSCAN,
    rangeExtractor: (range: Range) => drawnRows(range, at),
    scrollMargin: margin,
    // Until the pane is measured, so that its lines are drawn in pieces and not at once when it is.
    initialRect: { width: 0, height: window.innerHeight },
    useFlushSync: false,
  });
  useLayoutEffect(() => {
    const scroller = pane();
    const column = list.current?.parentElement?.parentElement;
    if (scroller === null || column == null) return undefined;
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setMargin(Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop));
    };
    measure();
    // Whatever stands above grows and shrinks by itself.
    const observer = new ResizeObserver(measure);
    observer.observe(column);
    return () => observer.disconnect();
  }, []);
  return (
    <ul className={styles.rows} ref={list} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const line = lines[index];
        if (line === undefined) return null;
        const key = keyOf(line, index);
        return (
          <li
            key={key}
            className={styles.row}
            ref={rows.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={lines.length}
            style={{ transform: `translateY(${start - margin}px)` }}
            onFocus={() => setAt(index)}
          >
            <BoardRow line={line} name={key} {...screen} />
          </li>
        );
      })}
    </ul>
  );
}

interface BoardRowProps extends LedgerScreenProps {
  readonly line: BoardLine;
  readonly name: string;
}

/** Drawn again only with another line: what the list measures draws it several times. */
const BoardRow = memo(function BoardRow({ name, ...line }: BoardRowProps) {
  const [open, setOpen] = useScreenState('board.open', NONE_OPEN, isTexts);
  const toggle = () => setOpen(open.includes(name) ? open.filter((one) => one !== name) : [...open, name]);
  return <OfficeLine isOpen={open.includes(name)} onToggle={toggle} {...line} />;
});

function keyOf(line: BoardLine | undefined, index: number): string {
  return line?.office ?? (line?.items[0] ?? line?.papers[0])?.key ?? String(index);
}
