import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useWords } from '../words-context';

const STEP = 40;

interface MoreOfProps<Item> {
  readonly items: readonly Item[];
  readonly children: (shown: readonly Item[]) => ReactNode;
}

/** The first items of a long list, and a button for more: a pane is not made of hundreds of controls. */
export function MoreOf<Item>({ items, children }: MoreOfProps<Item>) {
  const t = useWords();
  const [limit, setLimit] = useState(STEP);
  const left = items.length - limit;
  return (
    <>
      {children(items.slice(0, limit))}
      {left > 0 && (
        <Button size="small" onClick={() => setLimit(limit + STEP)}>
          {t('pane.more', { count: Math.min(left, STEP), left })}
        </Button>
      )}
    </>
  );
}
