import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words-context';
import { isCount, useScreenState } from './use-screen-state';

const STEP = 40;

interface MoreOfProps<Item> {
  /** Of the list, as `useScreenState` has it. */
  readonly name: string;
  readonly items: readonly Item[];
  readonly children: (shown: readonly Item[]) => ReactNode;
}

/** The first items of a long list, and a button for more: a pane is not made of hundreds of controls. */
export function MoreOf<Item>({ name, items, children }: MoreOfProps<Item>) {
  const t = useWords();
  const [limit, setLimit] = useScreenState(`${name}.shown`, STEP, isCount);
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
