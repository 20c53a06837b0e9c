import { Button, Input, Popover, PopoverSurface, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { useWords } from '../../words-context';
import type { Choice, SortOrder } from './arrangement';
import { SortButtons } from './SortButtons';
import { ValueList } from './ValueList';

const useStyles = makeStyles({
  menu: { width: '272px', maxWidth: 'calc(100vw - 24px)', boxSizing: 'border-box', padding: '8px' },
  search: { width: '100%', margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}` },
  ends: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

interface FilterMenuProps {
  /** The column's head. */
  readonly name: string;
  readonly target: HTMLElement;
  readonly choices: readonly Choice[];
  /** Of this column; `undefined` where the list is not sorted by it. */
  readonly sort: SortOrder | undefined;
  readonly onSort: (isDescending: boolean | null) => void;
  /** `null`: every value. */
  readonly onFilter: (values: readonly string[] | null) => void;
  readonly onClose: () => void;
}

function containing(choices: readonly Choice[], text: string): readonly Choice[] {
  const needle = text.trim().toLowerCase();
  return choices.filter(({ value }) => value.toLowerCase().includes(needle));
}

/** What ▾ in the head of a column opens: how the list is sorted by it, and which of its values are shown. */
export function FilterMenu({ name, target, choices, sort, onSort, onFilter, onClose }: FilterMenuProps) {
  const styles = useStyles();
  const t = useWords();
  const titleId = useId();
  const [sought, setSought] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(choices.flatMap(({ value, isShown }) => (isShown ? [value] : []))),
  );
  const found = containing(choices, sought);
  const chosen = found.filter(({ value }) => ticked.has(value)).map(({ value }) => value);
  const search = (text: string) => {
    setSought(text);
    setTicked(new Set(containing(choices, text).map(({ value }) => value)));
  };
  const tick = (values: readonly string[], isOn: boolean) => {
    const named = new Set(values);
    setTicked(new Set(isOn ? [...ticked, ...values] : [...ticked].filter((value) => !named.has(value))));
  };
  const apply = () => {
    onFilter(chosen.length === choices.length ? null : chosen);
    onClose();
  };
  return (
    <Popover
      open
      trapFocus
      positioning={{
        target,
        position: 'below',
        align: 'start',
        fallbackPositions: ['above', 'after', 'before'],
      }}
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <PopoverSurface className={styles.menu} aria-labelledby={titleId}>
        <span id={titleId} hidden>
          {t('grid.filter.title', { column: name })}
        </span>
        <SortButtons
          sort={sort}
          onSort={(isDescending) => {
            onSort(isDescending);
            onClose();
          }}
        />
        <Input
          className={styles.search}
          size="small"
          value={sought}
          contentBefore={<SearchRegular />}
          placeholder={t('grid.filter.search')}
          aria-label={t('grid.filter.search')}
          onChange={(_event, { value }) => search(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen.length > 0) apply();
          }}
        />
        <ValueList choices={found} ticked={ticked} onTick={tick} />
        <div className={styles.ends}>
          <Button size="small" onClick={onClose}>
            {t('grid.filter.cancel')}
          </Button>
          <Button size="small" appearance="primary" disabled={chosen.length === 0} onClick={apply}>
            {t('grid.filter.apply')}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
