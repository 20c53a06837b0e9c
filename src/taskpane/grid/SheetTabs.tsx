import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface SheetTabsProps {
  readonly names: readonly string[];
  readonly front: string;
  readonly onTurn: (name: string) => void;
}

/** The tabs of the workbook, below it as in Excel; the one in front is in view. */
export function SheetTabs({ names, front, onTurn }: SheetTabsProps) {
  const styles = useStyles();
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  const at = names.indexOf(front);
  useEffect(() => {
    if (list.current !== null) bringInView(list.current, at);
  }, [at]);
  return (
    <div ref={list} className={styles.tabs}>
      <TabList
        size="small"
        selectedValue={front}
        onTabSelect={(_event, { value }) => onTurn(String(value))}
        aria-label={t('pane.sheets')}
      >
        {names.map((name) => (
          <Tab key={name} value={name}>
            {name}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

/**
 * Scrolls the row of tabs, never the page: in a narrow window the workbook stands below the pane. The tab is found by its
 * place: it is told that it is selected only after this.
 */
function bringInView(list: HTMLElement, at: number): void {
  const tab = list.querySelectorAll('[role=tab]').item(at);
  if (tab == null) return;
  const [shown, own] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (own.right > shown.right) list.scrollLeft += own.right - shown.right;
  else if (own.left < shown.left) list.scrollLeft -= shown.left - own.left;
}
